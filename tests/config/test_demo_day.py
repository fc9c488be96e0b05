"""While the demo county is made, the day is its own, whatever the clock says."""

from datetime import date

import pytest

from config.demo.today import on_its_own_day
from villages.common import clock


@pytest.mark.parametrize("before", ["2030-01-01", ""])
def test_the_day_is_that_of_the_demo_and_then_as_before(
    monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    monkeypatch.setenv("PORTAL_TODAY", before)
    was = clock.today()

    with on_its_own_day():
        inside = clock.today()

    assert inside == date(2026, 11, 3)
    assert clock.today() == was


def test_it_is_given_back_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORTAL_TODAY")

    with pytest.raises(ZeroDivisionError), on_its_own_day():
        raise ZeroDivisionError

    assert clock.today() == clock.day_of(clock.instant())
