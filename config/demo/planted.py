"""What the demo county has out of order on purpose, in one list for people and tests.

Every month of every colour stands in it: the villages that an evaluation finds red in a month are
those with a red row of this month, no other. `rule` is the code of a warning where one is about
the matter (C1 and C2 where several or lasting yellows together are), else a plain key.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from config.demo.filing_story import Story
from config.demo.ledgers.supervision_planted import supervised
from config.demo.planted_draws import DRAWN, NONE, RED, YELLOW, Drawn
from config.demo.planted_ledgers import Told, from_ledgers
from config.demo.troubles import (
    DRAWS,
    MISTAKEN,
    SNOW,
    TOGETHER,
    missed_once,
    mistaken,
    snowed_in,
    together,
    unkept,
)
from config.demo.worked_example import places
from config.demo.world import World
from villages.common.periods import Month, parse_month

GREY = "grey"
_OCTOBER = "2026-10"
# What the months of filing hold: key in the story, key here.
_FILED = {
    "silent": "silent", "late": "late", "returned": "returned", "corrected": "unit-slip",
    "copied": "copied-text", "backfilled": "backfilled",
}  # fmt: skip
# Draws that no ledger of the colours knows.
_OTHERS = {"sites": 6, "recruit hurried": 2, "seals": 3, "powers": 6, "spending": 5}


@dataclass(frozen=True)
class Plant:
    """What is out of order, and where; `colour` is empty where no warning is about it."""

    village: str
    period: str
    rule: str
    colour: str
    why: str


def planted(world: World) -> tuple[Plant, ...]:
    """Everything, in order of rule, period and village."""
    parts = (_drawn, _stories, _filed, _batch, _unkept, from_ledgers, supervised_as_told)
    found = {Plant(*told) for part in parts for told in part(world)}
    return tuple(sorted(found, key=lambda one: (one.rule, one.period, one.village, one.why)))


def _drawn(world: World) -> Iterator[Told]:
    for one in DRAWN:
        for village in world.picked(one.name, _count(one))[one.first : one.last]:
            for span in one.spans:
                for month in span.months:
                    yield str(village.code), month.code, span.rule, span.colour, one.why


def _count(one: Drawn) -> int:
    return {**DRAWS, **_OTHERS}[one.name]


def _stories(world: World) -> Iterator[Told]:
    """Small ones: a month without meetings, three troubles at once, a petition of another."""
    for village, month in missed_once(world):
        yield from _two_months(str(village.code), month, "W05", "当月没有开展组织生活")
    code, why = str(together(world).code), "缺后备干部,又出事故、漏开会议"
    yield from _two_months(code, TOGETHER, "W05", "当月没有开展组织生活")
    for month in (TOGETHER, TOGETHER.next()):
        yield code, month.code, "C1", RED, why
    yield str(mistaken(world).code), MISTAKEN.code, "W19", RED, "集体访记错了村,属误报"
    for village in snowed_in(world):
        yield str(village.code), SNOW.code, "exempt", NONE, "大雪封路,组织生活豁免"


def _two_months(code: str, first: Month, rule: str, why: str) -> Iterator[Told]:
    """Yellow in its month, and in the next until somebody looked."""
    for month in (first, first.next()):
        if month.code <= _OCTOBER:
            yield code, month.code, rule, YELLOW, why


def _unkept(world: World) -> Iterator[Told]:
    for village in unkept(world):
        for month in world.months:
            why = "组织生活和信访没有台账,缺数据不能评定"
            yield str(village.code), month.code, "data-missing", GREY, why


def _filed(world: World) -> Iterator[Told]:
    for one in Story(world).planted():
        yield one.village, one.period, _FILED[one.what], NONE, one.why
        if one.what == "silent":
            yield from _two_months(one.village, parse_month(one.period), "W28", one.why)


def supervised_as_told(world: World) -> Iterator[Told]:
    """Orders and findings that nobody answered."""
    for village, period, rule, why in supervised(world):
        yield village, period, rule, NONE, why


def _batch(world: World) -> Iterator[Told]:
    """The villages under rectification: short teams, failed acceptances, work that is late."""
    for village in places.among(world.villages):
        place, code = places.place_of(village), str(village.code)
        if place.verdict is not places.Verdict.PASSED:
            yield code, _OCTOBER, "case-open", NONE, "2026 年批次,仍在整顿"
        yield from _short(place, code)
        if place.verdict is places.Verdict.FAILED:
            yield code, _OCTOBER, "W27", RED, "整顿验收不合格"
        elif place.village in places.OVERDUE:
            yield code, _OCTOBER, "W27", RED, "整顿任务 9 月 30 日到期没有完成"


def _short(place: places.Place, code: str) -> Iterator[Told]:
    """Nobody was elected into these seats in 2022; the ledger shows it since this year."""
    lacking = [
        body
        for body, short in (
            ("支部委员", places.BRANCH_SHORT),
            ("村委会委员", places.COMMITTEE_SHORT),
        )
        if place.village in short
    ]
    why = f"{'、'.join(lacking)}缺 1 名"
    if len(lacking) > 1:
        yield code, "2026-07", "W02", YELLOW, why
        for month in ("2026-08", "2026-09", _OCTOBER):
            yield code, month, "W02", RED, why
    elif lacking:
        yield code, _OCTOBER, "W02", YELLOW, why
