"""Three colours: how many villages, who moved, which rules found most, what was objected to.

Numbers count all villages as they were judged. Names and reasons of villages whose warning is
still announced to those concerned alone are not told, neither on paper nor in the frozen rows.
"""

from collections.abc import Iterator, Mapping

from rectification.reports.asked import Asked
from rectification.reports.content import Item, Table
from rectification.reports.told import Column, Told
from rectification.reports.topics import warning_problems, warning_words
from rectification.reports.topics.warning_items import PER_TOWNSHIP, warning_items
from rectification.reports.topics.warning_reading import Read, read_warnings
from rectification.reports.topics.warning_reasons import paper_reasons
from rectification.reports.topics.warning_rows import bases
from villages.common import clock


def tell(asked: Asked) -> Told:
    """Colours at the end of the period, events in it. At most five queries."""
    read = read_warnings(asked, clock.now())
    return Told(
        "warnings", columns=_columns(asked, read), bases=tuple(bases(asked, read)),
        items=lambda tables: _items(asked, read, tables), per_township=PER_TOWNSHIP,
        paragraphs=warning_words.paragraphs, front=warning_words.front,
        problems=warning_problems.problems, tasks=warning_problems.tasks,
        tables=warning_problems.tables,
    )  # fmt: skip


def _columns(asked: Asked, read: Read) -> dict[str, Column]:
    """Of villages that may be named."""
    rows = {code: one for code, one in read.now.by_village.items() if code not in read.hidden}
    standing = read.standings[read.month.number]
    return {
        "colour": Column("颜色", {code: one.colour for code, one in rows.items()}),
        "reasons": Column("原因", {
            code: paper_reasons(one.reasons, read.titles) for code, one in rows.items()
        }),
        "red_months": Column("连续红色月数", {
            code: standing[code].red_months for code in rows if code in standing
        }),
        "yellow_months": Column("连续黄色月数", {
            code: standing[code].yellow_months for code in rows if code in standing
        }),
    }  # fmt: skip


def _items(asked: Asked, read: Read, tables: Mapping[str, Table]) -> Iterator[Item]:
    yield from warning_items(
        tables, county=asked.county.code, on=asked.month.end, titles=read.titles,
        is_judged=read.now.is_evaluated, was_judged=bool(read.standings[read.before.number]),
        year_judged=bool(read.standings[read.year.number]),
    )  # fmt: skip
