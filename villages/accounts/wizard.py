"""Several forms one after another without keeping anything between requests.

Every page carries what was filled before as hidden fields, so that the way back, a second tab and
an ended session lose nothing.
"""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import QueryDict

Forms = dict[str, type[forms.Form]]


@dataclass
class Walk:
    """How far somebody has come: `current` names the form to show, empty when all are filled."""

    forms: dict[str, Any]
    current: str
    hidden: list[tuple[str, str]] = field(default_factory=list)

    @property
    def form(self) -> Any:
        """The form of the current step; None at the end."""
        return self.forms.get(self.current)


def walk(data: QueryDict, wanted: Forms) -> Walk:
    """Holds every form that came against its own rules; stops at the first one that is missing,
    wrong, or named by `back`."""
    bound: dict[str, Any] = {}
    current = ""
    for name, kind in wanted.items():
        came = f"{name}-sent" in data
        bound[name] = kind(data if came else None, prefix=name)
        if not current and (not came or data.get("back") == name or not bound[name].is_valid()):
            current = name
    return Walk(bound, current, _carried(data, wanted, current))


def _carried(data: QueryDict, wanted: Forms, current: str) -> list[tuple[str, str]]:
    kept = tuple(f"{name}-" for name in wanted if name != current)
    return [(key, value) for key in data for value in data.getlist(key) if key.startswith(kept)]


def steps(names: list[Any], position: int) -> list[tuple[Any, str]]:
    """For the stepper: done before this position, current at it, to do after it."""
    return [(name, _state(at, position)) for at, name in enumerate(names)]


def _state(at: int, position: int) -> str:
    if at == position:
        return "current"
    return "done" if at < position else "todo"
