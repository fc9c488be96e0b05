"""Every address, with every method, as everybody, on objects of every place."""

import re
from collections import Counter
from typing import Any

import pytest
from django.urls import reverse

from tests.matrix.actors import ACTORS, EVERYBODY, OUTSIDE
from tests.matrix.calling import call, describe
from tests.matrix.ledger_api_routes import LEDGER_API_ROUTES
from tests.matrix.ledger_routes import LEDGER_ROUTES
from tests.matrix.lists import VILLAGES, reach
from tests.matrix.policy import METHODS, SAFE, Route
from tests.matrix.routes import EXEMPT, ROUTES
from tests.matrix.walking import Address, addresses
from tests.matrix.witnesses import asked
from tests.matrix.world import World

# The mark makes the database; the world in it outlives the single test.
pytestmark = pytest.mark.django_db

MOST_SHOWN = 12
CODE = re.compile(r"\b\d{12}\b")
EVERY_VILLAGE = set().union(*VILLAGES.values())
LISTED = (
    {route.name for route in ROUTES}
    | {route.name for routes in LEDGER_ROUTES.values() for route in routes}
    | {route.name for routes in LEDGER_API_ROUTES.values() for route in routes}
    | {one.name for one in EXEMPT}
)


def test_every_address_stands_in_the_table():
    missing = [one.line for one in addresses() if one.name not in LISTED and not _back_office(one)]

    assert not missing, "add to tests/matrix/routes.py:\n" + "\n".join(missing)


def _back_office(address: Address) -> bool:
    """Its addresses are generated from the models it shows: see test_backoffice.py."""
    return address.pattern.startswith("admin/")


def test_the_table_names_only_addresses_that_exist():
    known = {one.name for one in addresses()}

    assert known >= LISTED, f"no such address: {sorted(LISTED - known)}"


def test_each_address_has_one_line():
    twice = [name for name, count in Counter(route.name for route in ROUTES).items() if count > 1]

    assert not twice


def test_exemptions_are_few_and_reasoned():
    assert len(EXEMPT) <= 10
    assert all(len(one.reason) >= 10 for one in EXEMPT)


def test_everybody_is_a_witness_of_every_method_somewhere():
    for method in METHODS:
        plain = (route for route in ROUTES if route.kind is None)
        found = {actor for route in plain for actor in asked(route, method, "")}

        assert found == {*ACTORS}, method


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_policy_holds_for_everybody_everywhere(route: Route, world: World):
    faults = [
        fault
        for method in METHODS
        for place, url in _urls(route, method, world)
        for actor in asked(route, method, place)
        if (fault := _fault(world, route, method, actor, place, url))
    ]

    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults[:MOST_SHOWN])


def _urls(route: Route, method: str, world: World) -> list[tuple[str, str]]:
    """Objects of every place; one is enough for HEAD, and where the method is not there."""
    if route.kind is None:
        return [("", reverse(route.name, kwargs=dict(route.at)))]
    places = list(route.kind.places(world).items())
    if method not in route.ok:
        places = places[:1]
    return [(place, reverse(route.name, kwargs={**route.at, **keys})) for place, keys in places]


def _fault(world: World, route: Route, method: str, actor: str, place: str, url: str) -> str | None:
    expected = route.expected(method, actor, place)
    answer = call(world, actor, method, url, route)
    if answer.status not in expected:
        return describe(method, url, actor, place, f"{answer.status}, not {expected}")
    refused = answer.status in {401, 403, 404, 405} or (actor in OUTSIDE and not route.public)
    if method not in SAFE and refused and answer.written:
        return describe(method, url, actor, place, f"refused, but wrote {sorted(answer.written)}")
    if foreign := _foreign_codes(world, actor, url, answer):
        return describe(method, url, actor, place, f"shows {sorted(foreign)}")
    if answer.status == 302 and actor in OUTSIDE and not route.public:
        return _sent_to_sign_in(answer, method, url, actor, place)
    return None


def _foreign_codes(world: World, actor: str, url: str, answer: Any) -> set[str]:
    """Villages outside the actor's territory that an answer names, apart from the address."""
    shown = set(CODE.findall(answer.body.decode(errors="replace"))) & EVERY_VILLAGE
    if not shown:
        return set()
    own = reach(world, actor) if actor in EVERYBODY else ()
    return {code for code in shown - {*CODE.findall(url)} if not code.startswith(own)}


def _sent_to_sign_in(answer: Any, method: str, url: str, actor: str, place: str) -> str | None:
    if answer.location.startswith(reverse("accounts:sign_in")):
        return None
    return describe(method, url, actor, place, f"led to {answer.location}, not to sign in")
