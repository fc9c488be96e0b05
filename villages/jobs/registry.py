"""Kinds of background work, declared by the apps that do it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from villages.jobs.run import Run


def _nothing(run: Run, outcome: Any) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class JobKind:
    """How one kind of work is done.

    `work(run)` computes; it may take long, may write temporary files, and must not write to the
    database, so that a killed worker leaves nothing behind. `finish(run, outcome)` writes the
    outcome in the same transaction in which the job becomes done, and returns the result that
    is kept on the job. A lost lease rolls both back.
    """

    key: str
    label: Any
    work: Callable[[Run], Any]
    finish: Callable[[Run, Any], dict[str, Any]] = field(default=_nothing)


_kinds: dict[str, JobKind] = {}


def kinds() -> dict[str, JobKind]:
    """All kinds: `JOBS` of every installed app's `jobs.py`, found once."""
    if not _kinds:
        for config in apps.get_app_configs():
            name = f"{config.name}.jobs"
            if find_spec(name):
                _kinds.update({kind.key: kind for kind in _declared(name)})
    return _kinds


def _declared(module: str) -> tuple[JobKind, ...]:
    # The folder of this very app is called `jobs` too and declares none.
    return tuple(getattr(import_module(module), "JOBS", ()))
