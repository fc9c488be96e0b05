"""Lists, files and searches hold exactly what the policy gives, never one row more or less."""

from typing import Any

import pytest
from django.urls import reverse

from tests.matrix import kinds
from tests.matrix.actors import EVERYBODY, HOLDERS, MINISTER, SECURITY, SYSTEM, WORKERS, WRITERS
from tests.matrix.calling import call
from tests.matrix.lists import TOWNSHIPS, VILLAGES, Listing, either, inside, people, reach, seen
from tests.matrix.policy import API, Route
from tests.matrix.report_routes import DRAFT, ISSUED
from tests.matrix.world import ABROAD, HOME, World

pytestmark = pytest.mark.django_db

COUNTIES = {HOME: {HOME}, ABROAD: {ABROAD}}
LISTINGS = [
    Listing(
        "villages:villages", inside(VILLAGES), WORKERS, link="/villages/{}/", exported="区划代码"
    ),
    Listing(
        "villages:counties", inside(COUNTIES), WORKERS | SYSTEM, link="/counties/{}/",
        exported="区划代码",
    ),
    Listing("api:counties-list", inside(COUNTIES), identity="code"),
    Listing("api:townships-list", inside(TOWNSHIPS), identity="code"),
    Listing("api:villages-list", inside(VILLAGES), identity="code"),
    Listing("accounts:users", people, SECURITY, link="/accounts/users/{}/"),
    Listing("accounts:handovers", seen(kinds.HANDOVER), SECURITY, link="/accounts/handovers/{}/"),
    Listing(
        "accounts:requests", seen(kinds.ACCESS_REQUEST), SECURITY | MINISTER,
        link="/accounts/requests/{}/",
    ),
    Listing("imports:batches", seen(kinds.BATCH), WRITERS, link="/imports/{}/"),
    Listing("api:imports-list", seen(kinds.BATCH), WRITERS, identity="uid"),
    Listing("jobs:jobs", either(kinds.JOB, kinds.PACK_JOB), link="/jobs/{}/"),
    Listing("api:jobs-list", either(kinds.JOB, kinds.PACK_JOB), identity="uid"),
    Listing("api:months-list", seen(kinds.MONTH), WORKERS, identity="uid"),
    Listing("api:reports-list", either(DRAFT, ISSUED), WORKERS, identity="uid"),
    Listing("lists:views", seen(kinds.VIEW), link="/villages/?view={}", at={"key": "villages"}),
]  # fmt: skip


def _ask(world: World, listing: Listing, actor: str, **question: str) -> Any:
    style = API if listing.name.startswith("api:") else "page"
    url = reverse(listing.name, kwargs=dict(listing.at))
    query = "&".join(f"{name}={value}" for name, value in {"limit": "200", **question}.items())
    if style != API:
        query = "&".join(f"{name}={value}" for name, value in question.items())
    route = Route(listing.name, {"GET": (200,)}, style=style)
    answer = call(world, actor, "GET", f"{url}?{query}", route)
    assert answer.status == 200
    return answer.body


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda one: one.name)
def test_list_holds_exactly_the_permitted_rows(listing: Listing, world: World):
    shown = {actor: listing.shown(_ask(world, listing, actor)) for actor in listing.who}

    assert shown == {actor: listing.right(world, actor) for actor in listing.who}


@pytest.mark.parametrize(
    "listing", [one for one in LISTINGS if one.exported], ids=lambda one: one.name
)
def test_file_holds_exactly_the_permitted_rows(listing: Listing, world: World):
    held = {
        actor: listing.in_file(_ask(world, listing, actor, format="csv")) for actor in listing.who
    }

    assert held == {actor: listing.right(world, actor) for actor in listing.who}


@pytest.mark.parametrize("name", ["counties", "townships", "villages"])
def test_api_files_hold_exactly_the_permitted_rows(name: str, world: World):
    listing = next(one for one in LISTINGS if one.name == f"api:{name}-list")

    for actor in sorted(EVERYBODY):
        lines = _ask(world, listing, actor, format="jsonl").decode().splitlines()
        codes = {line.split('"code":"')[1].split('"')[0] for line in lines if '"code":"' in line}

        assert codes == listing.right(world, actor), actor


def test_tokens_page_and_resource_show_the_permitted_tokens(world: World):
    page = Listing("accounts:tokens", _tokens, link="/accounts/tokens/{}/revoke/")
    resource = Listing("api:tokens-list", _tokens, identity="uid")

    for actor in sorted(HOLDERS | SECURITY):
        right = _tokens(world, actor)

        assert page.shown(_ask(world, page, actor)) == right, actor
        assert resource.shown(_ask(world, resource, actor)) == right, actor


def _tokens(world: World, actor: str) -> set[str]:
    own = {actor} if actor in world.tokens else set()
    if actor in SECURITY:
        county = world.people[actor].home_code[:6]
        own |= {name for name in world.tokens if world.people[name].home_code[:6] == county}
    return {world.tokens[name] for name in own}


def test_search_finds_only_what_lies_in_the_territory(world: World):
    villages = Listing("villages:search", inside(VILLAGES), WORKERS, link="/villages/{}/")

    for actor in sorted(EVERYBODY):
        found = villages.shown(_ask(world, villages, actor, q="村"))
        right = villages.right(world, actor) if actor in WORKERS else set()

        assert found == right, actor


def test_program_with_a_token_reaches_no_further_than_its_owner(world: World):
    listing = next(one for one in LISTINGS if one.name == "api:villages-list")

    for actor, secret in world.secrets.items():
        client = world.client("anonymous")
        answer = client.get(
            "/api/v1/villages/?limit=200", headers={"Authorization": f"Bearer {secret}"}
        )

        assert listing.shown(answer.content) == listing.right(world, actor), actor


def test_trail_shows_own_acts_and_those_of_the_territory(world: World):
    trail = Listing("accounts:trail", seen(kinds.ENTRY, "key"), link="/accounts/trail/{}/")
    known = set(world.keys["entry"].values())

    for actor in sorted(EVERYBODY):
        shown = trail.shown(_ask(world, trail, actor, size="200"))

        assert shown & known == trail.right(world, actor), actor


def test_everybody_has_a_place_in_this_world_but_the_reviewer(world: World):
    assert {actor for actor in EVERYBODY if not reach(world, actor)} == {"reviewer"}
