"""The table of comparisons (环比、同比、与计划比): every cell a figure.

Numbers of earlier reports come frozen from these reports, as they were said then. Income compares
villages with both numbers (see `comparing.py`), colours come from the stored colours.
"""

from collections.abc import Iterator
from dataclasses import replace

from rectification.reports.asked import Asked
from rectification.reports.content import (
    Cell,
    Fold,
    Formula,
    Item,
    ReportContent,
    Table,
    Where,
    share_of,
)
from rectification.reports.told import Known, Later, Told
from rectification.reports.topics.compared_table import PLAIN, PREVIOUS, TIMES, YEAR, tables
from rectification.reports.topics.spans import as_before

BASE = "before"
_KEYS = {"time": "时点", "code": "指标代码", "township_code": "乡镇代码", "value": "数值",
         "numerator": "分子", "denominator": "分母"}  # fmt: skip


def tell(asked: Asked) -> Told:
    """The main figures beside those of the period before, of last year and the plan. No query."""
    return Told("compared", bases=(_base(asked),), later=_later, tables=tables)


def _base(asked: Asked) -> Table:
    """What earlier reports said, one figure a row."""
    rows = (*_said(PREVIOUS, asked.before), *_said(YEAR, asked.year_before))
    return Table(BASE, "以前报告中的数", tuple(_KEYS), tuple(_KEYS.values()), rows)


def _said(time: str, content: ReportContent | None) -> Iterator[tuple[Cell, ...]]:
    for code in PLAIN if content else ():
        one = content.by_code.get(code) if content else None
        if one is not None and one.value is not None:
            yield (time, code, "", one.value, one.numerator, one.denominator)


def _later(known: Known) -> Later:
    found: list[Item] = []
    for code in PLAIN:
        item = known.items.get(code)
        if item is not None and item.formula is not None:
            for time, word in TIMES.items():
                found.extend(_earlier(known, item, time, word))
    return Later(items=tuple(found))


def _earlier(known: Known, item: Item, time: str, word: str) -> Iterator[Item]:
    """A figure at an earlier time and the change since; nothing where a topic told it itself or
    nobody knows it."""
    code, formula = f"{item.code}.{time}", item.formula
    if code in known.items or formula is None:
        return
    then = _frozen(item, formula, time)
    if time == PREVIOUS and _has_own_rows(formula, known):
        then = replace(formula, folds=tuple(as_before(one) for one in formula.folds))
    if then.value(known.tables) is None:
        return
    label = f"{item.label}{word}"
    yield Item.folded(code, label, item.unit, then, known.tables, before=item.code)
    label, unit = f"{item.label}比{word}增减", "百分点" if item.unit == "%" else item.unit
    change = _change(formula, then)
    if change is not None:
        more = {"before": item.code}
        yield Item.folded(f"{code}.change", label, unit, change, known.tables, **more)


def _frozen(item: Item, formula: Formula, time: str) -> Formula:
    where = (Where("time", "eq", time), Where("code", "eq", item.code))
    if formula.how == "share":
        return share_of(
            Fold(BASE, "sum", "numerator", where), Fold(BASE, "sum", "denominator", where)
        )
    return Formula("value", (Fold(BASE, "sum", "value", where),), formula.digits, empty=None)


def _has_own_rows(formula: Formula, known: Known) -> bool:
    """Whether the rows behind a figure hold the period before too."""
    folds = [as_before(one) for one in formula.folds]
    spans = all("span" in known.tables[one.table].keys for one in folds)
    return spans and bool(folds[-1].rows(known.tables))


def _change(now: Formula, then: Formula) -> Formula | None:
    """Points of a share, the difference of a number; None where the two are told in units that
    do not go together."""
    if now.how == "share":
        return Formula("points", (*now.folds, *then.folds), 2)
    if now.how != "value" or now.scale != then.scale:
        return None
    return Formula("difference", (*now.folds, *then.folds), now.digits)
