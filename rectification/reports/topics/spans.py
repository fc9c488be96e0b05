"""How a report speaks of its own span, of the one before, and of townships one by one."""

from collections.abc import Iterator
from datetime import date

from rectification.reports.asked import Asked
from rectification.reports.content import (
    Fold,
    Formula,
    Item,
    Table,
    Where,
    plain,
    share_of,
)
from rectification.reports.told import Known
from villages.common.periods import HalfYear, Month, Period, Quarter

MOST_UNITS = 5
NOW, BEFORE = "now", "before"
_IS_NOW, _WAS_BEFORE = Where("span", "eq", NOW), Where("span", "eq", BEFORE)
_EARLIER: dict[type[Period], str] = {Month: "上月", Quarter: "上季度", HalfYear: "上一个半年"}


def span_words(asked: Asked) -> str:
    """The period as a sentence names it."""
    return plain(asked.period.label)


def earlier_words(asked: Asked) -> str:
    """The period before in one word."""
    return _EARLIER.get(type(asked.period), "上年")


def is_over(asked: Asked) -> bool:
    """Whether the whole period lies behind: before, it is compared with no other."""
    return asked.as_of == asked.period.end


def day(on: date) -> str:
    """A day of a requirement, for a sentence."""
    return f"{{={on.month}}}月{{={on.day}}}日"


def of_now(table: str, column: str) -> Fold:
    """The sum of a column over the rows of this period."""
    return Fold(table, "sum", column, (_IS_NOW,))


def rows_now(table: str, *where: Where) -> Fold:
    """The number of rows of this period."""
    return Fold(table, where=(_IS_NOW, *where))


def as_before(fold: Fold) -> Fold:
    """The same of the period before."""
    kept = tuple(one for one in fold.where if one != _IS_NOW)
    return Fold(fold.table, fold.how, fold.column, (_WAS_BEFORE, *kept))


def rate_and_points(rate: Item, label: str, tables: dict[str, Table]) -> Iterator[Item]:
    """A share of this period, and by how many points it moved; `.points` is left out where the
    period before has no rows."""
    yield rate
    if rate.formula is None:
        return
    part, whole = rate.formula.folds
    if as_before(whole).value(tables):
        moved = Formula("points", (part, whole, as_before(part), as_before(whole)), 2)
        yield Item.folded(
            f"{rate.code}.points", f"{label}环比增减", "个百分点", moved, tables, before=rate.code,
            definition="两期均按各自应计的数计算，直接比较两个比率。",
        )  # fmt: skip


def rate(code: str, label: str, folds: tuple[Fold, Fold], tables: dict[str, Table],
         **more: str) -> Iterator[Item]:  # fmt: skip
    """The same with the share folded from the rows."""
    share = Item.folded(code, label, "%", share_of(*folds), tables, **more)
    yield from rate_and_points(share, label, tables)


def moved_words(known: Known, code: str) -> str:
    """By how many points a share moved, as a clause with its comma; nothing where unknown."""
    moved = known.items.get(f"{code}.points")
    if moved is None or moved.number is None:
        return ""
    word = earlier_words(known.asked)
    if not moved.number:
        return f"，与{word}持平（{{{moved.code}}}个百分点）"
    direction = "提高" if moved.number > 0 else "下降"
    return f"，较{word}{direction}{{{moved.code}:size}}个百分点"


def townships_with(known: Known, code: str) -> list[str]:
    """Townships in which a figure is more than zero, the most first."""
    numbers = {unit: known.of(code, unit) for unit in known.asked.townships}
    some = {unit: one.number for unit, one in numbers.items() if one and one.number}
    return sorted(some, key=lambda unit: (-some[unit], unit))


def townships_told(known: Known, code: str, unit: str) -> str:
    """These townships by name, each with its number; of many the first ones."""
    found = townships_with(known, code)
    told = "、".join(
        f"{plain(known.asked.townships[one])}{{{code}.{one}}}{unit}" for one in found[:MOST_UNITS]
    )
    return told + ("等" if len(found) > MOST_UNITS else "")


def named_villages(known: Known, codes: list[str], code: str, most: int = 6) -> str:
    """The first villages by name; of more than these the figure that says how many."""
    named = plain(known.asked.names(codes[:most]))
    return f"{named}等{{{code}}}个村" if len(codes) > most else f"{{{code}}}个村（{named}）"
