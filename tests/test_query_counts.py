"""How many statements a page costs: exactly as many with a thousand rows as with ten.

The numbers stand in `query_counts.json`. A page that became cheaper or dearer fails until the
file says so; `UPDATE_QUERY_COUNTS=1` writes it anew.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache, caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import UserFactory, signed_in, small_county
from villages.accounts.choices import Role
from villages.choices import VillageKind
from villages.models import Township, Village

BASELINE = Path(__file__).with_name("query_counts.json")
FEW, MANY = 10, 1_000
COUNTY = "999901"

# Page and who asks for it.
PAGES = {
    "/": "county_staff",
    "/villages/": "county_staff",
    "/villages/?q=村&sort=-name": "county_staff",
    "/villages/?format=csv": "county_staff",
    "/counties/": "county_staff",
    f"/counties/{COUNTY}/": "county_staff",
    f"/townships/{COUNTY}001/": "county_staff",
    f"/villages/{COUNTY}001200/": "county_staff",
    f"/villages/{COUNTY}001200/profile/": "county_staff",
    "/changes/": "county_staff",
    "/changes/merge/": "county_staff",
    "/search/?q=村": "county_staff",
    "/jobs/": "county_staff",
    "/months/": "county_staff",
    "/imports/": "county_staff",
    "/reports/": "county_staff",
    "/reports/downloads/": "county_staff",
    "/reports/assessment/2026/": "county_staff",
    "/accounts/trail/": "county_staff",
    "/accounts/profile/": "county_staff",
    "/accounts/users/": "security_admin",
    "/accounts/requests/": "security_admin",
    "/accounts/handovers/": "security_admin",
    "/accounts/audit/": "audit_admin",
    "/parameters/": "system_admin",
    "/api/v1/villages/": "county_staff",
    "/api/v1/townships/": "county_staff",
    f"/api/v1/villages/{COUNTY}001200/": "county_staff",
    "/api/v1/villages/?format=csv": "county_staff",
    "/api/v1/reports/": "county_staff",
    "/api/v1/assessment/2026/": "county_staff",
}


@pytest.fixture
def browsers(db: None) -> dict[str, Client]:
    """Whoever asks, signed in, in a county of few villages and few people."""
    small_county(COUNTY, "青原县")
    _fill(FEW)
    return {
        role: signed_in(UserFactory(username=role, role=role, home_code=COUNTY))
        for role in sorted(set(PAGES.values()))
    }


def _fill(count: int) -> None:
    """At least so many villages in two townships, and a clerk for every twentieth."""
    have = Village.objects.count()
    places = [(place, number) for number in range(300, 900) for place in ("001", "101")]
    townships = {row.code[6:]: row for row in Township.objects.filter(county_code=COUNTY)}
    Village.objects.bulk_create(
        Village(
            township=townships[place], county_code=COUNTY, code=f"{COUNTY}{place}{number}",
            name=f"第{number}村", kind=VillageKind.VILLAGERS, search_text=f"第{number}村",
        )
        for place, number in places[have : have + count]
    )  # fmt: skip
    for number in range(count // 20):
        name = f"clerk{count}-{number}"
        UserFactory(username=name, role=Role.TOWNSHIP_CLERK, home_code=f"{COUNTY}001", password="!")


def _count(client: Client, path: str) -> int:
    """Statements of a second visit: what is cached per process is there."""
    for _time in range(2):
        cache.clear()
        caches["local"].clear()
        with CaptureQueriesContext(connection) as seen:
            response: Any = client.get(path)
            if response.streaming:
                b"".join(response.streaming_content)
        assert response.status_code == 200, (path, response.status_code)
    return sum(1 for one in seen if not one["sql"].startswith(("SAVEPOINT", "RELEASE")))


def test_pages_cost_the_same_with_ten_and_with_a_thousand_rows(browsers: dict[str, Client]):
    few = {path: _count(browsers[role], path) for path, role in PAGES.items()}
    _fill(MANY)
    many = {path: _count(browsers[role], path) for path, role in PAGES.items()}

    assert few == many
    if os.environ.get("UPDATE_QUERY_COUNTS"):
        BASELINE.write_text(json.dumps(many, ensure_ascii=False, indent=2) + "\n")
    assert many == json.loads(BASELINE.read_text())
