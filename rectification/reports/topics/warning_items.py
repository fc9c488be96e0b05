"""Figures of colours, all from frozen rows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from rectification.reports.content import Fold, Formula, Item, Table, Where, count, share_of
from rectification.reports.topics.warning_event_items import event_items, number, rule_items
from rectification.warnings.parameters import BULLETIN_MONTHS, INTERVIEW_MONTHS
from villages import parameters
from villages.common.figures import Missing

COLOURS = {"red": "红色村", "yellow": "黄色村", "green": "绿色村", "grey": "未评村"}
PER_TOWNSHIP = (
    "colour.red", "colour.yellow", "colour.green", "colour.grey", "colour.missing",
    "colour.red.share", "colour.red.lasting",
)  # fmt: skip
_MISSING = ("grey", "")
_ALL = Fold("colours")


def warning_items(
    tables: Mapping[str, Table], *, county: str, on: date, titles: Mapping[str, str],
    is_judged: bool, was_judged: bool, year_judged: bool,
) -> Iterator[Item]:  # fmt: skip
    """All of them. A month that nobody judged gives gaps; an earlier one that nobody judged gives
    nothing to compare with."""
    for item in (*_colours(tables), *_bounds(tables), *_lasting(tables, county, on)):
        yield item if is_judged else _unjudged(item)
    if is_judged and was_judged:
        yield from _changes(tables, "was", "before", "上期")
        yield from _moves(tables)
    if is_judged and year_judged:
        yield from _changes(tables, "last_year", "year", "上年同期")
    yield from event_items(tables)
    yield from rule_items(tables, titles)


def _unjudged(item: Item) -> Item:
    gap = str(Missing.NOT_EVALUATED)
    return replace(item, value=None, gap=gap, numerator=None, denominator=None)


def _fold(*colours: str, column: str = "colour") -> Fold:
    return Fold("colours", where=(Where(column, "in", colours),))


def _colours(tables: Mapping[str, Table]) -> Iterator[Item]:
    for colour, label in COLOURS.items():
        formula = count("colours", Where("colour", "eq", colour))
        yield number(f"colour.{colour}", label, formula, tables)
    for colour in ("red", "yellow", "green"):
        formula = share_of(_fold(colour), _ALL)
        label = f"{COLOURS[colour]}占比"
        yield number(f"colour.{colour}.share", label, formula, tables, "占全部村", "%")
    noticed = count("colours", Where("noticed", "eq", 1))
    said = "预警在公布前预告期内，颜色计入合计，不列村名和原因"
    yield number("colour.noticed", "预告期内的村", noticed, tables, said)


def _bounds(tables: Mapping[str, Table]) -> Iterator[Item]:
    """Between which shares red and green lie, whatever the villages not judged turn out to be."""
    missing = count("colours", Where("colour", "in", _MISSING))
    said = "缺少数据没有评定，或者还没有评估"
    yield number("colour.missing", "未评定的村", missing, tables, said)
    for colour in ("red", "green"):
        label = COLOURS[colour]
        low, high = share_of(_fold(colour), _ALL), share_of(_fold(colour, *_MISSING), _ALL)
        said = "未评定的村都不是这个颜色"
        yield number(f"colour.{colour}.low", f"{label}占比下限", low, tables, said, "%")
        said = "未评定的村都是这个颜色"
        yield number(f"colour.{colour}.high", f"{label}占比上限", high, tables, said, "%")


def _lasting(tables: Mapping[str, Table], county: str, on: date) -> Iterator[Item]:
    red = Where("colour", "eq", "red")
    for key, one in (("lasting", INTERVIEW_MONTHS), ("named", BULLETIN_MONTHS)):
        months = int(parameters.value(one.key, on=on, county=county))
        formula = count("colours", red, Where("red_months", "ge", months))
        label = f"连续{months}个月以上红色的村"
        yield number(f"colour.red.{key}", label, formula, tables, "含本月")


def _changes(tables: Mapping[str, Table], column: str, key: str, word: str) -> Iterator[Item]:
    """The earlier number, the difference, and for the red share the points."""
    for colour, label in COLOURS.items():
        base, then = f"colour.{colour}", _fold(colour, column=column)
        formula = Formula("value", (then,))
        earlier = number(f"{base}.{key}", f"{label}{word}", formula, tables)
        yield replace(earlier, before=base)
        formula = Formula("difference", (_fold(colour), then))
        change = number(f"{base}.{key}.change", f"{label}比{word}增减", formula, tables)
        yield replace(change, before=base)
    judged = Fold("colours", where=(Where(column, "ne", ""),))
    moved = Formula("points", (_fold("red"), _ALL, _fold("red", column=column), judged), 2)
    label, said = f"红色村占比比{word}增减", "占当时已有评定结果的村"
    yield number(f"colour.red.share.{key}", label, moved, tables, said, "百分点")


def _moves(tables: Mapping[str, Table]) -> Iterator[Item]:
    for key, label in (("worse", "颜色变差的村"), ("better", "颜色好转的村")):
        formula = count("colours", Where(key, "eq", 1))
        yield number(f"warnings.{key}", label, formula, tables, "两期都有颜色的村")
