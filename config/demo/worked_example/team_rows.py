"""The rows of the roster of village cadres (村干部花名册) of the 32 villages."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any, NamedTuple

from config.demo.worked_example.dice import dice, person
from config.demo.worked_example.places import (
    BRANCH_SHORT,
    BY_ELECTED,
    COMMITTEE_SHORT,
    PASSED,
    PLACES,
    SET_UP,
    Place,
)

TITLE = "示例县2026年整顿村干部花名册"
HEADER = (
    "序号", "乡镇", "村", "姓名", "性别", "民族", "出生年月", "学历", "政治面貌", "入党时间",
    "职务", "任现职时间", "退役军人", "返乡人员", "致富带头人", "联系电话",
)  # fmt: skip
WIDTHS = (5, 12, 14, 10, 6, 7, 11, 8, 12, 11, 26, 12, 9, 9, 11, 14)
RESERVE = 76
_ELECTED, _RESERVED = date(2022, 6, 20), date(2024, 3, 1)
# A third one where the township looked further ahead.
_THIRD = PASSED[: RESERVE - 2 * len(PLACES)]


class Seat(NamedTuple):
    """A seat of a team: its posts, born from and to, whether in the party, whether a woman."""

    posts: str
    first: int
    last: int
    in_party: bool
    is_woman: bool = False


_BOTH = Seat("党支部书记、村委会主任", 1970, 1990, in_party=True)
_SECRETARY = Seat("党支部书记", 1972, 1992, in_party=True)
_DIRECTOR = Seat("村委会主任", 1970, 1990, in_party=True)
_DEPUTY = Seat("党支部副书记、民兵连长", 1972, 1992, in_party=True)
_MEMBER = Seat("组织委员、妇联主席", 1976, 1996, in_party=True, is_woman=True)
_COMMITTEE = Seat("村委会委员", 1973, 1994, in_party=False)
_CLERK = Seat("村委会委员、文书", 1985, 2000, in_party=False, is_woman=True)
_SUPERVISION = Seat("村务监督委员会主任", 1965, 1984, in_party=True)
_RESERVE = Seat("后备干部", 1989, 2002, in_party=False)


def rows() -> Iterator[tuple[Any, ...]]:
    """All rows below the header."""
    of, number = dice("team"), 0
    for place in PLACES:
        names: set[str] = set()
        for seat in seats_of(place):
            number += 1
            yield (number, place.township, place.village, *_row(place, seat, of, names))


def seats_of(place: Place) -> list[Seat]:
    """Who is there: the whole team but for what is short, and the reserve. Where a branch team
    was set up, the secretary is new and the director is whom the village elected."""
    heads = [_SECRETARY, _DIRECTOR] if place in SET_UP else [_BOTH]
    team = [*heads, _DEPUTY, _MEMBER, _COMMITTEE, _CLERK, _SUPERVISION]
    if place.village in BRANCH_SHORT:
        team.remove(_MEMBER)
    if place.village in COMMITTEE_SHORT:
        team.remove(_COMMITTEE)
    return [*team, *[_RESERVE] * (2 + (place in _THIRD))]


def _row(place: Place, seat: Seat, of: Random, names: set[str]) -> tuple[Any, ...]:
    woman = seat.is_woman or (seat is _RESERVE and of.random() < 0.3)
    name = _fresh(of, names, woman=woman)
    year = of.randint(seat.first, seat.last)
    joined = f"{min(year + 24, 2020)}.07" if seat.in_party else None
    return (
        name, "女" if woman else "男", "汉" if of.random() < 0.93 else "苗",
        f"{year}.{of.randint(1, 12):02d}", _schooling(of, year),
        "中共党员" if seat.in_party else "群众", joined, seat.posts, _since(place, seat),
        _yes(of, 0.0 if woman else 0.2), _yes(of, 0.25), _yes(of, 0.3),
        f"1390000{of.randint(0, 9999):04d}",
    )  # fmt: skip


def _fresh(of: Random, names: set[str], *, woman: bool) -> str:
    """Nobody in a village has the name of another."""
    while (name := person(of, woman=woman)) in names:
        continue
    names.add(name)
    return name


def _since(place: Place, seat: Seat) -> date:
    """Elected with the others, or this year where a team was set up or somebody by-elected."""
    if seat is _RESERVE:
        return _RESERVED
    if seat is _SECRETARY:
        return SET_UP[place]
    return BY_ELECTED.get(place, _ELECTED) if seat is _COMMITTEE else _ELECTED


def _schooling(of: Random, year: int) -> str:
    bands = ("本科", "大专", "大专", "高中", "高中", "初中")
    return of.choice(bands[:5] if year > 1980 else bands[2:])


def _yes(of: Random, share: float) -> str:
    return "是" if of.random() < share else "否"
