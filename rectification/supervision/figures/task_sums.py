"""How far task lists are: by unit, by field of governance, by list."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.choices import Governance, Rhythm
from rectification.supervision.models import ListTask, TaskList
from villages.common.shares import percent

FIELDS = (
    "field", "unit_name", "unit_code", "department__position", "list__uid", "list__title",
    "done_on", "due_on",
)  # fmt: skip
_FIELDS = {field.value: place for place, field in enumerate(Governance)}


@dataclass(frozen=True)
class TaskSum:
    """Tasks of one unit, field or list: all, done, not due yet, late. The parts add up."""

    key: str
    label: str
    total: int
    done: int
    open: int
    late: int

    @property
    def share(self) -> Decimal | None:
        """Done in per cent of all; None where there is nothing to do."""
        return percent(self.done, self.total)


@dataclass(frozen=True)
class Period:
    """One period for which lists of a rhythm were published."""

    rhythm: str
    from_on: date
    to_on: date

    @property
    def key(self) -> str:
        """As it stands in addresses: month:2026-11-01."""
        return f"{self.rhythm}:{self.from_on.isoformat()}"

    @property
    def label(self) -> str:
        """As people read it."""
        days = f"{self.from_on.isoformat()}—{self.to_on.isoformat()}"
        return f"{Rhythm(self.rhythm).label} {days}"


def periods(user: Any, county: str) -> list[Period]:
    """Periods with a published list that the person may see, the newest first. One query."""
    rows = _inside(TaskList.objects.visible_to(user), county)
    rows = rows.filter(published_on__isnull=False)
    found = rows.order_by("-from_on", "rhythm").values_list("rhythm", "from_on", "to_on")
    ends: dict[tuple[str, date], date] = {}
    for rhythm, from_on, to_on in found:
        ends[rhythm, from_on] = max(to_on, ends.get((rhythm, from_on), to_on))
    return [Period(rhythm, from_on, to_on) for (rhythm, from_on), to_on in ends.items()]


def current(found: Iterable[Period], on: date) -> Period | None:
    """The shortest period that holds the day, else the newest."""
    every = list(found)
    holding = [one for one in every if one.from_on <= on <= one.to_on]
    shortest = min(holding, key=lambda one: one.to_on - one.from_on, default=None)
    return shortest or next(iter(every), None)


def task_rows(user: Any, county: str, period: Period) -> Any:
    """Tasks of published lists of a period, as far as the person may see them."""
    return _inside(ListTask.objects.visible_to(user), county).filter(
        list__rhythm=period.rhythm, list__from_on=period.from_on,
        list__published_on__isnull=False,
    )  # fmt: skip


def _inside(rows: Any, county: str) -> Any:
    """People without a place have no county."""
    return rows.in_county(county) if county else rows


@dataclass(frozen=True)
class Completion:
    """All together, then by unit, by field and by list."""

    total: TaskSum
    units: list[TaskSum]
    fields: list[TaskSum]
    lists: list[TaskSum]


def completion(rows: Any, on: date) -> Completion:
    """As of a day. Townships by code, then departments, then the county's own. One query."""
    found = list(rows.order_by("list__title", "list", "seq").values(*FIELDS))
    return Completion(
        total=_sum("", _("合计"), found, on),
        units=_groups(sorted(found, key=_unit_order), _by("unit_name", "unit_name"), on),
        fields=_groups(sorted(found, key=_field_order), _field, on),
        lists=_groups(found, _by("list__uid", "list__title"), on),
    )


Namer = Callable[[dict[str, Any]], tuple[str, str]]


def _by(key: str, label: str) -> Namer:
    return lambda one: (one[key], one[label])


def _field(one: dict[str, Any]) -> tuple[str, str]:
    return one["field"], str(Governance(one["field"]).label) if one["field"] else _("没有分类")


def _field_order(one: dict[str, Any]) -> int:
    return _FIELDS.get(one["field"], len(_FIELDS))


def _unit_order(one: dict[str, Any]) -> tuple[Any, ...]:
    kind = 0 if one["unit_code"] else 1 if one["department__position"] is not None else 2
    return kind, one["unit_code"], one["department__position"] or 0, one["unit_name"]


def _groups(found: Iterable[dict[str, Any]], name: Namer, on: date) -> list[TaskSum]:
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for one in found:
        groups[name(one)].append(one)
    return [_sum(key, label, ones, on) for (key, label), ones in groups.items()]


def _sum(key: str, label: str, ones: list[dict[str, Any]], on: date) -> TaskSum:
    done = sum(one["done_on"] is not None for one in ones)
    late = sum(one["done_on"] is None and one["due_on"] < on for one in ones)
    return TaskSum(key, label, len(ones), done, len(ones) - done - late, late)
