"""Codes of ledgers: the enumeration behind a field's choices."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db import models
from django.db.models.enums import Choices

Pairs = tuple[tuple[Any, str], ...]


def choices_of(given: Any, near: str) -> type[Choices]:
    """The enumeration with these codes and labels, the one declared nearest to module `near`.

    A list of pairs that is no enumeration becomes one.
    """
    if isinstance(given, type) and issubclass(given, Choices):
        return given
    pairs = tuple((value, str(label)) for value, label in given if value not in ("", None))
    return _known(pairs, near) or _made(pairs, near)


@cache
def _known(pairs: Pairs, near: str) -> type[Choices] | None:
    app = near.partition(".models")[0]
    found = [one for one in _all() if _pairs(one) == pairs]
    found.sort(key=lambda one: (not one.__module__.startswith(app), one.__module__))
    return found[0] if found else None


@cache
def _made(pairs: Pairs, near: str) -> type[Choices]:
    name = re.sub(r"\W", " ", near.rpartition(".")[2]).title().replace(" ", "")
    members = [(f"C{number}", pair) for number, pair in enumerate(pairs)]
    make: Any = models.TextChoices
    made: type[Choices] = make(name or "Codes", members)
    return made


def _all() -> Iterator[type[Choices]]:
    for one in models.TextChoices.__subclasses__():
        if one.values:
            yield one


def _pairs(one: type[Choices]) -> Pairs:
    return tuple((value, str(label)) for value, label in one.choices)


def are_codes(field: Any) -> bool:
    """Whether a model field holds codes: choices written as text."""
    return bool(field.choices) and isinstance(field, models.CharField)
