"""Inspections of a period as they were published: trips, villages, findings, frozen."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.text import Truncator

from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Table
from rectification.reports.topics.case_rows import township_of
from rectification.supervision.choices import InspectionKind, Weight
from rectification.supervision.inspection_states import FindingStatus, InspectionStatus
from rectification.supervision.models import Finding, Inspection, InspectionSite
from rectification.supervision.states import SENT

TRIPS, SITES, FINDINGS = "inspections", "inspection_sites", "inspection_findings"
# What is no fault of a village, or is in other hands now.
NOT_TOLD = (FindingStatus.HANDED_OVER, FindingStatus.DISMISSED)
_TRIP = {
    "township_code": "乡镇代码", "title": "名称", "kind": "方式", "from_on": "开始日期",
    "to_on": "结束日期", "leader": "组长", "team": "成员", "office": "牵头单位",
}  # fmt: skip
_PLACE = {
    "township_code": "乡镇代码", "township": "乡镇（街道）", "code": "村代码", "village": "村",
    "title": "检查",
}  # fmt: skip
_SITE = {"visited_on": "到村日期", "hidden": "暗访", "interviewed": "走访群众",
         "satisfied": "其中满意"}  # fmt: skip
_FINDING = {
    "group": "问题类别", "text": "问题", "serious": "严重", "status": "状态", "mended": "已整改",
    "basis": "依据", "requirement": "整改要求", "due_on": "时限", "person": "责任人",
}  # fmt: skip


def inspection_tables(asked: Asked) -> tuple[Table, ...]:
    """Trips that began in the period and are published, hidden ones as well as others; clues for
    other bodies are in no row. Three queries."""
    return (
        _table(TRIPS, "督导检查", _TRIP, _trips(asked)),
        _table(SITES, "检查到村情况", _PLACE | _SITE, _sites(asked)),
        _table(FINDINGS, "检查发现问题", _PLACE | _FINDING, _findings(asked)),
    )


def _table(
    key: str, title: str, headers: Mapping[str, str], rows: Iterator[tuple[Cell, ...]]
) -> Table:  # fmt: skip
    return Table(key, title, (*headers,), (*headers.values(),), tuple(rows))


def _inside(asked: Asked, model: Any) -> Any:
    return model.objects.in_scope(asked.scope).in_county(asked.county.code)


def _trips(asked: Asked) -> Iterator[tuple[Cell, ...]]:
    rows = _inside(asked, Inspection).filter(
        status=InspectionStatus.PUBLISHED, from_on__range=(asked.period.start, asked.as_of)
    )  # fmt: skip
    names = ("title", "kind", "from_on", "to_on", "leader", "team", "plan__office")
    for title, kind, begun, ended, *people in rows.order_by("from_on", "pk").values_list(*names):
        label = str(InspectionKind(kind).label)
        yield (None, title, label, begun.isoformat(), ended.isoformat(), *people)


def _sites(asked: Asked) -> Iterator[tuple[Cell, ...]]:
    """Villages that were visited."""
    rows = _inside(asked, InspectionSite).handed_on().exclude(visited_on=None)
    names = ("inspection__kind", "visited_on", "interviewed", "satisfied")
    for place, (kind, day, people, happy) in _placed(asked, rows, "inspection", names):
        yield (*place, day.isoformat(), int(kind == InspectionKind.HIDDEN), people, happy)


def _findings(asked: Asked) -> Iterator[tuple[Cell, ...]]:
    """What was found, with what the order about it asks; drafts of orders ask nothing yet."""
    rows = _inside(asked, Finding).handed_on().exclude(status__in=NOT_TOLD)
    unit = "order_item__unit__"
    names = ("group", "text", "severity", "status", "point__name", f"{unit}order__status",
             f"{unit}order__basis", f"{unit}order__requirement", f"{unit}due_on",
             f"{unit}person", f"{unit}unit_name")  # fmt: skip
    for place, told in _placed(asked, rows, "site__inspection", names):
        group, text, weight, status, point, sent, *order = told
        label, mended = str(FindingStatus(status).label), int(status == FindingStatus.MENDED)
        what = (group, text, int(weight == Weight.SERIOUS), label, mended)
        yield (*place, *what, *_asked_for(point, sent in SENT, *order))


def _asked_for(
    point: str | None, is_sent: bool, basis: str | None, wanted: str | None, due: Any,
    person: str | None, unit: str | None,
) -> tuple[Cell, ...]:  # fmt: skip
    if not is_sent:
        return point or None, None, None, None
    day = due.isoformat() if due else None
    return basis or point or None, Truncator(wanted or "").chars(60), day, person or unit


def _placed(
    asked: Asked, rows: Any, trip: str, names: tuple[str, ...]
) -> Iterator[tuple[tuple[Cell, ...], list[Any]]]:
    """Rows of trips of the period, each after where it is."""
    span = {f"{trip}__from_on__range": (asked.period.start, asked.as_of)}
    found = rows.filter(**span).order_by("village__code", f"{trip}__from_on", "pk")
    place = ("village__township__name", "village__code", "village__name", f"{trip}__title")
    for town, code, village, title, *told in found.values_list(*place, *names):
        yield (township_of(asked, code), town, code, village, title), told
