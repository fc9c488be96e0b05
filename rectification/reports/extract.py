"""The part of a report that concerns one township, from its frozen content. Pure.

Figures keep their codes and numbers, so that a short code leads to the same figure on both papers.
What names villages or townships of others is left out. Figures of the county stand beside those of
the township without their rows: these are in the whole report.
"""

from collections.abc import Mapping
from dataclasses import replace

from rectification.reports.content import Item, ReportContent, Table
from rectification.reports.content.items import stored
from rectification.reports.extract_names import Names
from rectification.reports.extract_tables import own_bases, own_charts, own_tables
from rectification.reports.extract_words import own_lines, own_problems, own_sections


def extract(content: ReportContent, unit_code: str) -> ReportContent:
    """What the report says about a township (nine digits) and about the county as a whole.

    `facts["numbers"]` keeps the numbers of the whole report. Raises `KeyError` where the report
    knows no such township.
    """
    names = Names.of(content, unit_code)
    kept = {one.code for one in content.figures if _is_kept(one, names)}
    bases = own_bases(content, unit_code, names)
    tables = own_tables(content, kept, names)
    charts = own_charts(content, kept, names)
    shown = {one.key for one in tables} | {one.key for one in charts}
    by_key = {one.key: one for one in bases}
    return replace(
        content, title=f"{content.title}（{names.unit}摘编）", recipients=names.unit, copies="",
        note="；".join(filter(None, (content.note, "摘编，数字编号与全文一致"))),
        front=tuple(own_lines(content, content.front, kept, names)),
        sections=tuple(own_sections(content, kept, names, shown)), bases=bases, tables=tables,
        charts=charts, problems=tuple(own_problems(content, kept, names)),
        figures=tuple(_own(one, names, by_key) for one in content.figures if one.code in kept),
        facts={"extract": unit_code, "numbers": {code: content.numbers[code] for code in kept}},
    )  # fmt: skip


def _is_kept(item: Item, names: Names) -> bool:
    """Figures of the township and of the county, not those of villages elsewhere."""
    is_ours = item.unit_code in ("", names.code)
    return is_ours and not names.foreign(item.label) and not names.foreign(item.code)


def _own(item: Item, names: Names, bases: Mapping[str, Table]) -> Item:
    """The figure; its formula only where the remaining rows still give it."""
    missing = tuple(code for code in item.missing if code.startswith(names.code))
    formula = item.formula
    if formula and stored(formula.value(bases)) != item.value:
        formula = None
    return replace(item, missing=missing, formula=formula)
