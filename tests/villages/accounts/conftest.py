"""Who acts in the tests about people and rights."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories import UserFactory, signed_in
from villages.accounts import sudo
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common import clock


@pytest.fixture
def security(people: dict[str, User]) -> User:
    """The security administrator of 青原县."""
    return people[Role.SECURITY_ADMIN]


@pytest.fixture
def colleague(people: dict[str, User]) -> User:
    """A second security administrator of 青原县."""
    return UserFactory(username="second", name="严明", role=Role.SECURITY_ADMIN, home_code="999901")


@pytest.fixture
def sure() -> Callable[[User], Client]:
    """A browser in which this person has just given the password again."""

    def client_of(user: User) -> Client:
        client = signed_in(user)
        session = client.session
        session[sudo.GIVEN_AT] = clock.instant().timestamp()
        session.save()
        return client

    return client_of
