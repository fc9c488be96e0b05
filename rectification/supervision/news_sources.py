"""What else stands in a channel's daily digest, told by apps above.

An app's `news.py` holds `NEWS`, a tuple of `NewsSource`; the digest asks all of them, so that a
person has one message a day whatever it is about.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps


@dataclass(frozen=True)
class NewsSource:
    """`lines(channel, since, on)` gives what is new for the channel's owner, in words."""

    key: str
    lines: Callable[[Any, date, date], Iterable[str]]


@cache
def news_sources() -> tuple[NewsSource, ...]:
    """All sources of all apps, found once, in the order of installed apps."""
    found: list[NewsSource] = []
    for config in apps.get_app_configs():
        name = f"{config.name}.news"
        if find_spec(name):
            found.extend(getattr(import_module(name), "NEWS", ()))
    return tuple(found)
