"""What programs read of an assessment."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from rectification.reports.actions.assessment import open_year, publish
from rectification.reports.models import Assessment
from tests import factories
from tests.rectification.situations import person
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.models import County

API = "/api/v1/assessment/"
EAST, WILLOW = "999901001", "999901101"
DAY = date(2026, 11, 3)


@pytest.fixture
def year(county: County, people: dict[str, User]) -> Assessment:
    person("999901001200", "secretary", name="王立")
    return open_year(by=people[Role.COUNTY_STAFF], county=county, year=2026, on=DAY)


@pytest.fixture
def published(year: Assessment, people: dict[str, User]) -> Assessment:
    return publish(by=people[Role.COUNTY_STAFF], row=year, on=DAY)


def test_the_county_reads_all_townships(year: Assessment, county_client: Client) -> None:
    told = county_client.get(f"{API}2026/").json()

    assert [one["township"] for one in told["results"]] == [EAST, WILLOW]
    assert (told["status"], told["scheme"], told["year"]) == ("draft", "年终考核办法", 2026)
    assert "duty" in told["results"][0]["missing"]


def test_the_lines_of_a_sheet_add_up_to_its_score(
    published: Assessment, township_client: Client
) -> None:
    told = township_client.get(f"{API}2026/{EAST}/").json()

    points = [Decimal(one["points"]) for one in (*told["lines"], *told["extras"]) if one["points"]]
    team = next(one for one in told["lines"] if one["key"] == "team")
    assert abs(sum(points) - Decimal(told["score"])) <= Decimal("0.05")
    assert told["full"] == "15.00"
    assert team["inputs"][0]["key"] == "cadres.in_office"


def test_a_township_reads_its_own_alone(published: Assessment, township_client: Client) -> None:
    whole = township_client.get(f"{API}2026/").json()
    other = township_client.get(f"{API}2026/{WILLOW}/")

    assert [one["township"] for one in whole["results"]] == [EAST]
    assert other.status_code == 404


@pytest.mark.parametrize("path", ["2026/", f"2026/{EAST}/"])
def test_nothing_is_told_before_publishing(
    year: Assessment, township_client: Client, path: str
) -> None:
    answer = township_client.get(f"{API}{path}")

    assert answer.status_code == 404


@pytest.mark.parametrize("path", ["2027/", "2026/999902001/", "2026/999901999/"])
def test_what_is_not_there_is_not_found(
    published: Assessment, other_county: County, county_client: Client, path: str
) -> None:
    answer = county_client.get(f"{API}{path}")

    assert answer.status_code == 404


def test_another_county_reads_nothing(published: Assessment, other_county: County) -> None:
    foreign = factories.UserFactory(role=Role.COUNTY_STAFF, home_code=other_county.code)

    answer = factories.signed_in(foreign).get(f"{API}2026/{EAST}/")

    assert answer.status_code == 404
