"""Pages of the area cost the same with few and with many rows."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from branches.models import Meeting, MemberCount, PartyBranch
from tests.branches.factories import COUNTED, record
from villages.models import County, Village

PATHS = (
    "/branches/", "/branches/sizes/", "/branches/terms/", "/branches/development/",
    "/branches/meetings/2026-10/", "/branches/villages/999901001200/",
    "/ledgers/branches/", "/ledgers/member-counts/", "/ledgers/meetings/",
)  # fmt: skip


def _fill(first: int, last: int) -> None:
    """Branches of five villages, each with something that needs attention."""
    places = list(Village.objects.order_by("code"))
    made = PartyBranch.objects.bulk_create(
        PartyBranch(
            village=places[number % 5], county_code="999901", name=f"第{number}支部", seats=2,
            term_start=date(2021, 9, 1), term_years=5, term_ends_on=date(2026, 9, number % 28 + 1),
        )
        for number in range(first, last)
    )  # fmt: skip
    shared = [{"branch": one, "village": one.village, "county_code": "999901"} for one in made]
    MemberCount.objects.bulk_create(MemberCount(as_of=COUNTED, formal=60, **one) for one in shared)
    Meeting.objects.bulk_create(
        Meeting(kind="theme_day", held_on=date(2026, 10, 5), **one) for one in shared
    )
    for one in made[:3]:
        record(one, age=17)


def _cost(client: Client, path: str) -> int:
    client.get(path)  # what is cached is there from here on
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200
    return len(seen)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_costs_the_same_with_few_and_many(
    county: County, county_client: Client, path: str
) -> None:
    _fill(0, 10)
    few = _cost(county_client, path)
    _fill(10, 60)

    assert _cost(county_client, path) == few
