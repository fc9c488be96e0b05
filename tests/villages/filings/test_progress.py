"""How far a month is."""

from datetime import date
from decimal import Decimal

import pytest

from tests.villages.filings.memory import VISITS, Memory, asks
from tests.villages.filings.test_submitting import AT, LATE, MONTH, hand_in
from villages.accounts.models import User
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.filings.actions.reviewing import Objection, accept, send_back
from villages.filings.choices import ReturnReason
from villages.filings.figures.burden import added, burden, prefilled
from villages.filings.figures.progress import on_time_share, progress
from villages.filings.models import FormTime
from villages.models import County, Village

IN_TIME, AFTER = date(2026, 10, 21), date(2026, 11, 2)


@pytest.fixture
def codes(county: County) -> tuple[str, ...]:
    asks(county.code, VISITS)
    rows = Village.objects.filter(township__code=f"{county.code}001").order_by("code")
    return tuple(rows.values_list("code", flat=True))


def of_east(county: County, on: date) -> object:
    return progress(Scope.of([county.code]), county.code, [MONTH], on)[0]


def test_before_the_due_day_nobody_is_overdue(
    memory: Memory, county: County, people: dict[str, User], codes: tuple[str, ...]
) -> None:
    hand_in(codes[:1], people["township_clerk"])

    east = of_east(county, IN_TIME)

    assert (east.expected, east.on_time, east.waiting, east.overdue) == (3, 1, 2, 0)
    assert east.silent == codes[1:]
    assert on_time_share([east]) == (Decimal(100), 1, 1)


def test_whoever_stays_silent_does_not_look_punctual(
    memory: Memory, county: County, people: dict[str, User], codes: tuple[str, ...]
) -> None:
    hand_in(codes[:1], people["township_clerk"])
    hand_in(codes[1:2], people["township_clerk"], at=LATE, key="k2")

    rows = progress(Scope.of([county.code]), county.code, [MONTH], AFTER)

    east, willow = rows
    assert (east.on_time, east.late, east.overdue, willow.overdue) == (1, 1, 1, 2)
    assert on_time_share(rows) == (Decimal("20.00"), 1, 5)


def test_returned_and_accepted_are_counted_apart(
    memory: Memory, county: County, people: dict[str, User], codes: tuple[str, ...]
) -> None:
    staff = people["county_staff"]
    hand_in(codes, people["township_clerk"])
    accept(month=MONTH, codes=codes[:2], by=staff, at=AT)
    send_back(
        month=MONTH, by=staff, at=AT, objections=[Objection(codes[2], "", ReturnReason.SOURCE)]
    )

    east = of_east(county, AFTER)

    assert (east.on_time, east.accepted, east.returned, east.waiting) == (3, 2, 1, 0)
    assert not east.is_done


def test_a_village_counts_in_the_months_of_its_life(
    county: County, codes: tuple[str, ...], django_assert_num_queries: object
) -> None:
    Village.objects.filter(code=codes[0]).update(valid_to=date(2026, 9, 15))

    months = [Month(2026, 8), Month(2026, 9)]
    of_east(county, AFTER)  # parameters are read once a minute

    with django_assert_num_queries(4):  # type: ignore[operator]
        rows = progress(Scope.of([county.code]), county.code, months, AFTER)

    assert [(one.month.month, one.expected) for one in rows[:2]] == [(8, 3), (9, 2)]


def test_minutes_are_estimated_until_three_months_were_measured(county: County) -> None:
    asked = [VISITS] * 6

    first = burden(asked, 216, county.code)
    for month in (202608, 202609, 202610):
        FormTime.objects.create(
            county_code=county.code, month=month, seconds=216 * 30, villages=216, inputs=6
        )
    later = burden(asked, 216, county.code)

    assert (first.minutes, first.measured, first.answers) == (Decimal(216), False, 1296)
    assert (later.minutes, later.measured) == (Decimal(108), True)
    assert added(VISITS, 228) == Decimal(38)


def test_what_was_prefilled_right(
    memory: Memory, county: County, people: dict[str, User], codes: tuple[str, ...]
) -> None:
    for code in codes:
        memory.rows[Village.objects.get(code=code).pk, 202609] = {VISITS.key: 9}
    hand_in(codes, people["township_clerk"], typed={codes[0]: {VISITS.key: "10"}})

    found = prefilled(Scope.of([county.code]), county.code, MONTH)

    assert (found.share, found.confirmed, found.answers) == (Decimal("66.67"), 2, 3)
