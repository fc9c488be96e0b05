"""Who stands by the cases that came in with the ledger of 2026, and how far they were."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from cadres.models import Posting
from config.demo.ledgers.case_cast import DUTIES, FOUR, Cast, helper
from config.demo.world import World
from config.demo.writing import store
from rectification.choices import Origin
from rectification.models import (
    CaseLink,
    CaseProgress,
    DutyHolder,
    ProblemItem,
    RectificationCase,
    TaskItem,
)
from rectification.states import OFF_THE_LIST
from villages.common.periods import Month

SOURCE = "2026年整顿工作台账"
SINCE, SIGNED_ON = date(2026, 3, 6), date(2026, 3, 16)
# The last helper of some villages went and was not replaced at once.
LEFT_ON, CAME_ON = date(2026, 7, 10), date(2026, 7, 20)
_LAST_SOLVED = date(2026, 10, 20)
_MONTHS = tuple(Month(2026, 4).until(Month(2026, 9)))


def build(world: World, own: Cast) -> None:
    """Helpers, duty holders with their letters, and the progress of the closed months."""
    rows = RectificationCase.objects.in_county(world.county.code).filter(
        listed_year=2026, origin=Origin.LEDGER
    )
    cases = list(rows.select_related("village").order_by("village__code"))
    store(world, CaseLink, _links(world, own, cases), source=SOURCE)
    store(world, DutyHolder, _duties(own, cases), source=SOURCE)
    store(world, CaseProgress, _progress(world, cases), source=SOURCE)
    _date_solutions(world)


def _links(world: World, own: Cast, cases: Sequence[RectificationCase]) -> Iterator[dict[str, Any]]:
    """All four nearly everywhere: every seventh village lacks one, every ninth changed one.

    Leader and department are those of the ledger, first secretaries those who were posted.
    """
    dice, named = world.dice("case helpers"), _named(world, cases)
    for place, case in enumerate(cases):
        for number, kind in enumerate(FOUR):
            row = {**_of(case), "kind": own.words["helper", kind], "since": SINCE}
            if place % 7 == 6 and number == place % 3 + 1:
                continue
            if place % 9 == 4 and number == 1:
                yield {**row, **helper(kind, dice), "to": LEFT_ON}
                row["since"] = CAME_ON
            yield {**row, **helper(kind, dice), **named.get((case.village_id, kind), {})}


def _named(
    world: World, cases: Sequence[RectificationCase]
) -> dict[tuple[int, str], dict[str, str]]:
    """Who the ledgers say it is, by village and kind. Two queries."""
    found: dict[tuple[int, str], dict[str, str]] = {}
    for one in TaskItem.objects.filter(case__in=cases, seq=1):
        person, _bracket, post = one.leader.removesuffix(")").partition("(")
        found[one.village_id, FOUR[0]] = {"person": person, "post": post}
        found[one.village_id, FOUR[3]] = {"unit": one.lead_unit}
    posted = Posting.objects.in_county(world.county.code).filter(role="first_secretary")
    for village, name, unit in posted.values_list("village_id", "name", "unit"):
        found[village, FOUR[2]] = {"person": name, "unit": unit}
    return found


def _duties(own: Cast, cases: Sequence[RectificationCase]) -> Iterator[dict[str, Any]]:
    """The three of the township; some have no organiser yet, some letters wait."""
    for place, case in enumerate(cases):
        for duty in DUTIES:
            if duty == "organizer" and place % 11 == 10:
                continue
            yield {
                **_of(case), "kind": duty, "name": own.holder(case.village, duty), "since": SINCE,
                "letter_signed_on": None if place % 8 == 5 else SIGNED_ON,
            }  # fmt: skip


def _progress(world: World, cases: Sequence[RectificationCase]) -> Iterator[dict[str, Any]]:
    """A little further every month; what was closed is nearly done in September."""
    dice = world.dice("case progress")
    for case in cases:
        last = dice.randint(90, 98) if case.status in OFF_THE_LIST else dice.randint(55, 80)
        for place, month in enumerate(_MONTHS, 1):
            percent = last * place // len(_MONTHS) // 5 * 5
            yield {**_of(case), "month": month.number, "percent": percent}


def _date_solutions(world: World) -> None:
    """The ledger says that something is solved, the townships' minutes when: in good time."""
    dice = world.dice("case solutions")
    rows = TaskItem.objects.in_county(world.county.code).filter(
        case__listed_year=2026, case__origin=Origin.LEDGER, done_on__isnull=False
    )
    tasks = list(rows.select_related("problem").order_by("case__number", "seq"))
    for task in tasks:
        last = min(task.due_on, _LAST_SOLVED)
        task.done_on = task.progressed_on = last - timedelta(days=dice.randint(3, 40))
        task.problem.solved_on = task.done_on
    TaskItem.objects.bulk_update(tasks, ["done_on", "progressed_on"])
    ProblemItem.objects.bulk_update([one.problem for one in tasks], ["solved_on"])


def _of(case: RectificationCase) -> dict[str, Any]:
    return {"case": case, "village": case.village}
