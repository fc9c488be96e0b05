"""Comparing a number of villages with an earlier time and with a plan (环比、同比、与计划比).

Only villages whose number is known both times are compared; how many these are is a figure too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rectification.reports.content import Cell, Fold, Formula, Item, Table, Where, count, share_of
from rectification.reports.told import Column

PREVIOUS, LAST_YEAR, PLAN = "previous", "last_year", "plan"
_WORDS = {PREVIOUS: "上期", LAST_YEAR: "上年同期", PLAN: "计划"}
_CHANGE = {PREVIOUS: "环比增减", LAST_YEAR: "同比增减", PLAN: "完成计划"}


@dataclass(frozen=True)
class Compared:
    """A column of villages, its figure, and how its numbers are told: fen become yuan."""

    code: str
    label: str
    unit: str
    column: str
    fen: bool = False


def compared_columns(
    of: Compared, against: str, now: Mapping[str, Cell], then: Mapping[str, Cell]
) -> dict[str, Column]:
    """The other number of each village, and whether both are known."""
    word = _WORDS[against]
    both = {
        code: int(now.get(code) is not None and then.get(code) is not None)
        for code in {*now, *then}
    }
    suffix = "_fen" if of.fen else ""
    stem = of.column.removesuffix("_fen")
    return {
        f"{stem}_{against}{suffix}": Column(f"{of.label}{word}", then),
        f"{stem}_{against}_both": Column(f"{of.label}与{word}可比", both),
    }


def compared_items(of: Compared, against: str, tables: Mapping[str, Table]) -> Iterator[Item]:
    """The earlier value, that of now, and the change over the villages that are comparable, and
    how many these are. Codes: `.previous`, `.previous.now`, `.previous.change`, `.previous.set`."""
    stem, word = of.column.removesuffix("_fen"), _WORDS[against]
    both = Where(f"{stem}_{against}_both", "eq", 1)
    then = Fold("villages", "sum", f"{stem}_{against}{'_fen' if of.fen else ''}", (both,))
    now = Fold("villages", "sum", of.column, (both,))
    more = {"definition": f"只算两个时点都有数的村（可比村），{word}与本期范围一致"}
    base = f"{of.code}.{against}"
    for code, label, fold in (
        (base, f"{of.label}{word}", then),
        (f"{base}.now", f"{of.label}（与{word}可比村）", now),
    ):
        yield Item.folded(code, label, of.unit, _plain(of, fold), tables, before=of.code, **more)
    change = Formula("growth", (now, then), 2, empty=None)
    if against == PLAN:
        change = share_of(now, then)
    label = f"{of.label}{_CHANGE[against]}"
    yield Item.folded(f"{base}.change", label, "%", change, tables, before=of.code, **more)
    label = f"{of.label}与{word}可比的村"
    yield Item.folded(f"{base}.set", label, "个", count("villages", both), tables)


def _plain(of: Compared, fold: Fold) -> Formula:
    """The sum in the unit in which the figure is told."""
    if of.fen:
        return Formula("value", (fold,), digits=2, scale=100, empty=None)
    return Formula("value", (fold,), empty=None)
