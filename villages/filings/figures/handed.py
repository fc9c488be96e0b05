"""What was handed in for a month, as whoever asks about it reads it: sentences and times."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from villages.common.periods import Month
from villages.filings.choices import FilingState
from villages.filings.models import Filing, FilingMark

_HANDED = (FilingState.SUBMITTED, FilingState.RETURNED, FilingState.ACCEPTED)


@dataclass(frozen=True)
class Note:
    """A sentence beside one input of one village's month."""

    code: str
    month: int
    input: str
    text: str


@dataclass(frozen=True)
class FirstSent:
    """When a village's month was first sent, and why it was late."""

    code: str
    at: datetime
    reason: str


def notes(county: str, months: Iterable[Month]) -> list[Note]:
    """Every sentence handed in, in the order of villages and months. One query."""
    rows = FilingMark.objects.filter(
        filing__county_code=county, filing__month__in=[one.number for one in months],
        filing__state__in=_HANDED,
    ).exclude(note="")  # fmt: skip
    read = ("filing__village__code", "filing__month", "input_key", "note")
    found = rows.order_by("filing__village__code", "filing__month", "pk").values_list(*read)
    return [Note(*one) for one in found]


def first_sent(county: str, month: Month) -> list[FirstSent]:
    """The first sending of every village's month that was not taken back. One query."""
    rows = Filing.objects.in_county(county).of_month(month).exclude(first_sent_at=None)
    read = ("village__code", "first_sent_at", "late_reason")
    found = rows.filter(state__in=_HANDED).order_by("village__code").values_list(*read)
    return [FirstSent(*one) for one in found]
