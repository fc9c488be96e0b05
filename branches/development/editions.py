"""The editions of the rules for recruiting members (发展党员工作细则), chosen by date.

They are read from `editions.toml`; nothing else in the code knows their numbers.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).with_name("editions.toml")


@dataclass(frozen=True)
class Edition:
    """One edition with its numbers; 0 where it asks for nothing. Months are calendar months."""

    key: str
    title: str
    valid_from: date
    youngest: int
    talk_months: int
    contacts_least: int
    contacts_most: int
    review_months: int
    activist_months: int
    publicity_workdays: int
    introducers: int
    training_days: int
    training_hours: int
    assembly_months: int
    approval_months: int
    approval_limit: int
    oath_months: int
    probation_months: int
    probation_days: int
    turning_months: int
    prolong_least: int
    prolong_most: int
    articles: Mapping[str, str]
    steps: Sequence[tuple[str, str]]

    def basis(self, rule: str) -> str:
        """The text and, where it is known, the article that a rule stands on."""
        return f"{self.title}{self.articles.get(rule, '')}"


@cache
def editions() -> tuple[Edition, ...]:
    """All editions, the oldest first."""
    tables: list[dict[str, Any]] = tomllib.loads(SOURCE.read_text(encoding="utf-8"))["edition"]
    found = [Edition(**{**one, "steps": tuple(map(tuple, one["steps"]))}) for one in tables]
    return tuple(sorted(found, key=lambda one: one.valid_from))


def edition_on(day: date) -> Edition:
    """The edition in force on a day; the oldest one for days before all of them."""
    in_force = [one for one in editions() if one.valid_from <= day]
    return in_force[-1] if in_force else editions()[0]
