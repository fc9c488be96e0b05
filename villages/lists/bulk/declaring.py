"""What an app declares about a bulk action."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet


@dataclass(frozen=True)
class Outcome:
    """What became of one row: its public key, its name, done or refused and why."""

    key: str
    label: str
    done: bool
    note: str = ""


def _anybody(_user: Any) -> bool:
    return True


@dataclass(frozen=True, eq=False)
class BulkAction:
    """An action on the chosen rows of a list.

    `perform(user, rows, data)` gets the rows as they are now, read again through the scope of
    the person, and the cleaned data of `form` with `reason`; it gives one outcome per row and
    traces what it does. `refusals(user, rows)` may say beforehand, by public key, which rows
    will be refused and why. `allowed(user)` decides whether the action is offered at all.
    """

    key: str
    label: Any
    perform: Callable[[Any, QuerySet[Any], dict[str, Any]], list[Outcome]]
    form: type[forms.Form] | None = None
    allowed: Callable[[Any], bool] = _anybody
    refusals: Callable[[Any, QuerySet[Any]], Mapping[str, str]] | None = None
    danger: bool = False
    reason_required: bool = True

    def is_allowed(self, user: Any) -> bool:
        """Whether this person may use it."""
        return self.allowed(user)
