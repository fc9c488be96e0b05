"""The table of all townships, side by side."""

from collections.abc import Iterator
from dataclasses import replace

from rectification.reports.content import Table
from rectification.reports.parameters import Choices
from rectification.reports.tables import Shown, township_table
from rectification.reports.told import Known
from rectification.reports.topics.bands import BANDS, RATE, UNITS

_MOST = 11
_SMALL = "标*的乡镇（街道）村数少，一个村的变化影响较大，只供参考。"
_RANKS = (
    Shown("名次", "tasks.rank", "", 4, total=False),
    Shown("升降", "tasks.rank.change", "", 4, total=False),
)
_SHOWN = (
    Shown("村数", "villages", "", 4),
    Shown("到期任务", "tasks.due", "", 5),
    Shown("完成", "tasks.done", "", 4),
    Shown("完成率%", RATE, "", 6),
    Shown("按时报送率%", "filing.on_time", "", 6),
    Shown("红色村", "colour.red", "", 4),
    Shown("黄色村", "colour.yellow", "", 4),
    Shown("绿色村", "colour.green", "", 4),
    Shown("经营性收入（万元）", "income.operating_type", "wan", 7),
    Shown("五万元以下村", "income.weak", "", 5),
    Shown("书记空缺村", "cadres.villages_without_secretary", "", 5),
    Shown("逾期督办事项", "orders.overdue", "", 5),
)
# Left out first where the table would be too wide.
_LEAST = ("colour.green", "income.weak", "villages")


def tables(chosen: Choices, known: Known) -> Iterator[Table]:
    """At most twelve columns: what no township has is left out. Bands stand there, or ranks where
    the county publishes them."""
    columns = [one for one in _SHOWN if _is_there(known, one.code)]
    ranked = [one for one in _RANKS if chosen.ranks and _is_there(known, one.code)]
    columns = _fitting(columns, _MOST - len(ranked) - int(UNITS in known.tables))
    at = next((place for place, one in enumerate(columns, 1) if one.code == RATE), len(columns))
    table = township_table(
        known, "townships", "各乡镇（街道）情况", [*columns[:at], *ranked, *columns[at:]]
    )
    yield _with_bands(chosen, known, table)


def _is_there(known: Known, code: str) -> bool:
    """Whether any township has this figure with a number."""
    found = (known.of(code, unit) for unit in known.asked.townships)
    return any(one is not None and one.value is not None for one in found)


def _fitting(columns: list[Shown], most: int) -> list[Shown]:
    """At most so many columns beside the name."""
    for code in _LEAST:
        if len(columns) + 1 > most:
            columns = [one for one in columns if one.code != code]
    return columns


def _with_bands(chosen: Choices, known: Known, table: Table) -> Table:
    """The same with bands where ranks are not published; small townships are marked."""
    marks = [_is_small(chosen, known, unit) for unit in known.asked.townships]
    rows = [
        (f"{row[0]}*" if small else row[0], *row[1:])
        for row, small in zip(table.rows, [*marks, False], strict=True)
    ]
    table = replace(table, rows=tuple(rows), note=_SMALL if any(marks) else "")
    if chosen.ranks or UNITS not in known.tables:
        return table
    bands = [*known.tables[UNITS].column("band"), None]
    words = [BANDS.get(str(band), "" if place == len(rows) - 1 else "—")
             for place, band in enumerate(bands)]  # fmt: skip
    return replace(
        table, keys=(*table.keys, "band"), headers=(*table.headers, "任务档次"),
        rows=tuple((*row, word) for row, word in zip(rows, words, strict=True)),
        codes=tuple((*row, None) for row in table.codes), widths=(*table.widths, 5),
    )  # fmt: skip


def _is_small(chosen: Choices, known: Known, unit: str) -> bool:
    return sum(one.township_code == unit for one in known.asked.places) < chosen.small
