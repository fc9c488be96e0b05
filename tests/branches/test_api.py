"""Figures of party organizations for programs."""

import pytest
from django.test import Client

from tests.branches.factories import branch
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.models import County

ADDRESS = "/api/v1/branch-figures/"


@pytest.fixture
def known(county: County) -> None:
    branch(formal=40)
    branch("999901101200", formal=30)


def _formal(client: Client, query: str = "") -> int:
    answer = client.get(ADDRESS + query).json()
    return next(one["value"] for one in answer["results"] if one["code"] == "members.formal")


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("query", "formal"),
    [
        ("", 70),
        ("?on=2026-10-31", 70),
        ("?unit=999901", 70),
        ("?unit=999901101", 30),
        ("?unit=999901001200", 40),
    ],
)
def test_a_unit_has_its_figures(county_client: Client, query: str, formal: int) -> None:
    assert _formal(county_client, query) == formal


@pytest.mark.usefixtures("known")
def test_before_the_count_there_is_a_gap_not_a_zero(county_client: Client) -> None:
    answer = county_client.get(ADDRESS + "?on=2026-01-01").json()

    figure = next(one for one in answer["results"] if one["code"] == "members.formal")
    assert (figure["value"], figure["gap"]) == (None, "not-filed")


@pytest.mark.usefixtures("known")
def test_a_township_gets_its_part_of_the_county(township_client: Client) -> None:
    assert _formal(township_client, "?unit=999901") == 40


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("query", "status"),
    [("?unit=999901101", 404), ("?unit=999902", 404), ("?on=soon", 400), ("?colour=red", 400)],
)
def test_what_is_foreign_or_unreadable_is_refused(
    township_client: Client, query: str, status: int
) -> None:
    assert township_client.get(ADDRESS + query).status_code == status


def test_administrators_have_no_figures(people: dict[str, User], client_as: object) -> None:
    client: Client = client_as(people[Role.SYSTEM_ADMIN])  # type: ignore[operator]

    assert client.get(ADDRESS).status_code == 403


@pytest.mark.usefixtures("known")
def test_the_page_shows_what_the_api_says(county_client: Client) -> None:
    answer = county_client.get(ADDRESS).json()["results"]
    page = county_client.get("/branches/").content.decode()

    shown = {one["label"]: one["value"] for one in answer}
    assert f"{shown['正式党员']}" in page
    assert shown["空壳支部"] == 0
