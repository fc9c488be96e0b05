"""What an app hands up to the ground without the ground knowing the app.

Each app may hold `menu.py` (`MENU`), `todos.py` (`TODOS`), `search.py` (`SEARCH`), `handover.py`
(`HANDOVER`) and `trail.py` (`SENTENCES`); the ground finds them by name, as Django's admin finds
`admin.py`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from villages.common.scope import Scope


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
    """A place that knows open work of a person; at most two queries.

    `rows(user)` gives rows without which there is nothing to do: all such sources are asked
    together, in one statement, whether they have any, and only those that have are read.
    """

    key: str
    allowed: Callable[[Any], bool]
    items: Callable[[Any], Iterable[TodoItem]]
    rows: Callable[[Any], Any] | None = None


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


@dataclass(frozen=True)
class HomePanel:
    """A part of the first page that an app above adds; found as `panels.py`, `HOME`.

    `url_name` is a page without arguments that answers an htmx request with a fragment, so that
    the first page itself does not wait for it.
    """

    key: str
    title: Any
    order: int
    allowed: Callable[[Any], bool]
    url_name: str


@dataclass(frozen=True)
class ReopenedSource:
    """What follows when villages of a closed month are opened again at a township's request;
    found as `on_reopening.py`, `REOPENED`.

    `act(month, village_codes, items, by)` runs inside the caller's transaction.
    """

    key: str
    act: Callable[[Any, Iterable[str], str, Any], None]


@dataclass(frozen=True)
class ClosingSource:
    """What follows when a month is closed; found as `on_closing.py`, `CLOSING`.

    `act(county, month, by)` runs inside the caller's transaction, after the month was closed.
    """

    key: str
    act: Callable[[str, Any, Any], None]


@dataclass(frozen=True)
class EvidenceAsked:
    """What a pack of evidence (迎检包) is about: a unit, a day, for whom it is made.

    `restricted` also takes what is for the county alone; `originals` takes the files that people
    brought in.
    """

    unit: str
    on: date
    reader: Any
    restricted: bool = False
    originals: bool = False

    @property
    def county(self) -> str:
        """The county in which the unit lies."""
        return self.unit[:6]

    def may(self, right: Callable[[Any], bool]) -> bool:
        """Whether the pack is made for somebody with this right; the command line has them all."""
        return getattr(self.reader, "role", "") == "service" or right(self.reader)

    def rows(self, model: Any) -> Any:
        """The rows about the unit that the reader may see."""
        return model.objects.visible_to(self.reader).in_scope(Scope.of([self.unit]))


@dataclass(frozen=True)
class EvidenceTable:
    """A table of a pack: `columns` as in a list, `rows` the dicts of `values()` they read."""

    key: str
    title: Any
    columns: Sequence[Any]
    rows: Callable[[], Iterable[dict[str, Any]]]
    restricted: bool = False


@dataclass(frozen=True)
class EvidenceFile:
    """A document of a pack: its place in it, and its bytes when they are wanted.

    `content` raises DomainError where the file is not to be had: the pack says so.
    """

    path: str
    title: Any
    content: Callable[[], bytes]
    restricted: bool = False


def _no_files(_asked: EvidenceAsked) -> Iterable[EvidenceFile]:
    return ()


@dataclass(frozen=True)
class EvidenceSource:
    """A part of packs of evidence; found as `evidence.py`, `EVIDENCE`.

    Equal rows give equal tables and files, in the same order.
    """

    key: str
    label: Any
    order: int
    allowed: Callable[[Any], bool]
    tables: Callable[[EvidenceAsked], Iterable[EvidenceTable]]
    files: Callable[[EvidenceAsked], Iterable[EvidenceFile]] = _no_files
