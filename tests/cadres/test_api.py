"""Figures and the reveal over the API."""

from typing import Any

import pytest
from django.test import Client

from cadres.choices import Post
from cadres.sealing import index_of, seal
from tests import factories
from tests.cadres.teams import GUO, LI, complete_team, person
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.trace.models import AuditEntry

NUMBER = "999901199709040231"


def _json(client: Client, address: str) -> Any:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_the_structure_equals_the_page(county_client: Client) -> None:
    complete_team(LI)

    found = _json(county_client, "cadre-structure/?on=2026-11-03")

    whole, east, willow = found["results"]
    assert (whole["township_code"], whole["people"], whole["seats"], whole["vacant"]) == (
        "",
        5,
        6,
        0,
    )
    assert (east["township"], east["one_shoulder"]) == ("东关街道", 1)
    assert (willow["people"], willow["seats"], willow["average_age"]) == (0, None, None)
    assert GUO in whole["missing"]


def test_figures_carry_base_gaps_and_definition(county_client: Client) -> None:
    complete_team(LI)

    found = {one["code"]: one for one in _json(county_client, "cadre-figures/")["results"]}

    women = found["cadres.women_share"]
    assert (women["value"], women["numerator"], women["denominator"]) == ("20.00", 1, 5)
    assert len(women["missing"]) == 4
    assert women["definition"]


def test_a_township_gets_its_own(township_client: Client) -> None:
    complete_team(LI)
    complete_team(GUO)

    found = _json(township_client, "cadre-structure/")

    assert [row["people"] for row in found["results"]] == [5, 5]


@pytest.mark.parametrize("asked", ["on=morgen", "wann=2026-01-01"])
def test_what_cannot_be_read_is_refused(county_client: Client, asked: str) -> None:
    assert county_client.get(f"/api/v1/cadre-structure/?{asked}").status_code == 400


def _reveal(client: Client, uid: str, **body: str) -> Any:
    return client.post(f"/api/v1/cadres/{uid}/reveal/", body, content_type="application/json")


def _sealed(code: str = LI) -> Any:
    return person(code, Post.SECRETARY, id_sealed=seal(NUMBER), id_index=index_of(NUMBER))


def test_a_number_is_revealed_with_a_reason(county_client: Client) -> None:
    answer = _reveal(county_client, _sealed().uid, field="id_number", reason="联审核对证件")

    assert answer.json() == {"field": "id_number", "value": NUMBER}
    assert answer["Cache-Control"] == "no-store"
    assert AuditEntry.objects.filter(action="cadre.revealed").count() == 1


@pytest.mark.parametrize(
    ("role", "code", "body", "status"),
    [
        (Role.COUNTY_STAFF, LI, {"field": "id_number", "reason": "看"}, 400),
        (Role.COUNTY_STAFF, LI, {"field": "name", "reason": "联审核对证件"}, 400),
        (Role.COUNTY_STAFF, LI, {"field": "id_number"}, 400),
        (Role.COUNTY_LEADER, LI, {"field": "id_number", "reason": "联审核对证件"}, 403),
        (Role.API_CLIENT, LI, {"field": "id_number", "reason": "联审核对证件"}, 403),
        (Role.TOWNSHIP_CLERK, GUO, {"field": "id_number", "reason": "联审核对证件"}, 404),
    ],
)
def test_a_reveal_is_refused(
    people: dict[str, User], role: str, code: str, body: dict[str, str], status: int
) -> None:
    answer = _reveal(factories.signed_in(people[role]), _sealed(code).uid, **body)

    assert answer.status_code == status
    assert NUMBER not in answer.content.decode()


def test_lists_and_rows_hold_the_masked_number_only(county_client: Client) -> None:
    one = _sealed()

    listed = county_client.get("/api/v1/cadres/").content.decode()
    row = _json(county_client, f"cadres/{one.uid}/")

    assert NUMBER not in listed
    assert row["id_number_masked"] == "999***********0231"
    assert row["main_post"] == "secretary"
