"""The county's own indicators: every one that is asked, without a line of code for a new one."""

from collections.abc import Iterator

from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Line, Paragraph, Table, plain
from rectification.reports.figures.own_indicators import asked_indicators
from rectification.reports.told import Known, Told, paragraph
from rectification.reports.topics.indicator_items import Pair, indicator_items, indicator_rows

_MOST_SAID = 5
_HEADERS = ("指标", "单位", "统计期", "本期", "上期", "已报村")


def tell(asked: Asked) -> Told:
    """All indicators asked in the period. At most two queries."""
    pairs = [Pair(*one) for one in asked.read(asked_indicators, asked.county.code, asked.period,
                                              asked.as_of, _map(asked))]  # fmt: skip
    if not pairs:
        return Told("indicators")
    return Told(
        "indicators", bases=(indicator_rows(asked, pairs),),
        items=lambda tables: indicator_items(pairs, tables),
        paragraphs=lambda known: _words(pairs, known), tables=lambda known: _table(pairs, known),
    )  # fmt: skip


def _map(asked: Asked) -> tuple[tuple[int, str, str], ...]:
    return tuple((one.pk, one.code, one.township_code) for one in asked.places)


def _words(pairs: list[Pair], known: Known) -> Iterator[Paragraph]:
    """The first few in words, the others in the table."""
    said = [one for one in pairs if known.has(one.code)][:_MOST_SAID]
    yield from paragraph("县定指标", [_line(one) for one in said])


def _line(pair: Pair) -> Line:
    one = pair.now.definition
    said = f"{plain(one.name)}{{{pair.code}}}{plain(one.shown_unit)}"
    return Line(
        pair.code, f"{plain(pair.now.span.label)}{said}（{{{pair.code}.villages}}个村已报）。"
    )


def _table(pairs: list[Pair], known: Known) -> Iterator[Table]:
    lines = [_row(one, known) for one in pairs]
    codes = tuple(
        (None, None, None, one.code, f"{one.code}.before", f"{one.code}.villages") for one in pairs
    )
    keys = ("name", "unit", "span", "now", "before", "villages")
    yield Table("indicators", "县定指标情况", keys, _HEADERS, tuple(lines), codes, annex=True,
                widths=(12, 4, 6, 6, 6, 5))  # fmt: skip


def _row(pair: Pair, known: Known) -> tuple[Cell, ...]:
    one, items = pair.now.definition, known.items
    figures = (items[code].shown() for code in (pair.code, f"{pair.code}.before",
                                                f"{pair.code}.villages"))  # fmt: skip
    return one.name, one.shown_unit, pair.now.span.label, *figures
