"""What the cases of the demo county must be; its tests load the county once."""

from collections import Counter
from datetime import date
from typing import Any

from config.demo.ledgers.case_history import COUNTS
from config.demo.names import COUNTY_CODE
from config.demo.worked_example.bringing_in import FOLDER, KINDS, PERIOD
from config.demo.worked_example.ledger_words import SOLVED
from config.demo.worked_example.places import OVERDUE, PLACES, RELAPSED, Verdict, among, place_of
from config.demo.world import ON
from rectification.choices import AcceptanceResult, Origin
from rectification.figures.batches import picture, revisits_due
from rectification.figures.due import due_steps
from rectification.figures.effects import Effects, effects
from rectification.models import (
    Acceptance,
    CaseEvent,
    CaseExtension,
    CaseObjection,
    CaseRevisit,
    CaseVisit,
    DutyHolder,
    RectificationCase,
    ScreeningDecision,
    ScreeningStandard,
    WorkDone,
)
from rectification.states import OFF_THE_LIST, UNDER_WORK, CaseStatus
from tests.config.demo_planted import of_rule
from villages.accounts.models import User
from villages.imports.declaring import sheet_kinds
from villages.imports.from_shell import Order, bring_in
from villages.imports.models import FilingMonth, ImportBatch
from villages.trace.chain import digest_rows

# The county's own figures, as the worked example prints them.
PRINTED = {
    "listed": 32, "applied": 29, "passed": 24, "failed": 5, "not-applied": 3,
    "branch-complete": 28, "committee-complete": 27, "both-complete": 26,
    "activists": 189, "reserve": 76, "recruits": 29, "recruiting-villages": 18, "petitions": 0,
}  # fmt: skip
WORKS = {
    "大棚": 78, "机井": 65, "道路": 42, "经济作物": 3030, "养殖小区": 7, "惠及农户": 217,
    "支部班子组建": 17, "村委会补选": 5,
}  # fmt: skip


def batch(year: int) -> Any:
    return RectificationCase.objects.in_county(COUNTY_CODE).filter(listed_year=year)


def territory() -> Any:
    return User.objects.get(username="county").territory


def told() -> Effects:
    return effects(territory(), COUNTY_CODE, 2026, ON)


def named(found: Effects, prefix: str) -> dict[str, Any]:
    return {one.name: one.number for one in found.all if one.key.startswith(prefix)}


def check_the_batch_is_the_worked_example() -> None:
    found = told()

    assert {key: found.get(key).number for key in PRINTED} == PRINTED
    assert named(found, "work-") == WORKS
    solved = named(found, "problem-")
    assert {kind: solved[kind] for kind in SOLVED} == SOLVED
    assert "信访矛盾突出" not in solved


def check_every_number_opens_as_many_rows() -> None:
    for one in told().all:
        assert sum(row.value for row in one.read().rows) == one.number, one.key


def check_no_village_of_the_batch_is_missing_from_a_figure() -> None:
    assert not [one.key for one in told().all if one.figure.missing]


def check_the_batch_lies_in_all_townships() -> None:
    assert batch(2026).values("village").distinct().count() == len(PLACES) == 32
    assert batch(2026).values("village__township").distinct().count() == 11
    origins = Counter(batch(2026).values_list("origin", flat=True))
    assert origins == {Origin.LEDGER: 30, Origin.PORTAL: 2}


def check_the_sheets_came_in_by_the_import() -> None:
    kinds = Counter(ImportBatch.objects.values_list("kind", "state"))

    assert kinds == {
        ("cadres", "saved"): 1, ("development-counts", "saved"): 1, ("cases", "saved"): 1,
        ("works-done", "saved"): 1,
    }  # fmt: skip


def check_failures_are_on_record() -> None:
    failed = Acceptance.objects.filter(case__listed_year=2026, result=AcceptanceResult.FAILED)
    events = CaseEvent.objects.filter(case__listed_year=2026, step="fail").exclude(text="")

    assert set(events.values_list("case", flat=True)) == set(failed.values_list("case", flat=True))
    assert failed.count() == 5


def check_two_villages_came_back() -> None:
    again = batch(2026).filter(round=2).select_related("previous_case", "village")

    assert {one.village.name for one in again} == set(RELAPSED)
    assert {one.previous_case.listed_year for one in again} == {2024, 2025}
    assert all(one.previous_case.status == CaseStatus.RELAPSED for one in again)
    assert all(one.number == one.previous_case.number for one in again)


def check_earlier_batches_are_over() -> None:
    for year, count in COUNTS.items():
        found = batch(year)
        assert found.count() == count + 1
        assert set(found.values_list("origin", flat=True)) == {Origin.PORTAL}
        assert not found.exclude(status__in=[*OFF_THE_LIST, CaseStatus.RELAPSED]).exists()
    assert not batch(2024).filter(status=CaseStatus.FOLLOW_UP).exists()


def check_every_case_of_the_portal_has_its_way_on_record() -> None:
    for case in batch(2025):
        steps = list(CaseEvent.objects.filter(case=case).values_list("step", flat=True))
        for step in ("opened", "propose", "confirm", "approve-plan", "apply", "pass", "close"):
            assert step in steps, (case, step)


def check_revisits_are_held_and_due() -> None:
    results = Counter(CaseRevisit.objects.values_list("result", flat=True))

    assert results["held"] > 50
    assert results["problems"] == 1
    assert results["slipped"] == 2
    assert 5 < revisits_due(territory(), COUNTY_CODE, ON) < 15


def check_the_calendar_owes_nothing_to_earlier_batches() -> None:
    due = due_steps(COUNTY_CODE, ON)

    assert due.consolidate == ()
    assert {uid for uid, _day in due.follow} == set(
        batch(2026).filter(status=CaseStatus.CLOSED).values_list("uid", flat=True)
    )


def check_some_of_it_waits() -> None:
    late = picture(territory(), COUNTY_CODE, 2026, ON).only("overdue").cards
    names = {card.case.village.name for card in late}

    assert names == {"大吴坪村", "董寨村", *OVERDUE}
    assert Counter(CaseExtension.objects.values_list("answer", flat=True)) == {
        "waiting": 1, "refused": 1,
    }  # fmt: skip
    assert CaseObjection.objects.exclude(answered_on=None).count() == 1


def check_who_stands_by_the_batch() -> None:
    holders = DutyHolder.objects.filter(case__listed_year=2026)
    visits = CaseVisit.objects.filter(case__listed_year=2026)

    assert holders.filter(letter_signed_on=None).exists()
    assert holders.exclude(letter_signed_on=None).count() > 70
    assert not batch(2026).filter(status__in=UNDER_WORK).exclude(casevisit_rows__in=visits).exists()
    assert WorkDone.objects.filter(visit__in=visits).count() > 20
    complete = batch(2026).exclude(caselink_rows=None)
    assert complete.distinct().count() == 32


def check_the_years_have_their_standards_and_the_next_its_first_decisions() -> None:
    years = ScreeningStandard.objects.exclude(published_on=None).values_list("year", flat=True)
    decided = ScreeningDecision.objects.filter(year=2027)

    assert sorted(years) == [2024, 2025, 2026, 2027]
    assert Counter(decided.values_list("outcome", flat=True)) == {"in": 3, "watch": 3, "out": 2}
    assert not decided.filter(points=None).exists()


def check_closed_months_are_closed_again() -> None:
    rows = FilingMonth.objects.filter(county_code=COUNTY_CODE, month__lt=202610)

    assert not rows.filter(closed_at=None).exists()
    assert not rows.filter(closed_by=None).exists()


def check_what_is_planted_of_the_batch() -> None:
    villages = {one.village for one in batch(2026).select_related("village__township")}
    failed = {
        one.code for one in among(villages)
        if place_of(one).verdict is Verdict.FAILED or one.name in OVERDUE
    }  # fmt: skip

    assert {one["village"] for one in of_rule("W27") if one["period"] == "2026-10"} == failed
    still = batch(2026).filter(status__in=UNDER_WORK).values_list("village__code", flat=True)
    assert {one["village"] for one in of_rule("case-open")} == set(still)
    short = told().get("both-complete").read().left_out
    lacking = {one["village"] for one in of_rule("W02")}
    assert lacking & {one.code for one in villages} == {one.place.code for one in short}


def check_the_cases_are_the_same_on_every_machine() -> None:
    rows = RectificationCase.objects.order_by("listed_year", "number", "round").values_list(
        "village__code", "listed_year", "number", "round", "status", "status_since", "deadline",
        "confirmed_on", "closed_on", "failed_count",
    )  # fmt: skip
    plain = [[one.isoformat() if isinstance(one, date) else one for one in row] for row in rows]

    assert digest_rows(plain)[:16] == "83f2671ff74962ae"


def check_the_workbooks_again_bring_nothing() -> None:
    staff = User.objects.get(username="county")
    for name, kind in KINDS.items():
        again = Order(
            by=staff, kind=sheet_kinds()[kind], path=FOLDER / f"{name}.xlsx",
            county=COUNTY_CODE, period=PERIOD, dry_run=True,
        )  # fmt: skip
        answer = bring_in(again)

        assert answer.errors == []
        assert (answer.created, answer.updated) == (0, 0), name
        assert answer.unchanged


CHECKS = tuple(one for name, one in sorted(globals().items()) if name.startswith("check_"))
