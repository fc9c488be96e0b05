"""How late each village's months came."""

from datetime import date, datetime, time
from typing import Any

import pytest

from villages.accounts.choices import Role
from villages.common.clock import ZONE
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.filings.figures.lateness import VillageLateness, lateness
from villages.filings.models import Filing, FilingReturn
from villages.imports.models import FilingMonth
from villages.models import County, Village

COUNTY, LI, WANG, FAR = "999901", "999901001200", "999901001201", "999901101200"
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
ON = date(2026, 10, 31)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(23, 30), tzinfo=ZONE)


def _sent(code: str, month: Month, day: date, state: str = "returned") -> Filing:
    return Filing.objects.create(
        village=Village.objects.get(code=code), county_code=COUNTY, month=month.number,
        state=state, first_sent_at=_at(day),
    )  # fmt: skip


def _of(code: str, *months: Month, on: date = ON, scope: str = COUNTY) -> VillageLateness | None:
    found = lateness(Scope.of([scope]), COUNTY, months or (OCTOBER,), on)
    return found.get(Village.objects.get(code=code).pk)


@pytest.mark.parametrize(
    ("day", "late"),
    [(20, 0), (23, 0), (25, 0), (26, 1), (29, 4), (31, 5)],
)
def test_working_days_after_the_due_day(county: County, day: int, late: int) -> None:
    """The 25th of October is a Sunday."""
    _sent(LI, OCTOBER, date(2026, 10, day))

    assert _of(LI) == VillageLateness((late,), 0)


def test_the_day_is_that_of_the_county_and_not_of_the_clock_in_greenwich(county: County) -> None:
    _sent(LI, OCTOBER, date(2026, 10, 26))

    assert _of(LI) == VillageLateness((1,), 0)


def test_a_month_may_have_its_own_due_day(county: County) -> None:
    FilingMonth.objects.create(county_code=COUNTY, month=202610, due_on=date(2026, 10, 28))
    _sent(LI, OCTOBER, date(2026, 10, 29))

    assert _of(LI) == VillageLateness((1,), 0)


def test_what_is_not_there_or_was_taken_back_is_late_up_to_the_day(county: County) -> None:
    _sent(LI, OCTOBER, date(2026, 10, 24), state="draft")
    _sent(FAR, OCTOBER, date(2026, 10, 24))

    assert _of(LI) == _of(WANG) == VillageLateness((5,), 0)
    assert _of(LI, on=date(2026, 10, 25)) == VillageLateness((0,), 0)


def test_nobody_is_late_before_the_county_began(county: County) -> None:
    assert _of(LI) is None
    _sent(LI, OCTOBER, date(2026, 10, 20))

    assert _of(LI, OCTOBER, SEPTEMBER) == VillageLateness((0, None), 0)
    assert _of(LI, SEPTEMBER) is None


def test_the_oldest_open_return_counts(county: County, people: dict[str, Any]) -> None:
    filing = _sent(LI, OCTOBER, date(2026, 10, 20))
    rows = (("a", 21, 22), ("b", 23, None), ("c", 26, None))
    for key, day, mended in rows:
        FilingReturn.objects.create(
            filing=filing, county_code=COUNTY, input_key=key, reason="unit",
            returned_by=people[Role.COUNTY_STAFF], returned_at=_at(date(2026, 10, day)),
            mended_at=_at(date(2026, 10, mended)) if mended else None,
        )  # fmt: skip

    assert _of(LI) == VillageLateness((0,), 5)
    assert _of(LI, on=date(2026, 10, 21)) == VillageLateness((0,), 0)


def test_foreign_villages_are_left_out(county: County) -> None:
    _sent(LI, OCTOBER, date(2026, 10, 20))

    assert _of(FAR, scope="999901001") is None
    assert _of(LI, scope="999901001") == VillageLateness((0,), 0)


def test_more_villages_ask_no_more_queries(
    county: County, django_assert_max_num_queries: Any
) -> None:
    for code in (LI, WANG, FAR):
        _sent(code, OCTOBER, date(2026, 10, 27))

    with django_assert_max_num_queries(8):
        assert len(lateness(Scope.of([COUNTY]), COUNTY, (OCTOBER, SEPTEMBER), ON)) == 5
