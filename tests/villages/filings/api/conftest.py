"""Programs that file, and the one ledger they file into."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.villages.filings.memory import HELD, RENT, VISITS, Memory, asks
from tests.villages.rest.conftest import Program, _fresh_limits, program_of
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.models import County, Village

__all__ = ["_fresh_limits"]
Sent = Callable[..., Any]


@pytest.fixture
def asked(memory: Memory, county: County) -> Memory:
    """青原县 asks three inputs."""
    asks(county.code, VISITS, RENT, HELD)
    return memory


@pytest.fixture
def system(asked: Memory, people: dict[str, User]) -> Program:
    """The county's own system, which pushes with a service account's token."""
    return program_of(people[Role.API_CLIENT])


@pytest.fixture
def reviewer(asked: Memory, people: dict[str, User]) -> Program:
    """A program of a member of the organization department."""
    return program_of(people[Role.COUNTY_STAFF])


@pytest.fixture
def codes(county: County, people: dict[str, User]) -> list[str]:
    """The villages of the first township."""
    clerk = people[Role.TOWNSHIP_CLERK]
    rows = Village.objects.visible_to(clerk).order_by("code")
    return list(rows.values_list("code", flat=True))


def address(code: str, period: str = "2026-10") -> str:
    """Of one village's month."""
    return f"villages/{code}/filings/{period}/"


def put(program: Program, code: str, tag: str = "", key: str = "", **body: Any) -> Any:
    """Writes one village's month."""
    headers = {name: said for name, said in (("If-Match", tag), ("Idempotency-Key", key)) if said}
    return program.put(address(code), json.dumps(body), headers=headers)


def bulk(program: Program, *rows: Any, key: str = "", **body: Any) -> Any:
    """Writes many villages of October."""
    headers = {"Idempotency-Key": key} if key else {}
    whole = {"period": "2026-10", "rows": rows, **body}
    return program.post("filings/bulk/", json.dumps(whole), headers=headers)


def pointers(answer: Any) -> dict[str, str]:
    """Code of each mistake by its place."""
    return {one["pointer"]: one["code"] for one in answer.json()["errors"]}
