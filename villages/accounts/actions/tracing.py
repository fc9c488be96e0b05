"""Entries about people: an account belongs to the county of its home."""

from typing import Any

from villages.accounts.models import User
from villages.trace.record import record


def trace(action: str, subject: User, *, by: Any, **rest: Any) -> None:
    """One entry about a person, in the chain of the person's county."""
    home = subject.home_code
    record(action, subject, by=by, county=home[:6] if len(home) >= 6 else "", **rest)


def actor_or_none(by: Any) -> User | None:
    """The person for a foreign key; nobody for the command line and the schedule."""
    return by if isinstance(by, User) else None
