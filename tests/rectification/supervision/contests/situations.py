"""Contests in known situations: two townships, two judges, a rubric of 100 points."""

from datetime import date
from decimal import Decimal
from typing import Any

from rectification.supervision.models import Contest, ContestAspect, ContestEntry, JudgeScore
from tests.rectification.situations import village

NEAR, BESIDE, THIRD = "999901001200", "999901001201", "999901001202"
FAR = "999901101200"
HELD, FINISHED = date(2026, 10, 20), date(2026, 10, 21)
JUDGES = ("甲", "乙")


def contest(**given: Any) -> Contest:
    """A contest with one aspect of the site visit (60) and one of the speech (40)."""
    values: dict[str, Any] = {
        "county_code": "999901", "title": "三季度擂台比武", "period": "2026Q3", "held_on": HELD,
        "first_awards": 1, "second_awards": 1, "third_awards": 0, **given,
    }  # fmt: skip
    made = Contest.objects.create(**values)
    for seq, (name, at_speech, points) in enumerate((("党建", False, 60), ("效果", True, 40)), 1):
        ContestAspect.objects.create(
            county_code=made.county_code, contest=made, seq=seq, name=name, at_speech=at_speech,
            points=points,
        )  # fmt: skip
    return made


def entered(made: Contest, *codes: str, group: str = "一组") -> list[ContestEntry]:
    """Villages that take part in one group."""
    return [
        ContestEntry.objects.create(
            county_code=made.county_code, contest=made, village=village(code), group=group
        )
        for code in codes
    ]


def scored(made: Contest, entry: ContestEntry, site: str, speech: str, *judges: str) -> None:
    """What each judge gives a village, the same of all of them."""
    for aspect in made.aspects.order_by("seq"):
        for judge in judges or JUDGES:
            JudgeScore.objects.create(
                county_code=made.county_code, village=entry.village, entry=entry, aspect=aspect,
                judge=judge, points=Decimal(speech if aspect.at_speech else site),
            )  # fmt: skip


def judged(**given: Any) -> Contest:
    """Three villages of two townships in one group: 95, 85 and 75 points."""
    made = contest(**given)
    near, beside, far = entered(made, NEAR, BESIDE, FAR)
    scored(made, near, "57", "38")
    scored(made, beside, "50", "35")
    scored(made, far, "45", "30")
    return made


def entry_of(made: Contest, code: str) -> ContestEntry:
    """The entry of a village, as it is now."""
    return ContestEntry.objects.select_related("village").get(contest=made, village__code=code)
