"""What the county's own channels can be told of, declared by whichever app it happens in.

An app's `announcements.py` holds `ANNOUNCEMENTS`, a tuple of `Announcement`; its action says
`announce(ONE, …)` (`actions/announcing.py`) inside its transaction. The receiver finds the key as
`type` of the message. `templates/help/pages/channels.md` lists all of them for receivers.
"""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps


@dataclass(frozen=True, eq=False)
class Announcement:
    """A kind of event. `key` is two English words with a dot, such as `order.issued`; `label`
    begins the title of its messages."""

    key: str
    label: Any


@cache
def announcements() -> dict[str, Announcement]:
    """All kinds of all apps by key, in the order of installed apps."""
    found: dict[str, Announcement] = {}
    for config in apps.get_app_configs():
        name = f"{config.name}.announcements"
        if not find_spec(name):
            continue
        for one in import_module(name).ANNOUNCEMENTS:
            if one.key in found:
                raise ValueError(f"two announcements are called {one.key}")
            found[one.key] = one
    return found
