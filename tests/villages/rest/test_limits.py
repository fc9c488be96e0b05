"""How often a token may call."""

from datetime import date

import pytest

from villages import parameters
from villages.accounts.choices import Role
from villages.common import clock
from villages.models import Parameter
from villages.rest import limits
from villages.rest.models import RateWindow


@pytest.fixture(autouse=True)
def steady(monkeypatch):
    """All calls of a test fall into one minute."""
    fixed = clock.instant().replace(second=20)
    monkeypatch.setattr(limits.clock, "instant", lambda: fixed)


@pytest.fixture
def three(county):
    """Three reads a minute."""
    Parameter.objects.create(
        key="api.reads_per_minute", value=3, effective_from=date(2026, 1, 1), basis="测试"
    )
    parameters.forget()
    limits.forget()


def test_the_budget_is_told_with_every_answer(county_program, county):
    response = county_program.get("villages/")

    assert response["RateLimit-Policy"] == '"read";q=120;w=60'
    assert response["RateLimit"] == '"read";r=119;t=40'


def test_beyond_the_budget_one_waits(county_program, three):
    answers = [county_program.get("me/") for _ in range(4)]

    assert [one.status_code for one in answers] == [200, 200, 200, 429]
    assert answers[3].json()["code"] == "rate_limited"
    assert answers[3]["Retry-After"] == "40"
    assert answers[3]["RateLimit"] == '"read";r=0;t=40'


def test_the_next_minute_is_a_new_budget(county_program, three, monkeypatch):
    for _ in range(4):
        county_program.get("me/")
    later = limits.clock.instant().replace(second=59) + (
        limits.clock.instant() - limits.clock.instant()
    )
    monkeypatch.setattr(
        limits.clock, "instant", lambda: later.replace(minute=(later.minute + 1) % 60)
    )

    assert county_program.get("me/").status_code == 200


def test_each_token_has_its_own_budget(county_program, make_program, people, three):
    other = make_program(people[Role.COUNTY_STAFF])
    for _ in range(4):
        county_program.get("me/")

    assert other.get("me/").status_code == 200


def test_reads_writes_and_exports_are_counted_apart(county_program, county):
    kinds = [
        county_program.get("villages/")["RateLimit-Policy"],
        county_program.post("tokens/", "{}")["RateLimit-Policy"],
        county_program.get("villages/?format=csv")["RateLimit-Policy"],
        county_program.get("villages/", headers={"Accept": "text/csv"})["RateLimit-Policy"],
    ]

    assert kinds == [
        '"read";q=120;w=60',
        '"write";q=30;w=60',
        '"export";q=6;w=60',
        '"export";q=6;w=60',
    ]


def test_one_row_per_token_and_kind_is_all_that_is_kept(county_program, county):
    for _ in range(5):
        county_program.get("me/")

    assert RateWindow.objects.count() == 1
    assert RateWindow.objects.get().hits == 5


def test_without_redis_the_database_counts(county_program, three, settings, monkeypatch):
    settings.CACHE_URL = "redis://127.0.0.1:1/0"

    def dead(key):
        raise ConnectionError

    monkeypatch.setattr(limits, "_by_cache", dead)

    assert [county_program.get("me/").status_code for _ in range(4)] == [200, 200, 200, 429]


def test_a_shared_cache_counts_where_there_is_one(county_program, three, settings):
    settings.CACHE_URL = "redis://in-tests-the-local-cache"

    answers = [county_program.get("me/").status_code for _ in range(4)]

    assert answers == [200, 200, 200, 429]
    assert not RateWindow.objects.exists()
