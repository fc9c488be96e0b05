"""Sums of works, kinds of problems, gaps and loads, letters, measures that held."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rectification.actions.letters import sign
from rectification.actions.models import mark_model, unmark_model
from rectification.figures.letters import letters
from rectification.figures.load import standing
from rectification.figures.measures import memory
from rectification.figures.problems import problems
from rectification.figures.works import TOWNSHIP, VILLAGE, by_kind, by_place, works_of
from rectification.models import CaseLink
from rectification.states import CaseStatus
from tests.rectification.situations import case_in, with_plan
from tests.rectification.work.rows import FAR, LI, WANG, at_work, mine, problem, task, word, work
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.common.scope import Scope

COUNTY = "999901"
ALL = Scope.of([COUNTY])
TODAY = date(2026, 11, 3)


def test_works_add_up_by_kind_and_place(county) -> None:
    near, far = at_work(LI), at_work(FAR)
    work(near, "大棚", "30")
    work(near, "大棚", "28", done_on=date(2026, 9, 2), households=12)
    work(far, "大棚", "20")
    work(far, "道路", "3.50")
    work(case_in(WANG, CaseStatus.WITHDRAWN), "道路", "99")
    work(case_in(WANG, CaseStatus.CLOSED, listed_year=2025), "道路", "7")

    rows = works_of(ALL, COUNTY, 2026)
    sums = {one.kind: (one.text, one.unit, one.works, one.villages) for one in by_kind(rows)}
    assert sums == {"大棚": ("78", "座", 3, 2), "道路": ("3.5", "公里", 1, 1)}
    assert sum((one.quantity for one in by_place(rows, TOWNSHIP)), Decimal()) == Decimal("81.5")
    assert [(one.code, one.text) for one in by_place(rows, VILLAGE) if one.kind == "大棚"] == [
        (LI, "58"), (FAR, "20"),
    ]  # fmt: skip
    own = by_kind(works_of(Scope.of([LI[:9]]), COUNTY, 2026))
    assert [(one.kind, one.text, one.households) for one in own] == [("大棚", "58", 12)]
    span = works_of(ALL, COUNTY, 2026, since=date(2026, 9, 2), until=date(2026, 9, 30))
    assert [one.text for one in by_kind(span)] == ["28"]


def test_problems_by_kind(county) -> None:
    case = at_work()
    solved = {"status": "solved_unverified", "solved_on": date(2026, 8, 1)}
    checked = {**solved, "status": "verified", "verified_on": date(2026, 8, 2),
               "verified_by": "周实"}  # fmt: skip
    problem(case, 1, **solved)
    problem(case, 2, **checked)
    problem(case, 3, status="reopened", reopened_count=1)
    problem(at_work(FAR), 1, "班子")

    found = {one.name: one for one in problems(ALL, COUNTY, 2026)}

    land = found["土地"]
    assert (land.all, land.solved, land.verified, land.open, land.reopened) == (3, 2, 1, 1, 1)
    assert (found["班子"].all, found["班子"].villages) == (1, 1)
    assert problems(ALL, COUNTY, 2025) == ()


def helper(case, kind: str, person: str, **given) -> CaseLink:
    said = {"since": date(2026, 3, 5), "unit": "县委办", **given}
    return CaseLink.objects.create(
        **mine(case), kind=word(case, "helper", kind), person=person, **said
    )


def test_gaps_and_loads_are_of_the_day(county) -> None:
    first, second = at_work(LI), at_work(FAR)
    with_plan(case_in(WANG, CaseStatus.CLOSED))
    helper(first, "县级领导联村", "王志")
    helper(second, "县级领导联村", "王志")
    helper(first, "乡镇班子包村", "赵包", to=date(2026, 10, 31))
    helper(first, "机关单位结对", "李员", unit="县水利局")
    helper(second, "机关单位结对", "", unit="县水利局")

    found = standing(ALL, COUNTY, TODAY)

    gaps = {one.case.village.code: one.missing for one in found.gaps}
    assert gaps[LI] == ("乡镇班子包村", "第一书记驻村")
    assert gaps[FAR] == ("乡镇班子包村", "第一书记驻村")
    assert found.lacking("第一书记驻村") == 2
    assert [(one.who, len(one.villages)) for one in found.loads] == [("王志", 2), ("县水利局", 2)]


def test_letters_are_signed_one_by_one(people) -> None:
    case = with_plan(at_work())
    holder = case.dutyholder_rows.order_by("kind").first()

    sign(holder, by=people[Role.TOWNSHIP_CLERK], on=date(2026, 3, 25))

    found = letters(ALL, COUNTY)
    assert (found.all, found.signed, len(found.unsigned)) == (3, 1, 2)
    with pytest.raises(DomainError) as refused:
        sign(holder, by=people[Role.TOWNSHIP_CLERK], on=date(2026, 3, 26))
    assert refused.value.code == "letter_signed"


CLOSED = {"notice_from": date(2024, 9, 24), "notice_to": date(2024, 9, 30),
          "closed_on": date(2024, 10, 9), "accepted_on": date(2024, 9, 21),
          "applied_on": date(2024, 9, 7), "checked_on": date(2024, 9, 1)}  # fmt: skip
LONG_AGO = {"listed_year": 2024, "confirmed_on": date(2024, 3, 2), "proposed_on": None,
            "plan_submitted_on": date(2024, 3, 16), "plan_approved_on": date(2024, 3, 20),
            "screened_on": date(2024, 1, 8), "first_deadline": date(2024, 9, 30),
            "deadline": date(2024, 9, 30), **CLOSED}  # fmt: skip


def closed(code: str, measure: str, status: CaseStatus = CaseStatus.CLOSED, **given):
    case = case_in(code, status, **{**LONG_AGO, **given})
    task(case, problem(case), measure=measure)
    return case


def test_measures_that_held_cite_their_cases(county) -> None:
    good = closed(LI, "逐户丈量 确权", is_model=True, story="一户一图")
    closed(WANG, "逐户丈量  确权", CaseStatus.RELAPSED, relapsed_on=date(2025, 3, 1))
    closed(FAR, "开会研究", CaseStatus.RELAPSED, relapsed_on=date(2026, 2, 1))
    closed("999901101201", "刚刚销号", closed_on=date(2026, 3, 1), accepted_on=date(2026, 2, 1),
           notice_to=date(2026, 2, 20), notice_from=date(2026, 2, 10))  # fmt: skip

    found = memory(ALL, COUNTY, TODAY)

    # The second relapse came after the twelve months: it had held.
    assert (found.judged, found.held, found.young, found.months) == (3, 2, 1, 12)
    [land] = found.kinds
    assert (land.line, land.held, land.base, land.share) == ("team", 2, 3, Decimal("66.67"))
    told = {one.text: (one.base, [cited.uid for cited in one.held]) for one in land.measures}
    assert told["逐户丈量 确权"] == (2, [good.uid])
    assert "刚刚销号" not in told
    assert land.measures[0].held[0].is_model or land.measures[1].held[0].is_model
    assert memory(ALL, COUNTY, TODAY, land.kind).kinds == found.kinds
    assert memory(ALL, COUNTY, TODAY, "0" * 32).kinds == ()
    assert memory(Scope.of([FAR[:9]]), COUNTY, TODAY).judged == 1


def test_figures_ask_a_fixed_number_of_queries(county) -> None:
    for code in (LI, WANG, FAR):
        work(with_plan(at_work(code)), "大棚", "1")
    with CaptureQueriesContext(connection) as seen:
        standing(ALL, COUNTY, TODAY)
        letters(ALL, COUNTY)
        memory(ALL, COUNTY, TODAY)
        by_kind(works_of(ALL, COUNTY, 2026))
        problems(ALL, COUNTY, 2026)
    assert len(seen) <= 8


def test_only_closed_cases_are_models(people) -> None:
    by = people[Role.COUNTY_STAFF]
    with pytest.raises(DomainError) as refused:
        mark_model(at_work(), by=by, story="好")
    assert refused.value.code == "model_not_closed"
    case = case_in(FAR, CaseStatus.CLOSED)
    mark_model(case, by=by, story="一户一图,公开丈量。")
    case.refresh_from_db()
    assert case.is_model
    unmark_model(case, by=by, reason="后来有反复")
    case.refresh_from_db()
    assert (case.is_model, case.story) == (False, "一户一图,公开丈量。")
