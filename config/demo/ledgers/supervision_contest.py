"""A contest of the demo county: eight villages in two groups before five judges."""

from datetime import date
from decimal import Decimal
from typing import Any

from config.demo.ledgers.supervision_desk import Desk, put
from config.demo.names import person_name
from rectification.supervision.actions import contest_entries, contests
from rectification.supervision.actions.contest_rubric import take_rubric
from rectification.supervision.actions.contest_scores import record_sheet
from rectification.supervision.models import Contest

HELD, FINISHED = date(2026, 7, 16), date(2026, 7, 17)
JUDGES = ("郑国华", "高志远", "梁玉平", "宋建军", "谢春生")
GROUPS = ("城郊组", "山区组")
# Rounded to half points, as judges write them.
HALF = Decimal("0.5")


def build(desk: Desk) -> None:
    """The usual rubric, all sheets, awards; nobody's place is printed."""
    values = {
        "title": "二季度支部书记擂台比武", "period": "2026Q2", "held_on": HELD,
        "first_awards": 1, "second_awards": 1, "third_awards": 2,
    }  # fmt: skip
    contest = take_rubric(put(desk, "contests", values), by=desk.staff)
    dice = desk.world.dice("contest")
    townships = list(desk.townships)
    near, far = townships[:4], townships[-4:]
    parts = {
        desk.village(name, 2): contest_entries.Part(group, person_name(dice))
        for group, names in zip(GROUPS, (near, far), strict=True)
        for name in names
    }
    contest_entries.set_entries(contest, by=desk.staff, parts=parts)
    for judge in JUDGES:
        record_sheet(contest, by=desk.staff, judge=judge, points=_sheet(contest, dice))
    contests.finish(contest, by=desk.staff, on=FINISHED)


def _sheet(contest: Contest, dice: Any) -> dict[tuple[int, int], Decimal | None]:
    """What one judge gives: the villages differ more than the judges do."""
    aspects = list(contest.aspects.order_by("seq"))
    entries = list(contest.entries.order_by("group", "village__code"))
    return {
        (entry.pk, aspect.pk): _points(aspect.points, 78 + place * 2 + dice.randint(0, 5))
        for place, entry in enumerate(entries)
        for aspect in aspects
    }


def _points(full: Decimal, percent: int) -> Decimal:
    return (full * percent / 100 / HALF).to_integral_value() * HALF
