"""With Redis as cache: faster while it answers, nothing lost when it forgets."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.core.cache import cache, caches
from django.test import Client

from config import env
from tests import factories
from villages.accounts.choices import Role
from villages.rest import limits
from villages.rest.models import RateWindow

pytestmark = pytest.mark.servers
REDIS = "redis://127.0.0.1:6379/15"


@pytest.fixture
def redis_cache(settings: Any) -> Iterator[None]:
    settings.CACHE_URL = REDIS
    shared = {**env.cache(REDIS), "KEY_PREFIX": f"test{time.time_ns()}"}
    settings.CACHES = {**settings.CACHES, "default": shared}
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
    limits.forget()
    yield
    limits.forget()
    caches.close_all()


def test_a_session_survives_a_redis_that_forgot_everything(
    redis_cache: None, people: dict[str, Any]
) -> None:
    client = factories.signed_in(people[Role.COUNTY_STAFF])
    assert client.get("/villages/").status_code == 200

    cache.clear()

    assert client.get("/villages/").status_code == 200


def test_calls_are_counted_in_redis_and_not_in_the_database(redis_cache: None, db: None) -> None:
    # Counters begin anew with each minute: this one does not end.
    with time_machine.travel(datetime(2026, 11, 3, 1, 0, 30, tzinfo=UTC), tick=False):
        hits = [limits.take(limits.READ, "token:x").hits for _ in range(3)]

    assert hits == [1, 2, 3]
    assert not RateWindow.objects.exists()


def test_a_signed_out_session_is_gone_from_redis_too(
    redis_cache: None, people: dict[str, Any]
) -> None:
    client = factories.signed_in(people[Role.COUNTY_STAFF])
    key = client.cookies["portal"].value

    client.post("/accounts/sign-out/")

    stale = Client()
    stale.cookies["portal"] = key
    assert stale.get("/villages/").status_code == 302
