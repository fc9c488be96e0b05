"""What a form or a request body may name: only what the person may see, and a foreign value
reads exactly like one that does not exist."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import django_filters
import pytest
from django import forms
from django.urls import reverse

import villages
from tests.matrix.actors import EVERYBODY, HOLDERS, MAP_MAKERS, SECURITY, WORKERS
from tests.matrix.calling import undone
from tests.matrix.lists import TOWNSHIPS, reach
from tests.matrix.world import (
    ABROAD,
    FAR,
    FAR_TOWNSHIP,
    FOREIGN,
    FOREIGN_SECURITY,
    FOREIGN_TOWNSHIP,
    HOME,
    NEAR,
    NEIGHBOUR,
    NOBODY,
    STRANGER,
    World,
)
from villages.accounts.choices import Role
from villages.accounts.forms.delegation import DelegationForm
from villages.accounts.forms.handover import HandoverForm
from villages.accounts.forms.tokens import TokenForm
from villages.accounts.forms.units import UnitsField
from villages.accounts.forms.users import AccessFields, OpenAccountForm
from villages.affairs.forms import SiteCheckForm
from villages.affairs.models import SiteNeed
from villages.filings.forms import AddForm
from villages.filters import VillageFilter
from villages.forms.changes import MergeForm, TownshipsForm, TransferForm
from villages.imports.forms.months import ReopenForm
from villages.imports.forms.reopening import AskForm
from villages.models import County, Township, Village
from villages.rest.writing import WriteSerializer

pytestmark = pytest.mark.django_db

# Forms and filters whose choices are rows of the database; each is looked at below. What a form
# may ask (`AddForm`) is looked at in the indicators' `test_inputs.py`: another county's is not.
LOOKED_AT = {
    AccessFields, OpenAccountForm, TokenForm, DelegationForm, HandoverForm, MergeForm,
    TransferForm, TownshipsForm, ReopenForm, VillageFilter, SiteCheckForm, AddForm,
    AskForm,
}  # fmt: skip
# Fields with choices from code, by name: nothing in them belongs to a place.
FROM_CODE = {
    "role", "kind", "state", "density", "page_size", "resources", "main", "active", "group",
    "channel", "result", "take_post", "reason_kind",
}  # fmt: skip


def _classes(base: type) -> Iterator[type]:
    """Every class of ours below this one, after all modules of forms and filters are loaded."""
    for module in pkgutil.walk_packages(villages.__path__, "villages."):
        parts = set(module.name.split("."))
        if parts & {"forms", "filters", "serializers"}:
            importlib.import_module(module.name)
    waiting = list(base.__subclasses__())
    while waiting:
        one = waiting.pop()
        waiting.extend(one.__subclasses__())
        if one.__module__.startswith("villages."):
            yield one


def _names_rows(field: Any) -> bool:
    rows = (forms.ModelChoiceField, forms.ModelMultipleChoiceField, UnitsField)
    if isinstance(field, rows):
        return True
    return isinstance(field, forms.ChoiceField) and not list(field.choices)


def test_every_form_that_names_rows_is_looked_at():
    found = {
        one.__qualname__
        for one in _classes(forms.BaseForm)
        for name, field in getattr(one, "base_fields", {}).items()
        if _names_rows(field) and name not in FROM_CODE and one not in LOOKED_AT
    }

    assert not found, f"look at their choices in tests/matrix/test_parents.py: {sorted(found)}"


def test_every_filter_that_names_rows_is_looked_at():
    rows = (django_filters.ModelChoiceFilter, django_filters.ModelMultipleChoiceFilter)
    found = {
        one.__qualname__
        for one in _classes(django_filters.FilterSet)
        for name, each in one.base_filters.items()
        if isinstance(each, rows) and one not in LOOKED_AT
    }

    assert not found, f"look at their choices in tests/matrix/test_parents.py: {sorted(found)}"


def test_every_body_member_that_names_a_place_is_looked_at():
    places = {
        f"{one.__name__}.{each.name}"
        for one in _classes(WriteSerializer)
        for each in one.inputs
        if each.name.endswith(("code", "codes", "uid", "uids"))
    }

    assert places == {"TokenWrite.unit_codes", "MeWrite.current_county_code"}


def _codes(choices: Any) -> set[str]:
    """The values of choices, also of grouped ones."""
    flat: set[str] = set()
    for value, label in choices:
        flat |= _codes(label) if isinstance(label, list | tuple) else {str(value)}
    return flat


def test_units_to_choose_lie_in_the_territory(world: World):
    for actor in sorted(HOLDERS | SECURITY):
        user = world.people[actor]
        county = County.objects.filter(code=user.home_code[:6]).first()
        token = TokenForm(user=user, county=county)
        offered = _codes(token.fields["units"].choices)
        for role in Role.values if actor in SECURITY else ():
            access = AccessFields(role=role, by=user, county=county)
            offered |= _codes(access.fields["units"].choices) if "units" in access.fields else set()

        own = reach(world, actor)
        assert all(any(code.startswith(one) for one in own) for code in offered), actor


def test_people_to_choose_belong_to_the_same_county(world: World):
    for actor in sorted(EVERYBODY):
        by = world.people[actor]
        forms_of = [DelegationForm(by=by).fields["deputy"]]
        if actor in SECURITY:
            leaver = world.people["township_clerk" if actor == "security_admin" else STRANGER]
            forms_of.append(HandoverForm(leaver=leaver, by=by).fields["successor"])
        for field in forms_of:
            homes = {person.home_code[:6] for person in field.queryset}

            assert homes <= {by.home_code[:6]}, actor


def test_townships_to_filter_by_lie_in_the_territory(world: World):
    for actor in sorted(WORKERS):
        user = world.people[actor]
        page = world.client(actor).get(reverse("villages:villages")).content.decode()

        for code in set().union(*TOWNSHIPS.values()):
            visible = Township.objects.visible_to(user).filter(code=code).exists()
            assert (f'value="{code}"' in page) == visible, (actor, code)


def test_units_of_a_map_change_lie_in_the_county(world: World):
    near = list(Village.objects.filter(code__in=[NEAR, FAR]))
    township = list(Township.objects.filter(code=FAR_TOWNSHIP))
    minister = world.people["county_minister"]
    fields = [
        ReopenForm(user=minister, county=County.objects.get(code=HOME)).fields["unit_code"],
        TransferForm(units=near[:1]).fields["township"],
        TownshipsForm(units=township).fields["into"],
        MergeForm(units=near).fields["into"],
    ]

    for field in fields:
        codes = {code for code in _codes(field.choices) if code.isdigit()}
        assert all(code.startswith(HOME) for code in codes)


def test_a_township_asks_to_reopen_its_own_villages_only(world: World):
    clerk = world.people["township_clerk"]

    offered = AskForm(user=clerk, county=County.objects.get(code=HOME)).fields["villages"].choices

    codes = {code for _town, villages in offered for code, _name in villages}
    assert NEAR in codes
    assert not {FAR, FOREIGN} & codes


# --- a foreign value and one that does not exist are the same ---------------------------------

FORM_PARENTS = [
    ("accounts:token_new", "township_clerk", "units", FOREIGN, "999901001999"),
    ("accounts:token_new", "township_clerk", "units", FAR, "999901001999"),
    ("accounts:delegations", "county_staff", "deputy", STRANGER, NOBODY),
    ("accounts:handover_start", "security_admin", "successor", STRANGER, NOBODY),
    ("accounts:user_access", "security_admin", "units", FOREIGN_TOWNSHIP, "999901999"),
]


@pytest.mark.parametrize(("name", "actor", "field", "foreign", "missing"), FORM_PARENTS)
def test_foreign_choice_reads_like_a_missing_one(
    world: World, name: str, actor: str, field: str, foreign: str, missing: str
):
    subject = world.people["township_clerk"].uid
    url = reverse(name, args=[subject] if name.endswith(("start", "access")) else [])
    foreign = world.people[foreign].uid if foreign in world.people else foreign

    said = [_errors_of(world, actor, url, field, value) for value in (foreign, missing)]

    assert said[0]
    assert said[0] == said[1]


def _errors_of(world: World, actor: str, url: str, field: str, value: str) -> list[str]:
    with undone():
        response = world.client(actor).post(url, {field: value})
        assert response.status_code == 200
        return list(response.context["form"].errors[field])


@pytest.mark.parametrize("foreign", [FOREIGN, ABROAD, FOREIGN_TOWNSHIP])
def test_foreign_place_in_a_token_reads_like_a_missing_one(world: World, foreign: str):
    missing = {6: "999903", 9: "999902999", 12: "999902001999"}[len(foreign)]

    said = [
        _refusal(world, "post", "/api/v1/tokens/", {"name": "屏", "unit_codes": [code]}, code)
        for code in (foreign, missing)
    ]

    assert said[0] == said[1]
    assert said[0][0] in {400, 409, 422}


def test_foreign_county_of_the_own_account_reads_like_a_missing_one(world: World):
    said = [
        _refusal(world, "patch", "/api/v1/me/", {"current_county_code": code}, code)
        for code in (ABROAD, "999903")
    ]

    assert said[0] == said[1]
    assert said[0][0] in {400, 409, 422}


def _refusal(
    world: World, method: str, url: str, body: dict[str, Any], code: str
) -> tuple[int, str]:
    """Status and words, with the code itself taken out."""
    client = world.client("county_staff")
    with undone():
        read = client.get("/api/v1/me/")
        headers = {"If-Match": read.headers["ETag"]} if method == "patch" else {}
        send = getattr(client, method)
        response = send(url, body, content_type="application/json", headers=headers)
    problem = response.json()
    words = {name: problem.get(name) for name in ("code", "title", "detail", "errors")}
    return response.status_code, str(words).replace(code, "…")


def test_page_of_a_foreign_object_reads_like_a_missing_one(world: World):
    pairs = [
        ("county_staff", f"/villages/{FOREIGN}/", "/villages/999901001999/"),
        ("township_clerk", f"/villages/{FAR}/", "/villages/999901001999/"),
        (NEIGHBOUR, f"/villages/{NEAR}/", "/villages/999901001999/"),
        (FOREIGN_SECURITY, f"/accounts/users/{world.people['township_clerk'].uid}/",
         f"/accounts/users/{NOBODY}/"),
    ]  # fmt: skip

    for actor, foreign, missing in pairs:
        for headers in ({}, {"HX-Request": "true"}):
            seen = [_page(world, actor, url, headers) for url in (foreign, missing)]
            assert seen[0] == seen[1], (actor, foreign)


def _page(world: World, actor: str, url: str, headers: dict[str, str]) -> tuple[int, str]:
    """Status and page, without what differs between any two requests."""
    response = world.client(actor).get(url, headers={"X-Request-ID": "same-request", **headers})
    return response.status_code, _neutral(response.content.decode(), url)


def _neutral(page: str, url: str) -> str:
    page = re.sub(
        r'(name="csrf(?:middlewaretoken|-token)" (?:value|content)|nonce)="[^"]*"', "", page
    )
    return page.replace(url, "…")


def test_foreign_rows_of_a_batch_are_left_out(world: World):
    client = world.client("county_staff")

    with undone():
        page = client.post(reverse("villages:villages"), {"do": "kind", "select": [NEAR, FOREIGN]})

    assert page.context["choice"].count == 1
    assert [row.code for row in page.context["choice"].rows] == [NEAR]


def test_map_change_takes_no_foreign_unit(world: World):
    for actor in sorted(MAP_MAKERS - {STRANGER}):
        url = reverse("villages:change", args=["merge"])
        page = world.client(actor).get(url, {"units": [NEAR, FOREIGN]}).content.decode()

        assert f'value="{FOREIGN}"' not in page


def test_a_site_is_asked_for_its_own_countys_needs(world: World):
    for code, name in ((HOME, "有国旗"), (ABROAD, "有外县配备")):
        SiteNeed.objects.create(county_code=code, number=1, name=name, valid_from=date(2024, 1, 1))

    page = world.client("township_clerk").get(f"/affairs/villages/{NEAR}/site/").content.decode()

    assert "有国旗" in page
    assert "有外县配备" not in page
