"""Which light a day gives."""

from datetime import date

import pytest

from rectification.supervision.rules.lights import colour_of

# A Wednesday; the Monday before it is a holiday.
DUE = date(2026, 10, 14)
CALENDAR = {date(2026, 10, 12): False}


@pytest.mark.parametrize(
    ("on", "colour"),
    [
        (date(2026, 10, 6), "green"),
        (date(2026, 10, 7), "green"),
        (date(2026, 10, 8), "yellow"),
        (date(2026, 10, 12), "yellow"),
        (date(2026, 10, 14), "yellow"),
        (date(2026, 10, 15), "red"),
    ],
)
def test_the_light_of_a_day(on: date, colour: str) -> None:
    assert colour_of(DUE, on, CALENDAR, near=3) == colour
