"""Policy in words: every right has one sentence, and pages show that sentence."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeVar

from django.apps import apps

Rule = TypeVar("Rule", bound=Callable[..., bool])


@dataclass(frozen=True)
class Policy:
    """One right: where it is declared, what it says in Chinese, and the predicate that decides.

    `alone` tells whether the person is all that the predicate needs; others also look at the
    object and cannot be answered in a table of people.
    """

    app: str
    name: str
    sentence: Any
    predicate: Callable[..., bool]
    alone: bool


_declared: dict[tuple[str, str], Policy] = {}


def policy(sentence: Any, *, alone: bool = True) -> Callable[[Rule], Rule]:
    """Declares a predicate as policy; refusals and the policy page speak its sentence."""

    def keep(predicate: Rule) -> Rule:
        app = predicate.__module__.rpartition(".")[0]
        name = predicate.__name__
        _declared[app, name] = Policy(app, name, sentence, predicate, alone)
        predicate.sentence = sentence  # type: ignore[attr-defined]
        return predicate

    return keep


def policies() -> list[tuple[Any, list[Policy]]]:
    """All rights of all installed apps: (name of the app, its policies as declared)."""
    grouped = []
    for app in apps.get_app_configs():
        if find_spec(f"{app.name}.perms"):
            import_module(f"{app.name}.perms")
        own = [one for (module, _name), one in _declared.items() if module == app.name]
        if own:
            grouped.append((app.verbose_name, own))
    return grouped


def rights_of(user: Any) -> list[tuple[Any, bool]]:
    """Every right that hangs on the person alone: (sentence, held)."""
    return [
        (one.sentence, one.predicate(user)) for _app, own in policies() for one in own if one.alone
    ]
