"""What a list of a ledger costs: exactly as many statements with a thousand rows as with ten."""

import pytest
from django.core.cache import cache, caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.villages.ledgers.making import crowd
from tests.villages.ledgers.pages.conftest import COUNTY, Place
from villages.ledgers.declaring import Ledger, ledgers
from villages.models import Township, Village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("undone")]

FEW, MANY = 10, 1_000
# Session, person, territory, parameters, county, views of the list, townships, count, rows and
# selects of filters; each chart costs one more.
MOST = 12
# A county has one open term at a time and fewer than a hundred in all.
SHORT = {"term-changes"}


@pytest.fixture(scope="module")
def villages(place: Place) -> list[Village]:
    """A thousand villages in ten townships."""
    like = place.village
    townships = [
        Township.objects.create(
            county=like.township.county, county_code=COUNTY, code=f"{COUNTY}{number}",
            name=f"第{number}镇", kind=like.township.kind,
        )
        for number in range(200, 210)
    ]  # fmt: skip
    return Village.objects.bulk_create(
        Village(
            township=township, county_code=COUNTY, code=f"{township.code}{number}",
            name=f"第{number}村", kind=like.kind, search_text=f"第{number}村",
        )
        for number in range(200, 300)
        for township in townships
    )  # fmt: skip


@pytest.mark.parametrize(
    "ledger", [one for key, one in ledgers().items() if key not in SHORT], ids=lambda one: one.key
)
def test_list_costs_the_same_for_ten_rows_and_for_a_thousand(
    ledger: Ledger, place: Place, villages: list[Village]
):
    url = reverse(f"ledgers:{ledger.key}") + "?size=20"
    crowd(ledger.model, villages[:FEW])
    few = _statements(place.client, url)

    crowd(ledger.model, villages[FEW:MANY])

    assert _statements(place.client, url) == few
    assert few <= MOST + len(ledger.charts)


@pytest.mark.parametrize("key", ["honours", "tenures"])
def test_file_costs_the_same_for_ten_rows_and_for_a_thousand(
    key: str, place: Place, villages: list[Village]
):
    url = reverse(f"ledgers:{key}") + "?format=csv"
    crowd(ledgers()[key].model, villages[:FEW])
    few = _statements(place.client, url)

    crowd(ledgers()[key].model, villages[FEW:MANY])

    assert _statements(place.client, url) == few


def _statements(client: Client, url: str) -> int:
    cache.clear()
    caches["local"].clear()
    with CaptureQueriesContext(connection) as found:
        response = client.get(url)
        if response.streaming:
            b"".join(response.streaming_content)
    assert response.status_code == 200
    return len(found)
