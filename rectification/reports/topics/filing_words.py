"""Sentences about monthly filing."""

from collections.abc import Iterator

from rectification.reports.content import Line, Paragraph, Problem
from rectification.reports.told import Known, paragraph
from rectification.reports.topics.spans import (
    MOST_UNITS,
    day,
    moved_words,
    named_villages,
    span_words,
    townships_told,
    townships_with,
)
from rectification.reports.words import few, listed
from villages.imports.months import due_date

_TITLE = "数据报送方面"


def words(known: Known) -> Iterator[Paragraph]:
    """How the period was reported."""
    yield from paragraph("数据报送", _lines(known))


def _lines(known: Known) -> Iterator[Line]:
    span, unit = span_words(known.asked), _unit(known)
    if known.has("filing.on_time"):
        parts = [f"按时报送{{filing.punctual}}{unit}"]
        parts += [f"迟报{{filing.late}}{unit}"] if known.some("filing.late") else []
        parts += [f"到期未报{{filing.silent}}{unit}"] if known.some("filing.silent") else []
        yield Line(
            "filing.on_time",
            f"{span}数据按时报送率{{filing.on_time:share}}{moved_words(known, 'filing.on_time')}；"
            f"{'，'.join(parts)}。",
        )


def front(known: Known) -> Iterator[Line]:
    """Which villages are in no sum, and how many are not due yet."""
    codes, span = _from(known, "months_silent"), span_words(known.asked)
    if "filing.expected" not in known.items:
        yield Line("filing.none", f"{span}没有村通过填报报送数据，各项数据以台账为准。")
    if codes:
        named = named_villages(known, codes, "filing.silent_villages")
        yield Line("filing.gaps", f"{named}没有报齐{span}数据，未报村不计入合计、不按零计。")
    if known.some("filing.open"):
        said = f"{span}另有{{filing.open}}{_unit(known)}还没有报送、未到截止日，未计入合计。"
        yield Line("filing.open", said)


def problems(known: Known) -> Iterator[Problem]:
    """Who stayed silent, who came late."""
    silent, span, unit = _from(known, "months_silent"), span_words(known.asked), _unit(known)
    if silent:
        said = (
            f"{{filing.silent_villages}}个村{span}数据到期没有报送，"
            f"涉及{townships_told(known, 'filing.silent', unit)}，如{few(known, silent)}。"
        )
        names = tuple(known.asked.place_of[code].name for code in silent)
        yield Problem("filing.silent", _TITLE, Line("filing.silent", said), tuple(silent), names)
    late = townships_with(known, "filing.late")
    if late:
        said = f"{townships_told(known, 'filing.late', unit)}迟报{span}数据。"
        names = tuple(known.asked.townships[code] for code in late)
        yield Problem("filing.late", _TITLE, Line("filing.late", said), tuple(late), names)


def tasks(known: Known) -> Iterator[Line]:
    """Who has to bring in what is missing."""
    units = townships_with(known, "filing.silent")
    if units:
        names = listed(known.asked.townships[one] for one in units)
        who = names if len(units) <= MOST_UNITS else "有未报村的乡镇（街道）"
        until = due_date(known.asked.period.last_month.next(), known.asked.county.code)
        said = f"{who}于{day(until)}前督促未报村补报{span_words(known.asked)}数据并说明原因。"
        yield Line("filing.catch_up", said)


def _from(known: Known, column: str) -> list[str]:
    """Villages with at least one such month, the most months first."""
    table = known.tables["villages"]
    months = dict(zip(table.column("code"), table.column(column), strict=True))
    found = [str(code) for code, number in months.items() if number]
    return sorted(found, key=lambda code: (-int(months[code] or 0), code))


def _unit(known: Known) -> str:
    return "个村" if len(known.asked.months) == 1 else "村次"
