"""The county's acceptance: begun, written down, concluded."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from rectification.actions.accepting import begin_acceptance, fail, pass_
from rectification.actions.recording import Points, record_results
from rectification.models import Acceptance, CaseEvent, ProblemItem, RectificationCase, TaskItem
from rectification.states import CaseStatus
from tests.rectification.acceptance.situations import (
    BESIDE,
    CONCLUDED,
    HELD,
    NEAR,
    TEAM,
    attempt_of,
    begun,
    passed,
    recorded,
    results,
)
from tests.rectification.situations import case_in, with_plan
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
LATER = date(2026, 12, 20)


@pytest.fixture
def by(people: Any) -> Any:
    return people[Role.COUNTY_STAFF]


def refused(code: str, act: Any, *args: Any, **more: Any) -> DomainError:
    with pytest.raises(DomainError) as caught:
        act(*args, **more)
    assert caught.value.code == code, caught.value
    return caught.value


def test_beginning_makes_the_first_attempt_with_its_team(by: Any):
    case = begun(NEAR, by)
    attempt = attempt_of(case)

    assert (case.status, attempt.attempt, attempt.result) == ("county_acceptance", 1, "")
    assert attempt.applied_on == date(2026, 9, 7)
    names = list(attempt.members.values_list("name", "leads"))
    assert names == [("李明", True), ("王芳", False), ("赵强", False)]
    assert AuditEntry.objects.filter(action="case.begin-acceptance").exists()


@pytest.mark.parametrize(
    ("team", "code"),
    [
        ("李明 组织部;王芳 民政局", "team_too_small"),
        ("李明 组织部;李明 组织部;王芳 民政局", "team_twice"),
        ("李明;王芳 民政局;赵强 农业农村局", "team_unreadable"),
        ("", "team_too_small"),
    ],
)
def test_a_team_that_does_not_do_begins_nothing(by: Any, team: str, code: str):
    case = case_in(NEAR, CaseStatus.ACCEPTANCE_APPLIED)

    error = refused(code, begin_acceptance, case, by=by, on=CONCLUDED, team=team)

    assert "team" in error.fields
    case.refresh_from_db()
    assert case.status == CaseStatus.ACCEPTANCE_APPLIED
    assert not Acceptance.objects.exists()


def test_teams_are_read_as_people_write_them(by: Any):
    case = case_in(NEAR, CaseStatus.ACCEPTANCE_APPLIED)
    begin_acceptance(case, by=by, on=CONCLUDED, team="李明，组织部；王芳 民政局\n赵强、农业农村局;")

    assert attempt_of(case).members.count() == 3


def test_a_case_of_a_paper_ledger_gets_the_scheme_in_force(by: Any):
    from tests.rectification.situations import scheme

    mine = scheme("999901")
    case = case_in(
        NEAR, CaseStatus.ACCEPTANCE_APPLIED, origin="ledger", scheme=None, applied_on=None
    )

    row = begin_acceptance(case, by=by, on=CONCLUDED, team=TEAM)

    assert row.scheme == mine
    assert attempt_of(row).applied_on is None


def test_recording_counts_the_score_and_keeps_a_draft(by: Any):
    case = begun(NEAR, by)
    attempt = attempt_of(case)
    half = results(case, 85)
    first = dict(list(half.points.items())[:1])
    record_results(attempt, by=by, results=results(case, 85, points=first))
    attempt.refresh_from_db()
    assert attempt.score is None

    record_results(attempt, by=by, results=half)
    attempt.refresh_from_db()

    assert (attempt.score, attempt.satisfied, attempt.held_on) == (Decimal(85), 30, HELD)
    assert attempt.scores.count() == 2
    record_results(attempt, by=by, results=results(case, 90))
    assert attempt.scores.count() == 2


def test_recording_refuses_what_the_scheme_does_not_allow(by: Any):
    case = begun(NEAR, by)
    attempt, aspect = attempt_of(case), case.scheme.aspects.first()
    too_many = {aspect.pk: Points(Decimal("60.01"))}

    error = refused(
        "points_too_many", record_results, attempt, by=by, results=results(case, points=too_many)
    )
    assert f"points_{aspect.pk}" in error.fields
    strange = {aspect.pk + 999: Points(Decimal(1))}
    refused("not_of_scheme", record_results, attempt, by=by, results=results(case, points=strange))
    votes = {"eligible": 10}
    refused("acceptance_votes_fit", record_results, attempt, by=by, results=results(case, **votes))
    assert not attempt.scores.exists()


def test_two_people_do_not_overwrite_each_other(by: Any):
    case = begun(NEAR, by)
    attempt = attempt_of(case)
    seen = attempt.version
    record_results(attempt, by=by, results=results(case), version=seen)

    refused("version_changed", record_results, attempt, by=by, results=results(case), version=seen)


def test_passing_sets_the_day_and_needs_the_scheme_to_say_so(by: Any):
    case = recorded(NEAR, by)
    row = pass_(case, by=by, on=CONCLUDED)

    assert (row.status, row.accepted_on) == (CaseStatus.COUNTY_ACCEPTANCE, CONCLUDED)
    assert attempt_of(row).result == "passed"
    refused("no_attempt", pass_, row, by=by, on=CONCLUDED)
    refused("attempt_concluded", record_results, attempt_of(row), by=by, results=results(row))


@pytest.mark.parametrize(
    ("score", "more", "words"),
    [
        (79, {}, "得分 79 分,低于合格分 80 分"),
        (85, {"satisfied": 10, "basically": 2, "dissatisfied": 2}, "有效票 14 票"),
        (85, {"satisfied": 25, "basically": 6, "dissatisfied": 9}, "满意和基本满意 77.50%(31/40)"),
    ],
)
def test_nothing_passes_below_a_bar(by: Any, score: int, more: Any, words: str):
    case = recorded(NEAR, by, score, **more)

    error = refused("acceptance_not_passed", pass_, case, by=by, on=CONCLUDED)

    assert words in str(error)
    case.refresh_from_db()
    assert case.accepted_on is None


def test_a_veto_fails_whatever_the_score(by: Any):
    case = begun(NEAR, by)
    veto = case.scheme.vetoes.first()
    found = results(case, 100, vetoes={veto.pk: "第 3 个问题仍未解决"})
    record_results(attempt_of(case), by=by, results=found)

    error = refused("acceptance_not_passed", pass_, case, by=by, on=CONCLUDED)

    assert "一票否决:列明的问题没有解决" in str(error)
    record_results(attempt_of(case), by=by, results=results(case, 100))
    assert pass_(case, by=by, on=CONCLUDED).accepted_on


def test_nothing_is_concluded_half(by: Any):
    case = begun(NEAR, by)

    refused("acceptance_incomplete", pass_, case, by=by, on=CONCLUDED)
    refused("acceptance_incomplete", fail, case, by=by, on=CONCLUDED, new_deadline=LATER)
    record_results(attempt_of(case), by=by, results=results(case))
    refused("concluded_too_early", pass_, case, by=by, on=date(2026, 9, 17))


def test_unverified_problems_keep_a_village_from_passing(by: Any):
    case = with_plan(recorded(NEAR, by), done=True)

    error = refused("problems_unverified", pass_, case, by=by, on=CONCLUDED)

    assert "书记空缺五个月" in str(error)
    verified = {"status": "verified", "verified_on": HELD, "verified_by": "李明"}
    ProblemItem.objects.filter(case=case).update(**verified)
    assert pass_(case, by=by, on=CONCLUDED).accepted_on == CONCLUDED


def test_failing_goes_back_to_work_and_keeps_the_tasks(by: Any):
    case = with_plan(recorded(NEAR, by, 70), done=True)

    row = fail(case, by=by, on=CONCLUDED, new_deadline=LATER)

    assert (row.status, row.deadline) == (CaseStatus.IN_PROGRESS, LATER)
    assert (row.failed_count, row.extension_count) == (1, 1)
    assert (row.applied_on, row.checked_on, row.signed_by) == (None, None, "")
    assert row.application
    assert TaskItem.objects.filter(case=row).count() == 1
    attempt = attempt_of(row)
    assert (attempt.result, attempt.new_deadline) == ("failed", LATER)
    assert attempt.reasons == "得分 70 分,低于合格分 80 分"
    event = CaseEvent.objects.get(case=row, step="fail")
    assert (event.from_status, event.to_status) == ("county_acceptance", "in_progress")
    assert event.text == attempt.reasons


def test_the_new_deadline_has_its_bounds(by: Any):
    # The deadline in force is 30 September: nothing earlier, and three months from the conclusion.
    case = recorded(NEAR, by, 70)

    for wrong in (date(2026, 9, 29), date(2026, 12, 22)):
        error = refused("new_deadline", fail, case, by=by, on=CONCLUDED, new_deadline=wrong)
        assert "2026-09-30" in str(error)
        assert "2026-12-21" in str(error)
    row = fail(case, by=by, on=CONCLUDED, new_deadline=date(2026, 9, 30))
    # The same deadline is no extension.
    assert (row.extension_count, row.failed_count) == (0, 1)


def test_a_second_attempt_follows_a_failed_one(by: Any):
    case = fail(recorded(NEAR, by, 70), by=by, on=CONCLUDED, new_deadline=LATER)
    RectificationCase.objects.filter(pk=case.pk).update(
        status="acceptance_applied", applied_on=date(2026, 11, 1), signed_by="赵学文"
    )
    case.refresh_from_db()

    begin_acceptance(case, by=by, on=date(2026, 11, 2), team=TEAM)

    assert attempt_of(case).attempt == 2
    assert attempt_of(case).applied_on == date(2026, 11, 1)


def test_failing_what_the_numbers_pass_needs_a_reason(by: Any):
    case = recorded(NEAR, by)
    refused("fail_needs_reason", fail, case, by=by, on=CONCLUDED, new_deadline=LATER)

    row = fail(case, by=by, on=CONCLUDED, new_deadline=LATER, reasons="问题一没有解决")

    assert attempt_of(row).reasons == "问题一没有解决"


def test_a_passed_one_may_be_overturned_before_closing(by: Any):
    case = passed(NEAR, by)
    refused("fail_needs_reason", fail, case, by=by, on=CONCLUDED, new_deadline=LATER)

    row = fail(case, by=by, on=CONCLUDED, new_deadline=LATER, reasons="公示期间反映属实")

    assert (row.status, row.accepted_on) == (CaseStatus.IN_PROGRESS, None)
    assert attempt_of(row).result == "failed"


def test_an_attempt_from_paper_may_be_overturned_without_numbers(by: Any):
    case = case_in(
        BESIDE, CaseStatus.COUNTY_ACCEPTANCE, origin="ledger", scheme=None,
        accepted_on=date(2026, 9, 14),
    )  # fmt: skip
    Acceptance.objects.create(
        case=case, village=case.village, county_code=case.county_code, result="passed",
        concluded_on=date(2026, 9, 14), from_ledger=True,
    )  # fmt: skip
    more = {"new_deadline": LATER, "reasons": "台账有误"}

    assert fail(case, by=by, on=CONCLUDED, **more).status == CaseStatus.IN_PROGRESS


@pytest.mark.parametrize("status", [s for s in CaseStatus if s != CaseStatus.ACCEPTANCE_APPLIED])
def test_a_step_from_elsewhere_says_where_it_may_be_taken(by: Any, status: CaseStatus):
    case = case_in(NEAR, status)

    refused("case_step", begin_acceptance, case, by=by, on=date(2026, 11, 1), team=TEAM)
    if status != CaseStatus.COUNTY_ACCEPTANCE:
        refused("case_step", pass_, case, by=by, on=date(2026, 11, 1))
        refused("case_step", fail, case, by=by, on=date(2026, 11, 1), new_deadline=LATER)
