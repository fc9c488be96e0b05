"""How rows of the ledger of cases begin, what they take when, and what is told of them."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.db.models import Case, DateField, F, Q, TextField, Value, When
from django.db.models.functions import Cast, Concat

from rectification.actions.numbering import next_numbers
from rectification.actions.opening import OPENED, former_case
from rectification.actions.stepping import Said, put_on_record
from rectification.choices import Origin
from rectification.models import RectificationCase
from rectification.states import UNDER_WORK, WORKABLE, CaseStatus
from villages.accounts.models import User
from villages.common import clock


def open_while(*statuses: CaseStatus, text: str = "") -> Callable[[Any], bool]:
    """The item takes values in these states; a case from a paper ledger may fill a gap later."""

    def is_open(row: Any) -> bool:
        gap = bool(text) and row.origin == Origin.LEDGER and not getattr(row, text)
        return row.status in statuses or (gap and row.status in WORKABLE)

    return is_open


def find_numbers(values: Sequence[dict[str, Any]], _by: Any) -> None:
    """Rows without a number get the next ones of their county and year."""
    groups: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    for one in values:
        if (village := one.get("village")) and (year := one.get("listed_year")):
            groups[village.county_code, year].append(one)
    for (county, year), rows in groups.items():
        for one, number in zip(rows, next_numbers(county, year, len(rows)), strict=True):
            one["number"] = number


def begin(row: RectificationCase, by: Any) -> None:
    """A new case is being screened from that day on, by whoever writes it down."""
    if row.pk is None:
        row.status_since = row.screened_on or clock.today()
        row.handler = by if isinstance(by, User) else None
        if row.village_id and row.listed_year:
            row.previous_case = former_case(row.village, row.listed_year, row.status_since)


def begun_on(row: RectificationCase) -> date | None:
    """The day on which a new case begins; what is written into it later has days of its own."""
    return row.screened_on if row.pk is None else None


def opened(row: RectificationCase, before: dict[str, Any], by: Any) -> None:
    """A new case has its first event."""
    if not before:
        put_on_record(row, OPENED, by=by, on=row.status_since, said=Said())


def told(rows: Any, on: Any) -> Any:
    """Rows with what lists and programs read beside the columns."""
    late = Q(status__in=UNDER_WORK, deadline__lt=on)
    further = Concat("number", Value("-"), Cast("round", TextField()), output_field=TextField())
    return rows.annotate(
        handler_name=F("handler__name"),
        previous_uid=F("previous_case__uid"),
        printed_number=Case(
            When(round=1, then=Cast("number", TextField())), default=further,
            output_field=TextField(),
        ),
        today=Value(on, output_field=DateField()),
        overdue=Case(When(late, then=Value(True)), default=Value(False)),
    )  # fmt: skip
