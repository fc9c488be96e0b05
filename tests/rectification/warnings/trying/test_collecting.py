"""What is known of a county costs the same number of queries for any number of villages."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rectification.warnings.facts import collect
from tests import factories
from villages.common.periods import Month

pytestmark = pytest.mark.django_db


def _queries(county: str, villages: int) -> int:
    place = factories.CountyFactory(code=county)
    town = factories.TownshipFactory(county=place, code=f"{county}001")
    for number in range(villages):
        factories.VillageFactory(township=town, code=f"{county}001{200 + number}")
    # What is remembered for some seconds may just have run out.
    return min(_asked(county, villages), _asked(county, villages))


def _asked(county: str, villages: int) -> int:
    with CaptureQueriesContext(connection) as seen:
        found = collect(county, Month(2026, 10))
    assert len(found) == villages
    return len(seen)


def test_any_number_of_villages_costs_the_same() -> None:
    # What is kept in memory, such as the calendar, is read with the first one.
    counts = [_queries(f"99990{place}", count) for place, count in enumerate((2, 2, 20, 60))]

    assert len(set(counts[1:])) == 1
