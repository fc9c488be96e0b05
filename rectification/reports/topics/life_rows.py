"""The frozen rows of organization life: a branch a row, its stretches of the period by kind."""

from collections.abc import Mapping
from typing import Any

from branches.choices import MeetingKind
from branches.figures.life import Life, life
from branches.meeting_rules import Stretch, Verdict
from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Table
from rectification.reports.topics.life_kinds import Kinds, back, ends

TABLE = "branches"
_FRAME = {
    "township_code": "乡镇代码", "code": "村代码", "village": "村", "branch": "党支部",
    "due": "应开期数", "held": "已开期数", "unknown": "未填期数", "attended": "近几次实到",
    "should_attend": "近几次应到",
}  # fmt: skip
_PARTS = {"due": "应开", "held": "已开", "missed": "未开", "unknown": "未填", "when": "未开的时段"}
_SO_FAR = "本期已开"


def branch_life(scope: Any, county: str, on: Any, count: int) -> list[Life]:
    """Every branch at the end of a day, so many stretches back. Three queries."""
    return life(scope, county, on, over=True, back=count)


def branch_rows(asked: Asked, kinds: Kinds) -> Table:
    """One branch a row. Three queries."""
    found = asked.read(branch_life, asked.scope, asked.county.code, asked.as_of, back(asked))
    keys, headers = [*_FRAME], [*_FRAME.values()]
    for kind in kinds.ended:
        keys += [f"{kind}_{part}" for part in _PARTS]
        headers += [f"{kind.label}{word}" for word in _PARTS.values()]
    keys += [f"{kind}_so_far" for kind in kinds.running]
    headers += [f"{kind.label}{_SO_FAR}" for kind in kinds.running]
    known = (one for one in found if one.village_code in asked.place_of)
    rows = tuple(_row(asked, kinds, one) for one in known)
    return Table(TABLE, "各党支部组织生活", tuple(keys), tuple(headers), rows)


def _row(asked: Asked, kinds: Kinds, one: Life) -> tuple[Cell, ...]:
    told = {kind: _told(asked, kinds, kind, one) for kind in kinds.ended}
    every = [verdict for found in told.values() for verdict in found.values()]
    held, missed = every.count(Verdict.HELD), every.count(Verdict.MISSED)
    place, came = asked.place_of[one.village_code], one.attendance
    cells: list[Cell] = [
        place.township_code, place.code, place.name, one.name, held + missed, held,
        every.count(Verdict.UNKNOWN), came.attended if came else None,
        came.should_attend if came else None,
    ]  # fmt: skip
    for kind, found in told.items():
        cells += _parts(found) if kind in one.verdicts else [None] * len(_PARTS)
    return (*cells, *(_so_far(one, kind) for kind in kinds.running))


def _told(asked: Asked, kinds: Kinds, kind: MeetingKind, one: Life) -> dict[Stretch, Verdict]:
    """Verdicts on the stretches that ended in the period, oldest first; those from before the
    branch was founded are not there."""
    both = zip(kinds.stretches[kind], one.verdicts.get(kind, ()), strict=False)
    return {stretch: found for stretch, found in reversed(list(both)) if ends(asked, stretch)}


def _parts(told: Mapping[Stretch, Verdict]) -> list[Cell]:
    found = list(told.values())
    held, missed = found.count(Verdict.HELD), found.count(Verdict.MISSED)
    when = "、".join(_words(one) for one, how in told.items() if how is Verdict.MISSED)
    return [held + missed, held, missed, found.count(Verdict.UNKNOWN), when]


def _words(stretch: Stretch) -> str:
    first, last = stretch.first.month, stretch.last.month
    return f"{first}月" if first == last else f"{first}至{last}月"


def _so_far(one: Life, kind: MeetingKind) -> int | None:
    """Whether the running stretch has its meeting; None where none is due."""
    told = one.verdicts.get(kind)
    return int(told[0] is Verdict.HELD) if told else None
