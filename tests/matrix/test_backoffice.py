"""The back office: read by the system administrator alone, and it writes nothing."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse

from tests.matrix.actors import ACTORS, OUTSIDE, SYSTEM
from tests.matrix.calling import call, describe
from tests.matrix.policy import METHODS, Route
from tests.matrix.walking import addresses
from tests.matrix.world import FOREIGN, NEAR, World
from villages.models import (
    County,
    FormerName,
    Parameter,
    Succession,
    Township,
    Village,
)

pytestmark = pytest.mark.django_db

# The map and the numbers that decide. No figures of villages, no people, no secrets of sign-in.
SHOWN = {County, Township, Village, FormerName, Succession, Parameter}
ARGUMENTS = {
    "object_id": "1",
    "content_type_id": "1",
    "pk": "1",
    "app_label": "villages",
    "url": "x",
}
PAGES = [one for one in addresses() if "admin/" in one.pattern]


def test_back_office_shows_only_the_map_and_the_parameters():
    shown = {model.__name__ for model in admin.site._registry}

    assert shown <= {model.__name__ for model in SHOWN}, "register nothing else"


def test_nothing_in_the_back_office_may_be_changed(world: World, rf):
    request = rf.get("/")
    request.user = world.people["system_admin"]

    for model, office in admin.site._registry.items():
        permitted = office.get_model_perms(request)
        assert not (permitted["add"] or permitted["change"] or permitted["delete"]), model


@pytest.mark.parametrize("address", PAGES, ids=lambda one: one.pattern)
def test_back_office_opens_for_the_system_administrator_and_writes_nothing(address, world: World):
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
    if actor not in SYSTEM | OUTSIDE and answer.status == 200 and b"csrf" in answer.body:
        return describe(method, url, actor, "", "opened")
    return None


def test_back_office_list_stays_inside_the_territory(world: World):
    page = world.client("system_admin").get(reverse("admin:villages_village_changelist"))

    shown = page.content.decode()
    assert NEAR in shown
    assert FOREIGN not in shown
