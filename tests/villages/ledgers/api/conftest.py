"""A ledger with plain fields, its rows and the programs that write them."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.villages.rest.conftest import Program, program_of
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.ledgers.declaring import Ledger, ledgers
from villages.models import Village
from villages.rest import limits


@pytest.fixture(autouse=True)
def _no_limits(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(limits, "_limit", lambda kind, now: 10_000_000)
    limits.forget()
    yield
    limits.forget()


@pytest.fixture
def seats() -> Ledger:
    """职数核定: a day, three numbers with bounds, a text that must be said."""
    return ledgers()["establishments"]


@pytest.fixture
def villages(county: Any) -> list[Village]:
    """The five villages of the county."""
    return list(Village.objects.order_by("code"))


@pytest.fixture
def writer(people: dict[str, User]) -> Program:
    """A program of a member of the organization department."""
    return program_of(people[Role.COUNTY_STAFF])


@pytest.fixture
def minister(people: dict[str, User]) -> Program:
    """A program of the head of the department, who may write in every ledger."""
    return program_of(people[Role.COUNTY_MINISTER])


@pytest.fixture
def stranger(other_county: Any) -> Program:
    """A program of another county."""
    from tests import factories

    return program_of(factories.one_of_each_role(other_county.code)[Role.COUNTY_STAFF])


def seats_of(place: Village, day: str = "2026-01-01", **more: Any) -> dict[str, Any]:
    """A body that is right."""
    return {
        "village": place.code, "valid_from": day, "party_seats": 5, "committee_seats": 5,
        "basis": "青原组〔2026〕3号", **more,
    }  # fmt: skip


Body = Callable[..., dict[str, Any]]
