"""The small language in which the policy table is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.matrix.actors import EVERYBODY, NONE
from tests.matrix.world import World

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
PAGE, API = "page", "api"

Keys = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Kind:
    """One kind of object: address arguments by place, and who sees the object there.

    A place without an entry in `seen` is one that does not exist: nobody sees it.
    """

    places: Callable[[World], Keys]
    seen: Mapping[str, frozenset[str]]

    def sees(self, actor: str, place: str) -> bool:
        """Whether the object in this place exists for this actor."""
        return actor in self.seen.get(place, NONE)


@dataclass(frozen=True)
class Route:
    """One line of policy: who may use an address, on which objects, and what answers.

    `ok` gives the statuses of a permitted call by method; methods that are not in it are not
    there (405). HEAD answers as GET. Whoever is not in `who` (for unsafe methods: `writers`) is
    refused whatever the object (403); then `kind` decides between an answer and 404. `but`
    holds what differs for "METHOD actor" or "METHOD actor place". `data` is what unsafe calls
    send.
    """

    name: str
    ok: Mapping[str, tuple[int, ...]]
    who: frozenset[str] = EVERYBODY
    writers: frozenset[str] | None = None
    kind: Kind | None = None
    at: Mapping[str, Any] = field(default_factory=dict)
    public: bool = False
    data: Mapping[str, Any] = field(default_factory=dict)
    but: Mapping[str, int] = field(default_factory=dict)
    style: str = PAGE

    def expected(self, method: str, actor: str, place: str) -> tuple[int, ...]:
        """The statuses that are right for this call."""
        for key in (f"{method} {actor} {place}", f"{method} {actor}"):
            if key in self.but:
                return (self.but[key],)
        return self._refusal(method, actor, place) or self.ok[_read(method)]

    def _refusal(self, method: str, actor: str, place: str) -> tuple[int, ...] | None:
        known = _read(method) in self.ok
        who = self.who if method in SAFE or not known else self.writers or self.who
        if self.public:
            return self._missing(actor, place) if known else (405,)
        if actor not in EVERYBODY:
            return (401,) if self.style == API else (302,)
        # Pages look at the method first, the API at the person.
        steps = [(known, 405), (actor in who, 403)]
        for passed, status in reversed(steps) if self.style == API else steps:
            if not passed:
                return (status,)
        return self._missing(actor, place)

    def _missing(self, actor: str, place: str) -> tuple[int, ...] | None:
        return (404,) if self.kind and not self.kind.sees(actor, place) else None


def _read(method: str) -> str:
    return "GET" if method == "HEAD" else method


@dataclass(frozen=True)
class Exempt:
    """A route that the matrix does not call, and why."""

    name: str
    reason: str


def page(name: str, who: frozenset[str] = EVERYBODY, **rest: Any) -> Route:
    """A page that is only read."""
    return Route(name, {"GET": (200,)}, who, **rest)


def form(name: str, who: frozenset[str] = EVERYBODY, **rest: Any) -> Route:
    """A page with a form; sent empty it comes back with its messages."""
    posted = rest.pop("post", (200,))
    return Route(name, {"GET": (200,), "POST": posted}, who, **rest)


def act(name: str, who: frozenset[str] = EVERYBODY, **rest: Any) -> Route:
    """An act without a page of its own: only POST, and then one is led on."""
    posted = rest.pop("post", (302,))
    return Route(name, {"POST": posted}, who, **rest)


def api(name: str, who: frozenset[str] = EVERYBODY, **rest: Any) -> Route:
    """A resource of the API that is only read."""
    ok = {"GET": (200,), **rest.pop("more", {})}
    return Route(name, ok, who, style=API, **rest)
