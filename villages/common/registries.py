"""What an app hands up to the ground without the ground knowing the app.

Each app may hold `menu.py` (`MENU`), `todos.py` (`TODOS`), `search.py` (`SEARCH`), `handover.py`
(`HANDOVER`) and `trail.py` (`SENTENCES`); the ground finds them by name, as Django's admin finds
`admin.py`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class MenuItem:
    """One entry of the side menu; `allowed` decides per person, without a query."""

    key: str
    label: Any
    url_name: str
    icon: str
    order: int
    allowed: Callable[[Any], bool]
    group: Any = ""
    phone_order: int | None = None


@dataclass(frozen=True)
class TodoItem:
    """One thing a person should do: what, where, by when, about how many minutes."""

    title: str
    url: str
    detail: str = ""
    due_on: date | None = None
    minutes: int | None = None
    severity: str = "normal"


@dataclass(frozen=True)
class TodoSource:
    """A place that knows open work of a person; at most two queries."""

    key: str
    allowed: Callable[[Any], bool]
    items: Callable[[Any], Iterable[TodoItem]]


@dataclass(frozen=True)
class Notice:
    """A sentence above every page: what is the matter, and what it means for this person."""

    kind: str
    text: str
    hint: str = ""


@dataclass(frozen=True)
class NoticeSource:
    """A state of the portal that people should know of; found as `notices.py`, `NOTICES`.

    `find(user)` is asked for every page, so it may not cost a query each time.
    """

    key: str
    allowed: Callable[[Any], bool]
    find: Callable[[Any], Notice | None]


@dataclass(frozen=True)
class SearchHit:
    """One line of a search result."""

    title: str
    url: str
    detail: str = ""


@dataclass(frozen=True)
class SearchSource:
    """A kind of thing that can be found; `find(user, text, limit)` keeps to the user's scope."""

    key: str
    label: Any
    order: int
    allowed: Callable[[Any], bool]
    find: Callable[[Any, str, int], Iterable[SearchHit]]


@dataclass(frozen=True)
class HandoverSource:
    """Open work of a person that a successor takes over (交接).

    `count(leaver)` says how many things are open, `move(leaver, successor, by)` moves them inside
    the caller's transaction and says how many moved. Past work keeps the leaver's name.
    """

    key: str
    label: Any
    count: Callable[[Any], int]
    move: Callable[[Any, Any, Any], int]


@dataclass(frozen=True)
class Sentence:
    """How one kind of act reads in the trail: `action` as recorded, `text` for people.

    `text` may name {object}, {reason}, {count} and every key of before and after, these as
    {before_name} and {after_name}; what an entry does not hold reads as nothing.
    """

    action: str
    text: Any
    group: Any = ""


@dataclass(frozen=True)
class VillagePanel:
    """A part of the village page (一村一档) that an app above adds; found as `panels.py`, `PANELS`.

    `url_name` is a page that takes the village code and answers an htmx request with a fragment.
    """

    key: str
    title: Any
    order: int
    allowed: Callable[[Any], bool]
    url_name: str


@dataclass(frozen=True)
class MapFollower:
    """Rows that go along when the map changes; found as `followers.py`, `FOLLOWERS`.

    `count(codes)` says how many rows of these ending units move, by at most one query;
    `move(change, by)` moves them inside the caller's transaction and says how many moved.
    """

    key: str
    label: Any
    count: Callable[[Iterable[str]], int]
    move: Callable[[Any, Any], int]
