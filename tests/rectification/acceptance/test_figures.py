"""The worked example of a batch, and the rebound."""

from datetime import date
from typing import Any

import pytest
from django.test.utils import CaptureQueriesContext

from rectification.actions.accepting import begin_acceptance, fail, pass_
from rectification.actions.closing import sample, spot_fail
from rectification.actions.following import relapse
from rectification.actions.recording import record_results
from rectification.figures.acceptance import APPLIED, LABELS, Fate, batch_fate, fate_figures
from rectification.figures.rebound import rebound
from rectification.models import Acceptance, RectificationCase
from rectification.states import CaseStatus
from tests.factories import VillageFactory
from tests.rectification.acceptance.situations import (
    BEGUN,
    BESIDE,
    CONCLUDED,
    FAR,
    NEAR,
    TEAM,
    attempt_of,
    closed,
    passed,
    recorded,
    results,
)
from tests.rectification.situations import case_in, with_plan
from villages.accounts.choices import Role
from villages.common.scope import Scope
from villages.models import Township

pytestmark = pytest.mark.django_db
COUNTY = "999901"
LATER = date(2026, 12, 20)


@pytest.fixture
def by(people: Any) -> Any:
    return people[Role.COUNTY_STAFF]


def fate_of(case: RectificationCase) -> Fate:
    found = batch_fate(Scope.of([COUNTY]), COUNTY, 2026)
    return next(one.fate for one in found.rows if one.uid == case.uid)


def ledger_case(where: Any, status: CaseStatus, verdict: str) -> None:
    """A case as a paper ledger tells it."""
    done = status == CaseStatus.CLOSED
    case = case_in(
        where, status, origin="ledger", applied_on=None, scheme=None,
        failed_count=int(verdict == "failed"), approval_no="", notice_to=None, notice_from=None,
        accepted_on=date(2026, 10, 9) if done else None,
    )  # fmt: skip
    if verdict:
        Acceptance.objects.create(
            case=case, village=case.village, county_code=COUNTY, result=verdict,
            concluded_on=date(2026, 10, 9), from_ledger=True,
        )  # fmt: skip


def test_the_worked_example(by: Any, django_assert_num_queries: Any):
    """32 villages: 29 applied, 24 passed, 5 failed, 3 did not apply."""
    township = Township.objects.get(code="999901101")
    places = [
        VillageFactory(township=township, code=f"999901101{number}", name=f"第{number}村")
        for number in range(300, 333)
    ]
    for place in places[:24]:
        ledger_case(place, CaseStatus.CLOSED, "passed")
    for place in places[24:29]:
        ledger_case(place, CaseStatus.IN_PROGRESS, "failed")
    for place in places[29:32]:
        ledger_case(place, CaseStatus.IN_PROGRESS, "")
    case_in(places[32], CaseStatus.WITHDRAWN)

    with django_assert_num_queries(1):
        found = batch_fate(Scope.of([COUNTY]), COUNTY, 2026)

    assert found.sentence == "申请 29,合格 24,不合格 5,未申请 3"
    assert len(found.rows) == 32
    counts = {str(one.label): one.value for one in fate_figures(found)}
    assert counts["申请验收"] == 29
    assert str(counts["验收合格率"]) == "82.76"
    assert {key: len(found.of(key)) for key in LABELS} == {
        APPLIED: 29, Fate.PASSED: 24, Fate.FAILED: 5, Fate.PENDING: 0, Fate.NOT_APPLIED: 3,
    }  # fmt: skip


def test_every_case_has_one_fate_on_its_way(by: Any):
    case = recorded(NEAR, by, 70)
    assert fate_of(case) == Fate.PENDING
    case = fail(case, by=by, on=CONCLUDED, new_deadline=LATER)
    assert fate_of(case) == Fate.FAILED
    RectificationCase.objects.filter(pk=case.pk).update(
        status="acceptance_applied", applied_on=date(2026, 11, 1), signed_by="赵学文"
    )
    case.refresh_from_db()
    case = begin_acceptance(case, by=by, on=date(2026, 11, 2), team=TEAM)
    # A second attempt is under way: the first one still stands.
    assert fate_of(case) == Fate.FAILED
    record_results(attempt_of(case), by=by, results=results(case, 90, held_on=date(2026, 11, 3)))
    case = pass_(case, by=by, on=date(2026, 11, 4))
    assert fate_of(case) == Fate.PASSED
    case = sample(case, by=by, on=date(2026, 11, 5))
    assert fate_of(case) == Fate.PASSED
    more = {"new_deadline": LATER, "reasons": "不符"}
    case = spot_fail(case, by=by, on=date(2026, 11, 6), **more)
    assert fate_of(case) == Fate.FAILED


def test_what_was_never_asked_for_is_not_applied(by: Any):
    assert fate_of(case_in(NEAR, CaseStatus.TOWNSHIP_CHECK)) == Fate.NOT_APPLIED
    assert fate_of(case_in(BESIDE, CaseStatus.ACCEPTANCE_APPLIED)) == Fate.PENDING
    assert fate_of(case_in(FAR, CaseStatus.CONSOLIDATED)) == Fate.PASSED


def test_a_township_counts_its_own(by: Any):
    passed(NEAR, by)
    passed(FAR, by)

    found = batch_fate(Scope.of(["999901001"]), COUNTY, 2026)

    assert found.count(Fate.PASSED) == 1


def test_rebound_counts_what_came_back_in_time(by: Any):
    first, second = with_plan(closed(NEAR, by), done=True), closed(BESIDE, by)
    third = closed(FAR, by)
    no = {"reason": "散了", "document_no": "青组发〔2027〕9号"}
    relapse(first, by=by, on=date(2028, 9, 30), **no)  # on the last day of 24 months
    relapse(second, by=by, on=date(2028, 10, 1), **no)  # a day too late

    found = rebound(Scope.of([COUNTY]), COUNTY, date(2029, 1, 1))

    assert [len(found.whole.rows), len(found.whole.back)] == [3, 1]
    assert str(found.whole.figure.value) == "33.33"
    assert [(one.label, len(one.rows), len(one.back)) for one in found.kinds] == [("其他", 1, 1)]
    assert [(one.label, len(one.back)) for one in found.lines] == [("抓班子", 1)]
    assert third.uid in {one.uid for one in found.whole.rows}
    early = rebound(Scope.of([COUNTY]), COUNTY, date(2028, 9, 29))
    assert early.whole.back == ()


def test_a_village_listed_again_in_another_way_came_back_too(by: Any):
    closed(NEAR, by)
    case_in(
        NEAR, CaseStatus.CONFIRMED, confirmed_on=date(2027, 3, 2), listed_year=2027,
        screened_on=date(2027, 1, 12), proposed_on=date(2027, 1, 20),
        status_since=date(2027, 3, 2),
    )  # fmt: skip

    found = rebound(Scope.of([COUNTY]), COUNTY, date(2027, 6, 1))

    assert found.whole.back[0].back_on == date(2027, 3, 2)


def test_rebound_without_closed_villages_has_no_share(by: Any):
    found = rebound(Scope.of([COUNTY]), COUNTY, date(2027, 6, 1))

    assert found.whole.figure.is_missing
    assert found.figures == (found.whole.figure,)


def test_figures_cost_the_same_for_many_cases(by: Any):
    from django.db import connection

    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            rebound(Scope.of([COUNTY]), COUNTY, date(2027, 6, 1))
            batch_fate(Scope.of([COUNTY]), COUNTY, 2026)
        return len(seen)

    with_plan(closed(NEAR, by), done=True)
    few = cost()
    with_plan(closed(BESIDE, by), done=True)
    with_plan(closed(FAR, by), done=True)
    assert cost() == few
    assert BEGUN < CONCLUDED
