"""What handing in changes in the filings themselves: their state, their marks, their returns."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Case, F, Value, When
from django.db.models.functions import Coalesce

from villages.common.clock import day_of
from villages.common.periods import Month
from villages.db import bulk
from villages.filings.choices import FilingState
from villages.filings.models import Filing, FilingMark, FilingReceipt, FilingReturn
from villages.filings.weighing import Weighed
from villages.imports.models import FilingMonth
from villages.imports.months import due_date

_MARK = ("filing", "county_code", "input_key", "mark", "note")
_LONGEST_NOTE = 200


def hand_over(filings: Mapping[str, Filing], weighed: Weighed, receipt: FilingReceipt) -> None:
    """Moves these filings, begun or not, to what the receipt says; inside its transaction.

    Statements do not grow with villages: what nobody began is made as handed in.
    """
    again = [one for one in filings.values() if one.first_sent_at]
    is_late = len(again) < len(filings) and _is_late(receipt)
    _make_or_move(filings, receipt, is_late=is_late)
    if again:
        _mend(again, receipt.submitted_at)
    _mark(filings, weighed)


def _is_late(receipt: FilingReceipt) -> bool:
    """Whether a first submission with this receipt comes after the due day."""
    due = _due_on(receipt.county_code, Month.from_number(receipt.month))
    return day_of(receipt.submitted_at) > due


def _due_on(county: str, month: Month) -> date:
    row = FilingMonth.objects.filter(county_code=county, month=month.number).first()
    return row.due_on if row else due_date(month, county)


def _make_or_move(filings: Mapping[str, Filing], receipt: FilingReceipt, *, is_late: bool) -> None:
    """Lateness is decided by the first submission alone, and stays."""
    at, begun = receipt.submitted_at, [one.pk for one in filings.values() if one.pk]
    Filing.objects.filter(pk__in=begun).update(
        state=FilingState.SUBMITTED, sent_at=at, receipt=receipt, draft={},
        version=F("version") + 1,
        first_sent_at=Coalesce("first_sent_at", Value(at)),
        is_late=Case(When(first_sent_at=None, then=Value(is_late)), default=F("is_late")),
    )  # fmt: skip
    for one in filings.values():
        _hand_in(one, receipt, at, is_late=is_late)
    Filing.objects.bulk_create([one for one in filings.values() if one.pk is None])


def _hand_in(one: Filing, receipt: FilingReceipt, at: datetime, *, is_late: bool) -> None:
    if one.first_sent_at is None:
        one.first_sent_at, one.is_late = at, is_late
    one.state, one.sent_at, one.receipt, one.draft = FilingState.SUBMITTED, at, receipt, {}
    one.version += 1


def _mend(again: list[Filing], at: datetime) -> None:
    """What the latest submission said of these filings gives way, and returns are answered."""
    pks = [one.pk for one in again]
    FilingMark.objects.filter(filing__in=pks).delete()
    FilingReturn.objects.filter(filing__in=pks, mended_at=None).update(mended_at=at)


def _mark(filings: Mapping[str, Filing], weighed: Weighed) -> None:
    def row(code: str, key: str, mark: str) -> tuple[Any, ...]:
        note = weighed.notes.get((code, key), "")[:_LONGEST_NOTE]
        return filings[code].pk, filings[code].county_code, key, mark, note

    rows = [row(*place, str(mark)) for place, mark in weighed.marks.items()]
    bulk.insert(FilingMark, _MARK, rows)
