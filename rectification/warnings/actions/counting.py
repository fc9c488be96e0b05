"""From which month a decision counts."""

from datetime import date

from rectification.warnings.models import Evaluation
from villages.common.periods import Month
from villages.imports.months import is_closed


def newest_month(county: str) -> Month | None:
    """The latest month of a county that was ever judged. One query."""
    rows = Evaluation.objects.filter(county_code=county).order_by("-month")
    number = rows.values_list("month", flat=True).first()
    return None if number is None else Month.from_number(number)


def open_month(county: str, on: date) -> Month | None:
    """The newest judged month while it is open: the one that decisions of this day change."""
    month = newest_month(county)
    if month is None or is_closed(county=county, month=month, unit=county, on=on):
        return None
    return month


def counts_from(county: str, on: date) -> Month:
    """The month from which a decision of this day counts.

    The newest month that was judged, while it is open; a closed one stays as it was judged, and
    the month after it is the first that changes. Where nobody judged yet, the month of the day.
    """
    month = newest_month(county)
    if month is None:
        return Month.of(on)
    closed = is_closed(county=county, month=month, unit=county, on=on)
    return month.next() if closed else month
