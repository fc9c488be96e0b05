"""Every ledger's pages as whom it matters to; two ledgers as everybody, with every method.

The pages of all ledgers come from one factory, so that the other combinations can only differ
where the declaration does: in the right that is named, and in the rows that are seen.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse

from tests.matrix.calling import call, describe
from tests.matrix.ledger_routes import LEDGER_ROUTES, UNNAMED, make_rows
from tests.matrix.policy import METHODS, SAFE, Route
from tests.matrix.witnesses import asked
from tests.matrix.world import ANONYMOUS, NEIGHBOUR, World
from villages.ledgers.declaring import ledgers

pytestmark = pytest.mark.django_db

# Whoever may most, beside the place, without a place, and not signed in.
WITNESSES = ("county_staff", NEIGHBOUR, "reviewer", ANONYMOUS)
WRITERS = ("county_staff", "village_secretary", ANONYMOUS)
WHOLE = {True: "tenures", False: "term-changes"}


@pytest.fixture(scope="module")
def rows(world: World, django_db_blocker: Any) -> Iterator[World]:
    """The world with one row of every ledger in every place."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_rows(world)
        yield world
        transaction.set_rollback(True)


def test_every_right_and_scope_of_a_ledger_has_its_people():
    assert not UNNAMED, "add to tests/matrix/ledger_routes.py whom these mean"


@pytest.mark.parametrize("key", LEDGER_ROUTES)
def test_ledger_opens_and_refuses_as_declared(key: str, rows: World):
    faults = [
        fault
        for route in LEDGER_ROUTES[key]
        for method, actor, place in _calls(route)
        if (fault := _fault(rows, route, method, actor, place))
    ]

    assert not faults, "\n".join(faults)


def _calls(route: Route) -> Iterator[tuple[str, str, str]]:
    """Sent empty, a form answers as it opens: one call shows both."""
    own, foreign = ("", "") if route.kind is None else (_first(route), "abroad")
    method, actors = ("POST", WRITERS) if "POST" in route.ok else ("GET", WITNESSES)
    yield from ((method, actor, own) for actor in actors)
    if foreign:
        yield method, "county_staff", foreign


def _first(route: Route) -> str:
    return "near" if route.kind and "near" in route.kind.seen else "home"


@pytest.mark.parametrize("about_village", [True, False])
def test_two_ledgers_hold_for_everybody_with_every_method(about_village: bool, rows: World):
    assert ledgers()[WHOLE[about_village]].about_village is about_village

    faults = [
        fault
        for route in LEDGER_ROUTES[WHOLE[about_village]]
        for method in METHODS
        for place in _places(route, method, rows)
        for actor in (asked(route, method, place) if method in route.ok else WITNESSES)
        if (fault := _fault(rows, route, method, actor, place))
    ]

    assert not faults, "\n".join(faults[:12])


def _places(route: Route, method: str, world: World) -> list[str]:
    if route.kind is None:
        return [""]
    places = list(route.kind.places(world))
    return places if method in route.ok else places[:1]


def _fault(world: World, route: Route, method: str, actor: str, place: str) -> str | None:
    arguments = route.kind.places(world)[place] if route.kind else {}
    url, expected = reverse(route.name, kwargs=arguments), route.expected(method, actor, place)
    answer = call(world, actor, method, url, route)
    if answer.status not in expected:
        return describe(method, url, actor, place, f"{answer.status}, not {expected}")
    if method not in SAFE and answer.status != 200 and answer.written:
        return describe(method, url, actor, place, f"refused, but wrote {sorted(answer.written)}")
    return None
