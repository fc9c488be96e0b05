"""One county for all ledgers, built once: the tests of a module look at it and change nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tests.factories import UserFactory, signed_in, small_county
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.models import Village
from villages.trace.record import record

COUNTY = "999901"


@dataclass(frozen=True)
class Place:
    """A county, its first village, people by role and their browsers."""

    village: Village
    people: dict[str, User]
    clients: dict[str, Client]

    @property
    def client(self) -> Client:
        """The organization department's."""
        return self.clients[Role.COUNTY_STAFF]


ROLES = (Role.COUNTY_STAFF, Role.COUNTY_MINISTER, Role.TOWNSHIP_CLERK, Role.SYSTEM_ADMIN)


@pytest.fixture(scope="module")
def place(django_db_setup: None, django_db_blocker: Any) -> Iterator[Place]:
    """Its transaction never ends well."""
    with (
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        patch.setenv("PORTAL_TODAY", "2026-11-03")
        small_county(COUNTY, "青原县")
        village = Village.objects.order_by("code")[0]
        people = {role: _person(role) for role in ROLES}
        clients = {role: signed_in(user) for role, user in people.items()}
        # The first act of a county begins its chain, which costs three statements once.
        record("session.started", by=people[Role.COUNTY_STAFF], county=COUNTY)
        yield Place(village, people, clients)
        transaction.set_rollback(True)


def _person(role: str) -> User:
    home = f"{COUNTY}001" if role == Role.TOWNSHIP_CLERK else COUNTY
    return UserFactory(username=f"pages_{role}", role=role, home_code=home)


@pytest.fixture
def undone(place: Place) -> Iterator[None]:
    """What a test makes is gone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
