"""Every ledger's resource as whom it matters to; one of them as everybody, with every method."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse

from tests.matrix.actors import ACTORS
from tests.matrix.calling import call, describe
from tests.matrix.ledger_api_routes import LEDGER_API_ROUTES
from tests.matrix.ledger_routes import make_rows
from tests.matrix.policy import METHODS, SAFE, Route
from tests.matrix.world import ANONYMOUS, STRANGER, World

pytestmark = pytest.mark.django_db
WHOLE = "establishments"
READERS = ("county_staff", STRANGER, "system_admin", ANONYMOUS)
WRITERS = ("county_staff", "village_secretary", STRANGER)


@pytest.fixture(scope="module")
def rows(world: World, django_db_blocker: Any) -> Iterator[World]:
    """The world with one row of every ledger in every place."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_rows(world)
        yield world
        transaction.set_rollback(True)


@pytest.mark.parametrize("key", LEDGER_API_ROUTES)
def test_resource_answers_and_refuses_as_declared(key: str, rows: World):
    faults = [
        fault
        for route in LEDGER_API_ROUTES[key]
        for method in route.ok
        for actor in (READERS if method in SAFE else WRITERS)
        if (fault := _fault(rows, route, method, actor, _own(route)))
    ]

    assert not faults, "\n".join(faults)


def test_one_resource_holds_for_everybody_with_every_method(rows: World):
    faults = [
        fault
        for route in LEDGER_API_ROUTES[WHOLE]
        for method in METHODS
        for place in _places(route)
        for actor in ACTORS
        if (fault := _fault(rows, route, method, actor, place))
    ]

    assert not faults, "\n".join(faults)


def _own(route: Route) -> str:
    if route.kind is None:
        return ""
    return "near" if "near" in route.kind.seen else "home"


def _places(route: Route) -> tuple[str, ...]:
    return ("near", "abroad") if route.kind else ("",)


def _fault(world: World, route: Route, method: str, actor: str, place: str) -> str:
    keys = route.kind.places(world)[place] if route.kind else {}
    url = reverse(route.name, kwargs=keys)
    answer = call(world, actor, method, url, route)
    right = route.expected(method, actor, place)
    if answer.status not in right:
        return describe(method, url, actor, place, f"{answer.status} instead of {right}")
    if answer.status >= 400 and answer.written:
        return describe(method, url, actor, place, f"wrote to {sorted(answer.written)}")
    return ""
