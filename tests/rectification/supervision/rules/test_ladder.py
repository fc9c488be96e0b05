"""When an unanswered order climbs."""

from datetime import date

import pytest

from rectification.supervision.rules.ladder import is_time

# A Wednesday; the Friday after it is a holiday.
DUE = date(2026, 10, 14)
CALENDAR = {date(2026, 10, 16): False}


@pytest.mark.parametrize(
    ("on", "after_days", "next_kind", "climbs"),
    [
        (date(2026, 10, 14), 0, "urge", False),
        (date(2026, 10, 15), 0, "urge", True),
        (date(2026, 10, 15), 1, "urge", True),
        (date(2026, 10, 16), 2, "urge", False),
        (date(2026, 10, 18), 2, "urge", False),
        (date(2026, 10, 19), 2, "urge", True),
        (date(2026, 11, 19), None, "urge", False),
        (date(2026, 11, 19), 2, "", False),
    ],
)
def test_the_next_rung_comes_after_so_many_working_days(
    on: date, after_days: int | None, next_kind: str, climbs: bool
) -> None:
    found = is_time(DUE, on, after_days=after_days, next_kind=next_kind, calendar=CALENDAR)

    assert found is climbs
