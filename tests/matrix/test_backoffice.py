"""The back office: the map for the system administrator, ledgers for the department; it writes
nothing."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse

from tests.matrix.actors import ACTORS, MAP_MAKERS, OUTSIDE, SYSTEM
from tests.matrix.calling import call, describe
from tests.matrix.policy import METHODS, Route
from tests.matrix.walking import addresses
from tests.matrix.world import FOREIGN, NEAR, World
from villages.ledgers.declaring import ledgers
from villages.models import (
    County,
    FormerName,
    Parameter,
    Succession,
    Township,
    Village,
)

pytestmark = pytest.mark.django_db

# The map and the numbers that decide, for the system administrator, who keeps out of business data.
MAP = {County, Township, Village, FormerName, Succession, Parameter}
LEDGERS = {one.model for one in ledgers().values()}
# One ledger's addresses stand for all: their pages are made by one factory.
SAMPLE = "villages_affairs/honour/"
LEDGER_PATHS = {f"{one._meta.app_label}/{one._meta.model_name}/" for one in LEDGERS}
ARGUMENTS = {
    "object_id": "1",
    "content_type_id": "1",
    "pk": "1",
    "app_label": "villages",
    "url": "x",
}


def _is_sampled(pattern: str) -> bool:
    return SAMPLE in pattern or not any(path in pattern for path in LEDGER_PATHS)


PAGES = [one for one in addresses() if "admin/" in one.pattern and _is_sampled(one.pattern)]


def test_back_office_shows_only_the_map_the_parameters_and_ledgers():
    assert set(admin.site._registry) == MAP | LEDGERS, "register nothing else"


@pytest.mark.parametrize("actor", ["system_admin", "county_staff", "county_minister"])
def test_administrator_and_department_see_different_things(actor: str, world: World, rf):
    request = rf.get("/")
    request.user = world.people[actor]

    seen = {
        model
        for model, office in admin.site._registry.items()
        if office.has_view_permission(request)
    }

    assert seen == (MAP if actor == "system_admin" else LEDGERS)


def test_nothing_in_the_back_office_may_be_changed(world: World, rf):
    request = rf.get("/")
    for actor in ("system_admin", "county_minister"):
        request.user = world.people[actor]

        for model, office in admin.site._registry.items():
            permitted = office.get_model_perms(request)
            assert not (permitted["add"] or permitted["change"] or permitted["delete"]), model


@pytest.mark.parametrize("address", PAGES, ids=lambda one: one.pattern)
def test_back_office_opens_for_its_readers_alone_and_writes_nothing(address, world: World):
    url = _url(address.pattern)
    faults = [
        fault
        for method in METHODS
        for actor in (ACTORS if method in {"GET", "POST"} else ("system_admin", "anonymous"))
        if (fault := _fault(world, method, url, actor))
    ]

    assert not faults, "\n".join(faults)


def _url(pattern: str) -> str:
    """An address of this pattern."""
    plain = re.sub(r"<\w+:(\w+)>", lambda found: ARGUMENTS[found[1]], pattern)
    plain = re.sub(r"\(\?P<(\w+)>[^)]*\)", lambda found: ARGUMENTS[found[1]], plain)
    return "/" + plain.replace("^", "").replace("$", "")


def _fault(world: World, method: str, url: str, actor: str) -> str | None:
    answer = call(world, actor, method, url, Route(url, {}))
    if answer.written:
        return describe(method, url, actor, "", f"wrote {sorted(answer.written)}")
    if answer.status >= 500:
        return describe(method, url, actor, "", str(answer.status))
    if actor in OUTSIDE and answer.status != 302:
        return describe(method, url, actor, "", f"{answer.status}, not sent to sign in")
    if (
        actor not in SYSTEM | MAP_MAKERS | OUTSIDE
        and answer.status == 200
        and b"csrf" in answer.body
    ):
        return describe(method, url, actor, "", "opened")
    return None


def test_back_office_list_stays_inside_the_territory(world: World):
    page = world.client("system_admin").get(reverse("admin:villages_village_changelist"))

    shown = page.content.decode()
    assert NEAR in shown
    assert FOREIGN not in shown
