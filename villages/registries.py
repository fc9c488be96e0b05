"""Finds what installed apps hand up: menu entries, open work, kinds of search and more.

As Django's admin finds `admin.py`: every app may hold `menu.py` (`MENU`), `todos.py` (`TODOS`),
`search.py` (`SEARCH`) and so on, one module for each function here. The ground names no app above
it.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from villages.common.registries import (
    ClosingSource,
    EvidenceSource,
    HandoverSource,
    HomePanel,
    MapFollower,
    MenuItem,
    NoticeSource,
    ReopenedSource,
    SearchSource,
    Sentence,
    TodoSource,
    VillagePanel,
)


@cache
def menu() -> tuple[MenuItem, ...]:
    """All menu entries, in the order of their numbers."""
    return tuple(sorted(_found("menu", "MENU"), key=lambda item: (item.order, item.key)))


@cache
def todos() -> tuple[TodoSource, ...]:
    """All sources of open work, in the order of installed apps."""
    return tuple(_found("todos", "TODOS"))


@cache
def notices() -> tuple[NoticeSource, ...]:
    """All states of the portal that pages speak of, in the order of installed apps."""
    return tuple(_found("notices", "NOTICES"))


@cache
def searches() -> tuple[SearchSource, ...]:
    """All kinds of things that can be searched for, in the order of their numbers."""
    return tuple(sorted(_found("search", "SEARCH"), key=lambda source: (source.order, source.key)))


@cache
def handovers() -> tuple[HandoverSource, ...]:
    """All kinds of open work that a successor takes over, in the order of installed apps."""
    return tuple(_found("handover", "HANDOVER"))


@cache
def sentences() -> dict[str, Sentence]:
    """How acts read in the trail, by action."""
    return {sentence.action: sentence for sentence in _found("trail", "SENTENCES")}


@cache
def panels() -> tuple[VillagePanel, ...]:
    """All parts of the village page that apps add, in the order of their numbers."""
    return tuple(sorted(_found("panels", "PANELS"), key=lambda panel: (panel.order, panel.key)))


@cache
def followers() -> tuple[MapFollower, ...]:
    """All kinds of rows that go along when the map changes, in the order of installed apps."""
    return tuple(_found("followers", "FOLLOWERS"))


@cache
def home_panels() -> tuple[HomePanel, ...]:
    """All parts of the first page that apps add, in the order of their numbers."""
    return tuple(sorted(_found("panels", "HOME"), key=lambda panel: (panel.order, panel.key)))


@cache
def reopened() -> tuple[ReopenedSource, ...]:
    """What follows a reopening that a township asked for, in the order of installed apps."""
    return tuple(_found("on_reopening", "REOPENED"))


@cache
def closing() -> tuple[ClosingSource, ...]:
    """What follows the closing of a month, in the order of installed apps."""
    return tuple(_found("on_closing", "CLOSING"))


@cache
def evidence() -> tuple[EvidenceSource, ...]:
    """All parts of packs of evidence, in the order of their numbers."""
    return tuple(sorted(_found("evidence", "EVIDENCE"), key=lambda one: (one.order, one.key)))


def _found(module: str, name: str) -> list[Any]:
    """The entries of every app that holds the module; a broken module is an error, not a gap."""
    found: list[Any] = []
    for app in apps.get_app_configs():
        if find_spec(f"{app.name}.{module}"):
            found.extend(getattr(import_module(f"{app.name}.{module}"), name, ()))
    return found
