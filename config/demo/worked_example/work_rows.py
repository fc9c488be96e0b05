"""The rows of the sheet of works done (办实事台账)."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, NamedTuple

from config.demo.worked_example.dice import dice, parted
from config.demo.worked_example.places import BY_ELECTED, PLACES, RELAPSED, SET_UP, Place

TITLE = "示例县2026年后进村整顿办实事台账"
HEADER = ("序号", "乡镇", "村", "实事种类", "数量", "单位", "完成日期", "惠及户数", "说明")
WIDTHS = (5, 12, 14, 14, 9, 7, 13, 10, 34)
FIRST, LAST = date(2026, 3, 10), date(2026, 10, 28)
# Those that came back on the list are on it again since the spring.
_AGAIN = date(2026, 5, 20)


class Kind(NamedTuple):
    """A kind of work: its whole quantity, `step` by which it grows, in how many places, where."""

    name: str
    unit: str
    whole: Decimal
    step: Decimal
    places: int
    notes: tuple[str, ...]


KINDS = (
    Kind("大棚", "座", Decimal(78), Decimal(1), 14, ("冬暖大棚", "合作社蔬菜大棚", "菌菇棚")),
    Kind("机井", "眼", Decimal(65), Decimal(1), 15, ("村南农田机井", "配套电机和管道", "抗旱机井")),
    Kind("道路", "公里", Decimal(42), Decimal("0.5"), 18, ("通村路", "村内主街硬化", "机耕路")),
    Kind("经济作物", "亩", Decimal(3030), Decimal(10), 13, ("柑橘改良", "丹参订单", "辣椒基地")),
    Kind("养殖小区", "个", Decimal(7), Decimal(1), 6, ("肉羊养殖小区", "蛋鸡养殖小区")),
    Kind("惠及农户", "户", Decimal(217), Decimal(1), 12, ("小额贷款贴息", "危房改造", "订单收购")),
)  # fmt: skip


def rows() -> Iterator[tuple[Any, ...]]:
    """All rows below the header, in the order of days."""
    of = dice("works")
    told = [*(row for kind in KINDS for row in _of_kind(kind, of)), *_elected()]
    told.sort(key=lambda row: (row[5], row[0], row[1], row[2]))
    for number, row in enumerate(told, 1):
        yield (number, *row)


def _of_kind(kind: Kind, of: Random) -> Iterator[tuple[Any, ...]]:
    shares = parted(of, int(kind.whole / kind.step), kind.places)
    for place, share in zip(of.sample(PLACES, kind.places), shares, strict=True):
        quantity = share * kind.step
        served = int(quantity) if kind.name == "惠及农户" else None
        yield _row(place, kind.name, quantity, kind.unit, _day(place, of), served,
                   of.choice(kind.notes))  # fmt: skip


def _elected() -> Iterator[tuple[Any, ...]]:
    """One branch team or by-election a village."""
    for name, places, note in (
        ("支部班子组建", SET_UP, "支部委员会选举产生新一届班子"),
        ("村委会补选", BY_ELECTED, "村民会议补选村委会成员"),
    ):
        for place, day in places.items():
            yield _row(place, name, Decimal(1), "个", day, None, note)


def _row(place: Place, *told: Any) -> tuple[Any, ...]:
    name, quantity, unit, day, served, note = told
    number = int(quantity) if quantity == int(quantity) else float(quantity)
    return place.township, place.village, name, number, unit, day, served, note


def _day(place: Place, of: Random) -> date:
    first = _AGAIN if place.village in RELAPSED else FIRST
    return first + timedelta(days=of.randint(0, (LAST - first).days))
