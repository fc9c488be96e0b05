"""Figures of village facts and of indicators for programs: those of the pages."""

from typing import Any

import pytest
from django.test import Client

from tests.villages.affairs import factories as made
from tests.villages.indicators import factories as indicators
from villages.models import County

ADDRESS = "/api/v1/affairs-figures/"
NEAR, FAR = "999901001200", "999901101200"


def first_petitions(client: Client, query: str = "") -> dict[str, Any]:
    results = client.get(ADDRESS + query).json()["results"]
    found: dict[str, Any] = next(o for o in results if o["code"] == "affairs.petitions_first")
    return found


@pytest.mark.parametrize(
    ("query", "value", "missing"),
    [("", 7, 3), ("?unit=999901101", 5, 1), (f"?unit={NEAR}", 2, 0), ("?on=2026-12-01", None, 5)],
)
def test_a_unit_has_its_figures_and_gaps(
    county: County, county_client: Client, query: str, value: int | None, missing: int
) -> None:
    made.petitioned(made.village(NEAR), first=2)
    made.petitioned(made.village(FAR), first=5)

    found = first_petitions(county_client, query)

    assert (found["value"], len(found["missing"])) == (value, missing)


def test_a_township_gets_its_part_and_nothing_foreign(
    county: County, township_client: Client
) -> None:
    made.petitioned(made.village(NEAR), first=2)
    made.petitioned(made.village(FAR), first=5)

    assert first_petitions(township_client, "?unit=999901")["value"] == 2
    assert township_client.get(f"{ADDRESS}?unit={FAR}").status_code == 404


def test_an_indicator_has_total_and_mean(county: County, county_client: Client) -> None:
    one = indicators.in_force()
    indicators.said(one, NEAR, "2026Q3", 12)
    indicators.said(one, FAR, "2026Q3", 5)

    answer = county_client.get(f"/api/v1/indicators/{one.uid}/figures/?period=2026Q3").json()

    assert [(o["value"], o["denominator"], len(o["missing"])) for o in answer["results"]] == [
        (17, 2, 3), ("8.50", 2, 3),
    ]  # fmt: skip


@pytest.mark.parametrize("query", ["", "?period=2026-10", "?period=2026Q3&unit=999902"])
def test_what_an_indicator_cannot_tell(county: County, county_client: Client, query: str) -> None:
    one = indicators.in_force()

    assert county_client.get(f"/api/v1/indicators/{one.uid}/figures/{query}").status_code == 404
