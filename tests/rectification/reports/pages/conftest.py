"""A county with reports, and people who look at them."""

from collections.abc import Callable

import pytest
from django.test import Client

from rectification.reports.actions.reviewing import take
from rectification.reports.models import Report
from rectification.reports.states import ISSUE
from tests.factories import signed_in
from tests.rectification.reports.made import clerk, drafted, filled, reviewed, staff
from villages.accounts.models import User
from villages.models import County


@pytest.fixture
def full(county: County) -> County:
    """October with something to tell, closed."""
    return filled(county)


@pytest.fixture
def draft(full: County) -> Report:
    """October's draft."""
    return drafted(full)


@pytest.fixture
def house(county: County) -> User:
    """A member of the organization department."""
    return staff(county.code)


@pytest.fixture
def desk(house: User) -> Client:
    """The same, signed in."""
    return signed_in(house)


@pytest.fixture
def town(county: County) -> Client:
    """A township's clerk, signed in."""
    return signed_in(clerk(f"{county.code}001"))


@pytest.fixture
def foreign(other_county: County) -> Client:
    """The organization department of another county."""
    return signed_in(staff(other_county.code))


@pytest.fixture
def issued(full: County, house: User) -> Report:
    """October's dispatch, issued."""
    return take(by=house, report=reviewed(full, house), revision=None, step=ISSUE)


@pytest.fixture
def text() -> Callable[[Client, str], str]:
    """What a page says; it opens."""

    def read(client: Client, url: str) -> str:
        answer = client.get(url)
        assert answer.status_code == 200, answer.status_code
        return answer.content.decode()

    return read
