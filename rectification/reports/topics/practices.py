"""Good practice: two to four villages by name, each with what was done and a number.

From rows alone and always in the same order: cases whose follow-up ended well in the period, cases
marked as models, cases closed in the period, each the most problems solved first; then the greatest
rise of income, once the books of the period are closed. A village is named once, and not again in
the next report.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Count, Q

from rectification.models import RectificationCase
from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Item, Line, Table, Where, plain, total
from rectification.reports.told import Known, Later, Told
from rectification.reports.topics.case_rows import township_of
from rectification.reports.topics.case_trouble import Row, rows_of
from rectification.reports.topics.rises import greatest_rise, rise_items, rise_line
from rectification.reports.topics.saying import chinese_day, parts_said
from rectification.states import ProblemStatus

CASES, MOST_CASES = "practice_cases", 3
_HEADERS = {
    "township_code": "乡镇代码", "township": "乡镇（街道）", "code": "村代码", "village": "村",
    "number": "编号", "why": "入选理由", "closed_on": "销号日期", "solved": "解决问题",
    "works": "办实事",
}  # fmt: skip
_MODEL, _HELD, _CLOSED = "典型", "巩固达标", "本期销号"
_ORDER = (_HELD, _MODEL, _CLOSED)
_SOLVED = Q(problemitem_rows__status__in=(ProblemStatus.SOLVED, ProblemStatus.VERIFIED))


def tell(asked: Asked) -> Told:
    """Who did well, from cases and from what other topics froze. One query."""
    return Told(
        "practices", bases=(_table(asked),),
        later=lambda known: Later(items=tuple(_items(known))), practices=_lines,
    )  # fmt: skip


def _table(asked: Asked) -> Table:
    """Closed cases that may be named, in the order in which they are."""
    span = (asked.period.start, asked.as_of)
    rows = RectificationCase.objects.in_scope(asked.scope).in_county(asked.county.code)
    wanted = Q(is_model=True) | Q(consolidated_on__range=span) | Q(closed_on__range=span)
    found = rows.off_the_list().filter(wanted, closed_on__lte=asked.as_of).annotate(
        solved=Count("problemitem_rows", filter=_SOLVED, distinct=True),
        works=Count("workdone_rows", distinct=True),
    )  # fmt: skip
    told = [_row(asked, one) for one in found.select_related("village__township").order_by("pk")]
    told.sort(key=lambda row: (_ORDER.index(row[5]), -row[7], -row[8], row[2], row[4]))
    return Table(CASES, "好的做法", (*_HEADERS,), (*_HEADERS.values(),), tuple(told))


def _row(asked: Asked, case: Any) -> tuple[Any, ...]:
    place, start = case.village, asked.period.start
    held = case.consolidated_on and start <= case.consolidated_on <= asked.as_of
    why = _HELD if held else _MODEL if case.is_model else _CLOSED
    where = (township_of(asked, place.code), place.township.name, place.code, place.name)
    return (*where, case.number_shown, why, case.closed_on.isoformat(), case.solved, case.works)


def _chosen(known: Known) -> list[Row]:
    """Cases with a number to tell, one a village, none that the report before named."""
    before = known.asked.before
    earlier = {line.key for line in before.lines} if before else set()
    found: dict[Cell, Row] = {}
    for one in rows_of(known.tables[CASES]):
        if (one["solved"] or one["works"]) and f"practices.{one['code']}" not in earlier:
            found.setdefault(one["code"], one)
    return list(found.values())[:MOST_CASES]


def _items(known: Known) -> Iterator[Item]:
    for one in _chosen(known):
        where = (Where("number", "eq", one["number"]),)
        for column, label, unit in (("solved", "解决问题", "个"), ("works", "办实事", "件")):
            yield Item.folded(
                f"practices.{one['code']}.{column}", f"{one['village']}{label}", unit,
                total(CASES, column, *where), known.tables,
            )  # fmt: skip
    yield from rise_items(known, _rise(known))


def _rise(known: Known) -> str:
    named = {str(one["code"]) for one in _chosen(known)}
    before = known.asked.before
    earlier = {line.key.removeprefix("practices.") for line in before.lines} if before else set()
    return greatest_rise(known, named | earlier)


def _lines(known: Known) -> Iterator[Line]:
    for one in _chosen(known):
        code = f"practices.{one['code']}"
        said = parts_said(
            known, (("解决问题{}个", f"{code}.solved"), ("办实事{}件", f"{code}.works")), "、"
        )
        place = plain(f"{one['township']}{one['village']}")
        yield Line(code, f"{place}{said}，{_ending(one)}。")
    yield from rise_line(known, _rise(known))


def _ending(one: Row) -> str:
    day = plain(chinese_day(one["closed_on"]))
    endings: Mapping[Cell, str] = {
        _MODEL: f"{day}销号，列为典型", _HELD: f"{day}销号，巩固期满达标", _CLOSED: f"{day}销号",
    }  # fmt: skip
    return endings[one["why"]]
