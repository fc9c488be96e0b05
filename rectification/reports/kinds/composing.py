"""Putting a report together from what its topics tell."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from rectification.reports.asked import Asked
from rectification.reports.content import (
    Chart,
    Item,
    Line,
    ReportContent,
    Section,
    Table,
)
from rectification.reports.kinds.dating import date_words
from rectification.reports.kinds.planning import Plan
from rectification.reports.kinds.sectioning import Whole, problems_of, sections_of
from rectification.reports.paper_parameters import paper_facts
from rectification.reports.told import Known, Told
from rectification.reports.topics.repeated_told import tell_repeated
from villages.trace.daily import root_of

_FRAME = (
    ("code", "村代码"),
    ("township_code", "乡镇代码"),
    ("township", "乡镇（街道）"),
    ("village", "村"),
)


Progress = Callable[[int, int], None]


def compose(kind: str, plan: Plan, asked: Asked, progress: Progress) -> ReportContent:
    """The report of one county and period; `progress` hears how many topics were read."""
    whole = _again(_gathered(asked, _told(plan, asked, progress)))
    known, told = whole.known, whole.told
    sections = tuple(sections_of(plan, whole))
    tables = _tables(plan, [table for one in told for table in one.tables(known)])
    front = tuple(line for one in told for line in one.front(known))
    charts = tuple(chart for one in told for chart in one.charts(known))
    county, head = asked.county, asked.head
    return ReportContent(
        kind=kind, period=asked.period.code, county_code=county.code, county_name=county.name,
        organ=head.organ, title=plan.title(asked.period.label), recipients=head.recipients,
        copies=head.copies,
        date_text=date_words(kind, asked.period, county.code), as_of=asked.as_of.isoformat(),
        is_open=asked.is_open,
        note=f"草稿：{asked.period.label}尚未封账，数据可能变化" if asked.is_open else "",
        front=front, sections=sections,
        figures=ordered(known.items, front, sections, tables, charts),
        bases=tuple(known.tables.values()), tables=tables, charts=charts,
        problems=tuple(problems_of(whole)), root=root_of(asked.as_of, asked.on),
        facts=paper_facts(head, county.code, asked.as_of)
        | {key: value for one in told for key, value in one.facts.items()},
    )  # fmt: skip


def _told(plan: Plan, asked: Asked, progress: Progress) -> tuple[Told, ...]:
    told = []
    for done, topic in enumerate(plan.topics):
        progress(done, len(plan.topics))
        with asked.sharing():
            told.append(topic(asked))
    return tuple(told)


def _gathered(asked: Asked, told: tuple[Told, ...]) -> Whole:
    tables = {"villages": village_table(asked, told)}
    tables |= {base.key: base for one in told for base in one.bases}
    items = {item.code: item for one in told for item in one.items(tables)}
    for code in dict.fromkeys(code for one in told for code in one.per_township):
        if code in items:
            parts = (items[code].narrowed(*unit, tables) for unit in asked.townships.items())
            items |= {part.code: part for part in parts}
    known = Known(asked, tables, items)
    for one in told:
        later = one.later(known)
        known = Known(
            asked, {**known.tables, **{base.key: base for base in later.bases}},
            {**known.items, **{item.code: item for item in later.items}},
        )  # fmt: skip
    return Whole(known, told)


def _again(whole: Whole) -> Whole:
    """With what stood in the report before too."""
    known, again = whole.known, tell_repeated(problems_of(whole), whole.known)
    tables = {**known.tables, **{base.key: base for base in again.bases}}
    items = {**known.items, **{item.code: item for item in again.items(tables)}}
    return Whole(Known(known.asked, tables, items), (*whole.told, again))


def village_table(asked: Asked, told: Iterable[Told]) -> Table:
    """The frozen rows of villages: one village a row, money in fen, unknown is None."""
    columns = {key: column for one in told for key, column in one.columns.items()}
    keys = (*(key for key, _header in _FRAME), *columns)
    headers = (*(header for _key, header in _FRAME), *(one.header for one in columns.values()))
    rows = tuple(
        (one.code, one.township_code, one.township, one.name,
         *(column.cells.get(one.code) for column in columns.values()))
        for one in asked.places
    )  # fmt: skip
    return Table("villages", "各村情况", keys, headers, rows)


def _tables(plan: Plan, tables: list[Table]) -> tuple[Table, ...]:
    """Tables of the text first, attachments behind them in the order of the plan."""
    inside = {key for part in plan.parts for key in part.tables}
    order = {key: place for place, key in enumerate(plan.annexes)}
    text = [one for one in tables if one.key in inside]
    rest = sorted(
        (replace(one, annex=True) for one in tables if one.key not in inside),
        key=lambda one: order.get(one.key, len(order)),
    )
    return (*text, *rest)


def ordered(
    items: Mapping[str, Item],
    front: Iterable[Line],
    sections: Iterable[Section],
    tables: Iterable[Table],
    charts: Iterable[Chart],
) -> tuple[Item, ...]:
    """Figures as they come up: in the text, in tables, in charts, then those behind them."""
    stated = [code for line in front for code in line.figure_codes]
    stated += [code for part in sections for line in part.lines for code in line.figure_codes]
    stated += [code for table in tables for code in table.figure_codes]
    stated += [code for chart in charts for one in chart.series for code in one.codes if code]
    return tuple(items[code] for code in dict.fromkeys([*stated, *items]))
