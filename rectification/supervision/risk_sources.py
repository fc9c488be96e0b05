"""Facts of apps above that make a village more likely to be visited.

An app's `risks.py` holds `RISKS`, a tuple of `RiskSource`; they are found as importers are, so that
inspections name no app above them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

# Weight and reason in words.
Reason = tuple[int, str]


@dataclass(frozen=True)
class RiskSource:
    """`facts(county, on)` gives by primary key of the village what it adds and why."""

    key: str
    facts: Callable[[str, date], Mapping[int, Reason]]


@cache
def sources() -> tuple[RiskSource, ...]:
    """All sources of all apps, found once, in the order of installed apps."""
    found: list[RiskSource] = []
    for config in apps.get_app_configs():
        name = f"{config.name}.risks"
        if find_spec(name):
            found.extend(getattr(import_module(name), "RISKS", ()))
    return tuple(found)
