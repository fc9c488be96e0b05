"""A long period as the sum of its months: what their reports said, plus listed corrections."""

from collections.abc import Iterator

from rectification.reports.asked import Asked
from rectification.reports.content import Fold, Formula, Item, Table, Where, count, total
from rectification.reports.told import Told, Topic
from rectification.reports.topics.month_rows import MONTHS, Again, flows, month_table
from rectification.reports.topics.month_words import month_front, month_tables, month_words

_DEFINITION = "各月通报数之和加更正；没有定稿通报的月份按现有数据"
_CORRECTION = (("old", "原值", "frozen"), ("new", "更正后", "now"), ("by", "差额", "correction"))


def telling(again: Again) -> Topic:
    """The topic; `again` gives the figures of a month as the rows give them now. One query, and
    those of a month's report for each month."""

    def tell(asked: Asked) -> Told:
        table = month_table(asked, again)
        return Told(
            "frozen_months", bases=(table,), items=lambda tables: _items(tables[MONTHS]),
            paragraphs=month_words, front=month_front, tables=month_tables,
        )  # fmt: skip

    return tell


def _items(table: Table) -> Iterator[Item]:
    """`year.<code>` for each flow, each month's part of it, and the corrections."""
    tables = {MONTHS: table}
    changed = count(MONTHS, Where("corrected", "eq", 1))
    yield Item.folded("year.corrections", "各月数据更正", "处", changed, tables)
    for code, (label, unit) in flows(table).items():
        where, digits = Where("figure", "eq", code), _digits(table, code, unit)
        sums = tuple(Fold(MONTHS, "sum", one, (where,)) for one in ("told", "correction"))
        yield Item.folded(
            f"year.{code}", f"{label}（按月累计）", unit,
            Formula("total", sums, digits=digits, empty=None), tables,
            definition=_DEFINITION, source="各月调度通报", missing=_unknown(table, code),
        )  # fmt: skip
        yield from _of_months(table, code, digits)


def _digits(table: Table, code: str, unit: str) -> int:
    """Two for money, else as many as any of its numbers has."""
    told = (str(table.cell(row, key)) for row in _of(table, code) for key in ("told", "now"))
    return 2 if unit == "元" else max(len(one.partition(".")[2]) for one in told)


def _of(table: Table, code: str) -> list[tuple[str | int | None, ...]]:
    return [row for row in table.rows if table.cell(row, "figure") == code]


def _unknown(table: Table, code: str) -> tuple[str, ...]:
    """Months that nobody knows: they are in no sum."""
    rows = _of(table, code)
    return tuple(str(table.cell(one, "month")) for one in rows if table.cell(one, "told") is None)


def _of_months(table: Table, code: str, digits: int) -> Iterator[Item]:
    for row in _of(table, code):
        month, label = str(table.cell(row, "month")), table.cell(row, "label")
        yield _single(table, row, f"month.{month}.{code}", f"{month}{label}", "told", digits)
        if table.cell(row, "corrected"):
            for end, word, column in _CORRECTION:
                one = f"correction.{month}.{code}.{end}"
                yield _single(table, row, one, f"{month}{label}{word}", column, digits)


def _single(
    table: Table, row: tuple[str | int | None, ...], code: str, label: str, column: str,
    digits: int,
) -> Item:  # fmt: skip
    """One cell as a figure of its own."""
    where = (Where("month", "eq", table.cell(row, "month")),
             Where("figure", "eq", table.cell(row, "figure")))  # fmt: skip
    formula = total(MONTHS, column, *where, digits=digits, empty=None)
    source = str(table.cell(row, "report") or "现有数据")
    return Item.folded(
        code, label, str(table.cell(row, "unit")), formula, {MONTHS: table}, source=source
    )
