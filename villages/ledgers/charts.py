"""Bars over rows of a ledger: counts or sums by choice, month or township."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Sum
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext as _

from villages.common.columns import Column, Kind
from villages.ledgers.columns import VILLAGE, column
from villages.ledgers.declaring import Chart, Ledger
from villages.ledgers.kinds import is_key, kind_of
from villages.lists.cells import EMPTY, labels, month_text, text_writer

TOWNSHIP = "township"
MOST = 24
# Whose words a group has that holds rows without a value.
_UNKNOWN = EMPTY


@dataclass(frozen=True)
class Bars:
    """What `components/bars.html` takes; `note` names the base."""

    key: str
    title: Any
    rows: list[tuple[Any, ...]]
    unit: Any
    note: str


@dataclass(frozen=True)
class _Groups:
    """How rows are grouped: the lookup, the word of a group, and what asks for it in the list."""

    path: str
    word: Callable[[Any], str]
    asks: str = ""
    order: tuple[str, ...] = ()


def bars_of(ledger: Ledger, rows: Any, link: Callable[[str, str], str] | None = None) -> list[Bars]:
    """All charts of a ledger over these rows; groups without a row have no bar. A query each.

    `link(name, value)` gives the address of the list that a bar stands for.
    """
    return [found for one in ledger.charts if (found := _bars(ledger, one, rows, link)).rows]


def _bars(ledger: Ledger, chart: Chart, rows: Any, link: Any) -> Bars:
    groups = _groups(ledger, chart.by)
    measure = Sum(chart.measure) if chart.measure else Count("pk")
    grouped = rows.order_by().values(bar_group=_grouping(ledger, chart.by, groups.path))
    found = list(grouped.annotate(bar_size=Count("pk"), bar_held=measure).order_by("bar_group"))
    write = _writer(ledger, chart)
    lines = [_line(groups, one["bar_group"], one["bar_held"], write, link) for one in found]
    note = _("按 %(count)s 条记录") % {"count": f"{sum(one['bar_size'] for one in found):,}"}
    return Bars(chart.key, chart.title, _cut(ledger, chart, lines), _unit(ledger, chart), note)


def _line(groups: _Groups, group: Any, held: Any, write: Any, link: Any) -> tuple[Any, ...]:
    known = group not in (None, "")
    return (
        groups.word(group) if known else _UNKNOWN,
        held,
        EMPTY if held is None else write(held),
        link(groups.asks, _asked_for(group)) if link and groups.asks and known else "",
    )


def _asked_for(group: Any) -> str:
    """The value as the filter of the list takes it."""
    return str(group).lower() if isinstance(group, bool) else str(group)


def _grouping(ledger: Ledger, by: str, path: str) -> Any:
    day = by != TOWNSHIP and kind_of(ledger, ledger.item(by)) is Kind.DATE
    return TruncMonth(path) if day else F(path)


def _groups(ledger: Ledger, by: str) -> _Groups:
    if by == TOWNSHIP:
        return _Groups("village__township__name", str)
    item = ledger.item(by)
    match kind_of(ledger, item):
        case Kind.CHOICE:
            words = labels(column(ledger, item).choices)
            return _Groups(by, lambda value: words.get(str(value), str(value)), _asks(item))
        case Kind.BOOLEAN:
            return _Groups(by, lambda value: _("是") if value else _("否"), _asks(item))
        case Kind.MONTH:
            return _Groups(by, month_text)
        case Kind.DATE:
            return _Groups(by, lambda day: f"{day:%Y-%m}")
        case _:
            return _Groups(column(ledger, item).source if is_key(ledger, item) else by, str)


def _asks(item: Any) -> str:
    return item.name if item.chosen else ""


def _cut(ledger: Ledger, chart: Chart, lines: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Months in their order, the latest ones; anything else by size."""
    in_time = chart.by not in (TOWNSHIP, VILLAGE) and kind_of(ledger, ledger.item(chart.by)) in (
        Kind.MONTH,
        Kind.DATE,
    )
    if in_time:
        return lines[-MOST:]
    return sorted(lines, key=lambda line: -(line[1] or 0))[:MOST]


def _measured(ledger: Ledger, chart: Chart) -> Column | None:
    known = {one.name for one in ledger.items}
    return column(ledger, ledger.item(chart.measure)) if chart.measure in known else None


def _writer(ledger: Ledger, chart: Chart) -> Callable[[Any], str]:
    measured = _measured(ledger, chart)
    if measured is not None:
        return text_writer(measured)
    return lambda value: f"{value:,}"


def _unit(ledger: Ledger, chart: Chart) -> Any:
    measured = _measured(ledger, chart)
    return chart.unit or (measured.shown_unit if measured else _("条"))
