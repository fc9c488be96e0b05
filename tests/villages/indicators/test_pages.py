"""Pages of indicators: the dictionary, one indicator, the grid, a village's panel."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from tests.villages.indicators import factories as made
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.indicators.models import IndicatorValue
from villages.models import County

NEAR, BESIDE, FAR, ABROAD = "999901001200", "999901001201", "999901101200", "999902001200"


def test_the_page_shows_sum_gap_trend_and_cost(county: County, county_client: Client) -> None:
    one = made.in_force()
    made.said(one, NEAR, "2026Q3", 12)
    made.said(one, FAR, "2026Q2", 30)

    page = county_client.get("/indicators/flush-toilets/").content.decode()

    assert "还有 4 个村没有填" in page
    assert "2026年二季度" in page
    assert "到期前还要 5 个村各填 5 期" in page
    assert "县农业农村局提出" in page


@pytest.mark.parametrize(
    "path", ["", "flush-toilets/", "flush-toilets/?period=2026Q2", f"-/{NEAR}/"]
)
def test_pages_open_for_readers(
    county: County, people: dict[str, User], client_as: Any, path: str
) -> None:
    made.in_force()

    assert client_as(people[Role.FIRST_SECRETARY]).get(f"/indicators/{path}").status_code == 200


@pytest.mark.parametrize("path", ["nothing/", "flush-toilets/?period=2026-10", f"-/{ABROAD}/"])
def test_what_is_not_there(
    county: County, other_county: County, county_client: Client, path: str
) -> None:
    made.in_force()

    assert county_client.get(f"/indicators/{path}").status_code == 404


def test_the_grid_is_filled_on_one_page(county: County, township_client: Client) -> None:
    made.in_force()
    address = "/indicators/flush-toilets/2026Q3/"

    page = township_client.get(address).content.decode()
    answer = township_client.post(address, {f"value-{NEAR}": "3", f"value-{BESIDE}": ""})

    assert f'name="value-{BESIDE}"' in page
    assert f'name="value-{FAR}"' not in page
    assert answer.status_code == 302
    assert [row.village.code for row in IndicatorValue.objects.all()] == [NEAR]


def test_a_fault_stands_at_its_village(county: County, township_client: Client) -> None:
    made.in_force()

    page = township_client.post(
        "/indicators/flush-toilets/2026Q3/", {f"value-{NEAR}": "3", f"value-{BESIDE}": "2.5"}
    ).content.decode()

    assert "个数应为整数" in page
    assert 'value="3"' in page
    assert not IndicatorValue.objects.exists()


def test_a_share_asks_two_numbers_and_yes_no_a_choice(
    county: County, township_client: Client
) -> None:
    made.share_in_force()
    made.yes_no_in_force()

    township_client.post("/indicators/cover/2026-10/", {f"value-{NEAR}": "8", f"base-{NEAR}": "10"})
    township_client.post("/indicators/square/2026/", {f"is_yes-{NEAR}": "false"})

    said = {(row.value, row.base, row.is_yes) for row in IndicatorValue.objects.all()}
    assert said == {(Decimal(8), Decimal(10), None), (None, None, False)}
