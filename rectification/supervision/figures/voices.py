"""Voices in numbers: by kind and by unit, answered in time, how people found the answer; and the
county's own overdue list, for the county answers too."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.choices import Satisfaction, UnitKind, VoiceKind
from rectification.supervision.figures.voice_days import waits_until
from rectification.supervision.models import Voice
from rectification.supervision.voice_states import LIVE_VOICES, VoiceStatus
from villages import workdays
from villages.common.shares import percent
from villages.common.workdays import workdays_between

FIELDS = (
    "uid", "kind", "status", "unit_name", "unit_kind", "unit_code", "department__position",
    "due_on", "answered_on", "satisfaction",
)  # fmt: skip
ANSWERED = (VoiceStatus.ANSWERED, VoiceStatus.CLOSED)
SATISFIED = (Satisfaction.SATISFIED, Satisfaction.FAIR)


@dataclass(frozen=True)
class VoiceSum:
    """Voices of one kind or unit: how many, how many open, late, answered, in time, and rated.

    `in_time` counts answers on or before the day they were due; its base is `answered`. The base
    of `satisfied` is `rated`: whoever said nothing is in neither.
    """

    key: str
    label: str
    total: int
    live: int
    late: int
    answered: int
    in_time: int
    rated: int
    satisfied: int

    @property
    def in_time_share(self) -> Decimal | None:
        """In per cent; None where nothing is answered."""
        return percent(self.in_time, self.answered)

    @property
    def satisfied_share(self) -> Decimal | None:
        """In per cent; None where nobody said anything."""
        return percent(self.satisfied, self.rated)


@dataclass(frozen=True)
class Owed:
    """A voice for which the county's own side is waited for after its day."""

    voice: Voice
    who: str
    what: str
    due_on: date
    days: int


def voice_rows(user: Any, county: str, year: int) -> Any:
    """Voices of a year by their day of receipt, as far as the person may see them."""
    return all_voices(user, county).filter(received_on__year=year)


def all_voices(user: Any, county: str) -> Any:
    """All voices that the person may see; people without a place have no county."""
    rows = Voice.objects.visible_to(user)
    return rows.in_county(county) if county else rows


def by_kind(rows: Any, on: date) -> list[VoiceSum]:
    """All kinds in their order, then all together. One query."""
    found = list(rows.order_by().values(*FIELDS))
    groups = _grouped(found, "kind")
    kinds = [_sum(kind, str(kind.label), groups[kind], on) for kind in VoiceKind]
    return [*kinds, _sum("", _("合计"), found, on)]


def by_unit(rows: Any, on: date) -> list[VoiceSum]:
    """Units that were asked to answer: townships by code, then departments. One query."""
    found = list(rows.exclude(unit_name="").order_by().values(*FIELDS))
    found.sort(key=_unit_order)
    return [_sum(name, name, ones, on) for name, ones in _grouped(found, "unit_name").items()]


def own_overdue(rows: Any, on: date) -> list[Owed]:
    """Where the county itself is late, the longest first: voices not assigned, answers not
    followed up, answers that its departments owe. One query, and one for the calendar."""
    calendar = workdays.adjusted()
    waiting = rows.filter(status__in=LIVE_VOICES).exclude(
        status=VoiceStatus.ASSIGNED, unit_kind=UnitKind.TOWNSHIP
    )
    owed = []
    for one in waiting.select_related("village__township"):
        until = waits_until(one, calendar)
        if until is not None and until < on:
            late = workdays_between(until, on, calendar)
            owed.append(Owed(one, _who(one), _what(one), until, late))
    return sorted(owed, key=lambda one: (one.due_on, one.voice.pk))


def _who(voice: Voice) -> str:
    return voice.unit_name if voice.status == VoiceStatus.ASSIGNED else _("县委组织部")


def _what(voice: Voice) -> str:
    return {
        VoiceStatus.RECEIVED: _("交办"), VoiceStatus.ASSIGNED: _("答复"),
        VoiceStatus.ANSWERED: _("回访办结"),
    }[VoiceStatus(voice.status)]  # fmt: skip


def _grouped(found: Iterable[dict[str, Any]], name: str) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in found:
        groups[one[name]].append(one)
    return groups


def _unit_order(one: dict[str, Any]) -> tuple[Any, ...]:
    is_department = one["unit_kind"] == UnitKind.DEPARTMENT
    return is_department, one["unit_code"], one["department__position"] or 0, one["unit_name"]


def _sum(key: str, label: str, ones: list[dict[str, Any]], on: date) -> VoiceSum:
    answered = [one for one in ones if one["status"] in ANSWERED]
    rated = [one for one in ones if one["satisfaction"]]
    return VoiceSum(
        key=str(key), label=label, total=len(ones),
        live=sum(one["status"] in LIVE_VOICES for one in ones),
        late=sum(_is_late(one, on) for one in ones),
        answered=len(answered),
        in_time=sum(one["answered_on"] <= one["due_on"] for one in answered),
        rated=len(rated),
        satisfied=sum(one["satisfaction"] in SATISFIED for one in rated),
    )  # fmt: skip


def _is_late(one: dict[str, Any], on: date) -> bool:
    return bool(one["status"] == VoiceStatus.ASSIGNED and one["due_on"] < on)
