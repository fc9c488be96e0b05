"""Statements of the pages: as many with many orders and units as with few."""

from typing import Any

import pytest
from django.core.cache import cache, caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rectification.supervision.states import UnitStatus
from tests.factories import signed_in
from tests.rectification.supervision.situations import (
    EAST,
    WILLOW,
    Cast,
    draft,
    issued,
    part_in,
)
from villages.accounts.models import User

pytestmark = pytest.mark.django_db
# A page asks who signs in, where, and what the shell shows, before its own rows.
SHELL = 6
MOST = {"hub": 30, "figures": 20, "chase": 12, "units": 14, "items": 16}


def counted(client: Client, url: str) -> int:
    """Statements of a visit with what is cached per process at hand."""
    for _time in range(2):
        cache.clear()
        caches["local"].clear()
        with CaptureQueriesContext(connection) as seen:
            assert client.get(url).status_code == 200
    return sum(1 for one in seen if not one["sql"].startswith(("SAVEPOINT", "RELEASE")))


def filled(cast: Cast, townships: tuple[str, ...], **given: Any) -> None:
    for status in (UnitStatus.ISSUED, UnitStatus.REPLIED, UnitStatus.RETURNED):
        part_in(status, cast, townships=townships, **given)
    issued(cast, townships=townships, **given)


@pytest.mark.parametrize("name", ["hub", "figures", "chase"])
def test_lists_cost_the_same(cast: Cast, monkeypatch: Any, name: str) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-10")
    client, url = signed_in(cast.author), reverse(f"supervision:{name}")
    filled(cast, (EAST,))
    few = counted(client, url)

    for _time in range(3):
        filled(cast, (EAST, WILLOW), departments=[cast.department])

    assert counted(client, url) == few
    assert few <= SHELL + MOST[name]


@pytest.mark.parametrize("name", ["units", "items"])
def test_a_draft_costs_the_same(cast: Cast, name: str) -> None:
    client = signed_in(cast.author)
    small = draft(cast)
    large = draft(cast, townships=(EAST, WILLOW), departments=[cast.department, cast.empty])

    few, many = (
        counted(client, reverse(f"supervision:{name}", args=[one.uid])) for one in (small, large)
    )

    assert few == many
    assert few <= SHELL + MOST[name]


def test_the_first_page_of_all_costs_nothing_without_orders(people: dict[str, User]) -> None:
    from rectification.supervision.todos import TODOS

    source = next(one for one in TODOS if one.key == "orders")

    for user in people.values():
        assert source.rows is not None
        assert not source.rows(user).exists()
