"""A township with three villages whose September is known, and one clerk."""

import pytest

from tests.villages.filings.memory import HELD, RENT, VISITS, Memory, asks
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.models import County, Village


@pytest.fixture
def clerk(people: dict[str, User]) -> User:
    """Who files for the first township."""
    return people[Role.TOWNSHIP_CLERK]


@pytest.fixture
def ledger(memory: Memory, county: County) -> Memory:
    """Three inputs are asked; September is known for every village."""
    asks(county.code, VISITS, RENT, HELD)
    for pk in Village.objects.values_list("pk", flat=True):
        memory.rows[pk, 202609] = {VISITS.key: 9, RENT.key: 3_500_000, HELD.key: True}
    return memory
