"""Months of a long period: what their reports said, and what the rows say now."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Item, Table
from rectification.reports.content.items import stored
from rectification.reports.models import Report
from rectification.reports.states import STANDING, ReportStatus
from villages.common.periods import Month

MONTHS = "months"
# What happens within a month and may be added up over months; levels (villages that are red, cases
# at work, orders that are late) and shares may not. Filing is none of these: who is silent when a
# report is made and files later belongs to both, and would be counted twice.
FLOWS = (
    "income.month", "tasks.due", "tasks.done", "cases.closed", "orders.issued", "orders.parts",
    "orders.closed", "warnings.raised", "warnings.raised_red", "warnings.worsened",
    "warnings.lowered", "warnings.false_alarms", "warnings.objections", "voices.received",
    "cadres.reviews.initiated", "cadres.reviews.passed", "cadres.reviews.rejected",
    "cadres.dispositions",
)  # fmt: skip
# Works by kind: the county's own words, so their codes are not known here.
_FAMILY = re.compile(r"works\.[^.]+\.now")
KEYS = {
    "month": "月份", "figure": "指标编码", "label": "指标", "unit": "单位", "frozen": "通报数",
    "now": "现有数据", "told": "计入数", "correction": "更正", "corrected": "有更正",
    "report": "来源",
}  # fmt: skip
Again = Callable[[Asked, Month], Mapping[str, Item]]


@dataclass(frozen=True)
class MonthReport:
    """The report on a month that holds, as it is cited: code and version."""

    month: Month
    source: str
    items: Mapping[str, Item]


def held(asked: Asked) -> dict[Month, MonthReport]:
    """For each month its issued report, else the draft that was made of the closed month. One
    query."""
    months = {one.code: one for one in asked.months}
    rows = Report.objects.in_county(asked.county.code).filter(
        kind="monthly", period__in=months, status__in=STANDING, is_open=False
    )
    found: dict[Month, MonthReport] = {}
    for row in sorted(rows, key=lambda one: one.status == ReportStatus.ISSUED):
        month = months[row.period]
        found[month] = MonthReport(month, f"{row.code} v{row.version}", row.composed.by_code)
    return found


def month_table(asked: Asked, again: Again) -> Table:
    """A row for each month and flow. Where a report said something else than the rows say now,
    the difference is the correction; what no report said is counted by the rows."""
    reports = held(asked)
    rows = [
        row
        for month in asked.months
        for row in _rows(month, reports.get(month), again(asked, month))
    ]
    return Table(MONTHS, "各月数据和更正", tuple(KEYS), tuple(KEYS.values()), tuple(rows))


def _rows(
    month: Month, report: MonthReport | None, now: Mapping[str, Item]
) -> Iterator[tuple[Cell, ...]]:
    said = report.items if report else {}
    for code in dict.fromkeys([*said, *now]):
        if code in FLOWS or _FAMILY.fullmatch(code):
            item = said.get(code) or now[code]
            numbers = _numbers(said.get(code), now.get(code))
            source = report.source if report and code in said else ""
            yield (month.code, code, plain_label(item), item.unit, *numbers, source)


def _numbers(said: Item | None, now: Item | None) -> tuple[Cell, ...]:
    """Frozen, now, what is counted, the correction, and whether there is one."""
    old, new = (one.number if one else None for one in (said, now))
    told = new if old is None else old
    change = new - old if old is not None and new is not None else Decimal(0)
    return _cell(old), _cell(new), _cell(told), _cell(change), int(bool(change))


def _cell(number: Decimal | None) -> Cell:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else stored(number)


def plain_label(item: Item) -> str:
    """本期签发督办单, 温室大棚（10月）: without its span."""
    return re.sub(r"（[^（）]*）$", "", item.label.removeprefix("本期").removeprefix("当月"))


def flows(table: Table) -> dict[str, tuple[str, str]]:
    """Flows that any month has, with label and unit."""
    found: dict[str, tuple[str, str]] = {}
    for row in table.rows:
        code, label, unit = (str(table.cell(row, key)) for key in ("figure", "label", "unit"))
        found.setdefault(code, (label, unit))
    return found
