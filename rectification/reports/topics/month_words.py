"""What a report says about the months that it adds up."""

from collections.abc import Iterable, Iterator

from rectification.reports.content import Cell, Line, Paragraph, Table, plain
from rectification.reports.told import Known, paragraph
from rectification.reports.topics.month_rows import MONTHS, flows
from rectification.reports.words import labelled
from villages.common.periods import Month, parse_month

_TABLE, _CORRECTIONS = "by_month", "corrections"


def month_words(known: Known) -> Iterator[Paragraph]:
    """The sums of what happened, and how many numbers were corrected since."""
    yield from paragraph("各月累计", _lines(known))


def _lines(known: Known) -> Iterator[Line]:
    said = [
        f"{label}{{year.{code}{':wan' if unit == '元' else ''}}}{'万元' if unit == '元' else unit}"
        for code, label, unit in _flows(known)
        if known.some(f"year.{code}")
    ]
    if said:
        yield Line("months.sums", labelled(f"按各月通报累计：{'，'.join(said)}。"))
    if known.some("year.corrections"):
        said_of = "各月通报的数据有{year.corrections}处更正，已计入累计，见更正表。"
        yield Line("months.corrections", said_of)


def _flows(known: Known) -> list[tuple[str, str, str]]:
    return [(code, *told) for code, told in flows(known.tables[MONTHS]).items()]


def month_front(known: Known) -> Iterator[Line]:
    """Page one: months without a final report, and months that nobody knows."""
    table = known.tables[MONTHS]
    cited = {table.cell(row, "month") for row in table.rows if table.cell(row, "report")}
    bare = [one for one in known.asked.months if one.code not in cited]
    if bare:
        said = f"{_months(bare)}没有定稿的月调度通报，累计数按现有数据计入。"
        yield Line("months.unfrozen", said)
    gaps = [
        f"{plain(label)}（{_months(map(parse_month, known.items[f'year.{code}'].missing))}）"
        for code, label, _unit in _flows(known)
        if known.items[f"year.{code}"].missing
    ]
    if gaps:
        said = f"下列月份没有数据，累计数未计入，不按零计：{'；'.join(gaps)}。"
        yield Line("months.gaps", said)


def _months(months: Iterable[Month]) -> str:
    """2026年1月、2月: a year is said once."""
    found, year = [], 0
    for one in months:
        found.append(one.label if one.year != year else f"{one.month}月")
        year = one.year
    return plain("、".join(found))


def month_tables(known: Known) -> Iterator[Table]:
    """Flows by month with their sums, and the list of corrections."""
    if found := [one for one in _flows(known) if known.some(f"year.{one[0]}")]:
        yield _by_month(known, found)
    if known.some("year.corrections"):
        yield _corrections(known)


def _by_month(known: Known, found: list[tuple[str, str, str]]) -> Table:
    months = known.asked.months
    codes = [
        (None, *(_there(known, f"month.{one.code}.{code}") for one in months), f"year.{code}")
        for code, _label, _unit in found
    ]
    rows = tuple(
        (f"{label}（{unit}）", *_texts(known, line[1:]))
        for (_code, label, unit), line in zip(found, codes, strict=True)
    )
    return Table(
        _TABLE, "各月累计表", ("flow", *(one.code for one in months), "sum"),
        ("指标", *(f"{one.month}月" for one in months), "累计（含更正）"), rows,
        codes=tuple(codes), widths=(12, *(5 for _one in months), 7),
    )  # fmt: skip


def _there(known: Known, code: str) -> str | None:
    return code if code in known.items else None


def _texts(known: Known, codes: Iterable[str | None]) -> Iterator[Cell]:
    for code in codes:
        yield known.items[code].shown() if code else ""


def _corrections(known: Known) -> Table:
    """月份、指标、原值、更正后、差额."""
    table = known.tables[MONTHS]
    changed = [row for row in table.rows if table.cell(row, "corrected")]
    stems = [
        f"correction.{table.cell(one, 'month')}.{table.cell(one, 'figure')}" for one in changed
    ]
    codes = tuple((None, None, f"{one}.old", f"{one}.new", f"{one}.by") for one in stems)
    rows = tuple(
        (_month(table, one), f"{table.cell(one, 'label')}（{table.cell(one, 'unit')}）",
         *_texts(known, line[2:]))
        for one, line in zip(changed, codes, strict=True)
    )  # fmt: skip
    return Table(
        _CORRECTIONS, "各月通报数据更正表", ("month", "label", "old", "new", "by"),
        ("月份", "指标", "原值", "更正后", "差额"), rows, codes=codes, widths=(8, 14, 7, 7, 7),
    )  # fmt: skip


def _month(table: Table, row: tuple[Cell, ...]) -> str:
    return parse_month(str(table.cell(row, "month"))).label
