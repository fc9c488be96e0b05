"""Programs that call the API."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from villages.accounts.actions.tokens import Limits, create_token
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.rest import limits


@pytest.fixture(autouse=True)
def _fresh_limits() -> Iterator[None]:
    limits.forget()
    yield
    limits.forget()


class Program:
    """A client that sends one token and reads JSON."""

    def __init__(self, secret: str) -> None:
        self.secret = secret
        self.client = Client(headers={"authorization": f"Bearer {secret}"})

    def __getattr__(self, method: str) -> Callable[..., Any]:
        call = getattr(self.client, method)

        def at_api(path: str, *args: Any, **options: Any) -> Any:
            if method in {"post", "put", "patch"}:
                options.setdefault("content_type", "application/json")
            return call(f"/api/v1/{path}", *args, **options)

        return at_api


def program_of(user: User, *, read_only: bool = False, **narrower: Any) -> Program:
    """A program with a fresh token of this person."""
    asked = Limits(read_only=read_only, **narrower)
    _token, secret = create_token(user=user, name="大屏", limits=asked, by=user)
    return Program(secret)


@pytest.fixture
def make_program() -> Callable[..., Program]:
    """Makes programs of people."""
    return program_of


@pytest.fixture
def county_program(people: dict[str, User]) -> Program:
    """A program of a member of the organization department, allowed to write."""
    return program_of(people[Role.COUNTY_STAFF])
