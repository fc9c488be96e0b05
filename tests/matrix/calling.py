"""One call as one actor, undone afterwards, with what it wrote."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db import connection, transaction
from django.http.response import HttpResponseBase

from tests.matrix.policy import API, Route
from tests.matrix.world import World

# What a refused call may write: how often somebody called, that a session is alive or over,
# what had been typed, and failed sign-ins.
HARMLESS = frozenset(
    {
        "villages_rest_ratewindow", "django_session", "villages_accounts_usersession",
        "villages_accounts_pendingform", "axes_accessattempt", "axes_accessfailurelog",
    }
)  # fmt: skip
_WRITE = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)', re.IGNORECASE)


@dataclass(frozen=True)
class Answer:
    """Status, where it leads, the body, and the tables that the call wrote to."""

    status: int
    location: str
    body: bytes
    written: frozenset[str]


def call(world: World, actor: str, method: str, url: str, route: Route, **headers: str) -> Answer:
    """The call as this actor; nothing of it stays."""
    content = {} if method in {"GET", "HEAD"} else _content(method, route)
    with undone(), writes() as written:
        send = getattr(world.client(actor), method.lower())
        response = send(url, **content, headers=headers)
        body = _body(response)
    return Answer(response.status_code, response.get("Location", ""), body, frozenset(written))


def _content(method: str, route: Route) -> dict[str, Any]:
    data = dict(route.data)
    if route.style == API:
        return {"data": data, "content_type": "application/json"}
    return {"data": data} if method == "POST" else {}


def _body(response: HttpResponseBase) -> bytes:
    if response.streaming:
        return b"".join(response.streaming_content)  # type: ignore[arg-type]
    return response.content


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside leaves no row and no cached value behind."""
    with transaction.atomic():
        point = transaction.savepoint()
        yield
        transaction.savepoint_rollback(point)
    cache.clear()


@contextmanager
def writes() -> Iterator[set[str]]:
    """The tables that are written to inside, apart from the harmless ones."""
    found: set[str] = set()

    def watch(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        if match := _WRITE.match(str(sql)):
            found.update({match[1]} - HARMLESS)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield found


def describe(method: str, url: str, actor: str, place: str, said: str) -> str:
    """One line for one fault."""
    return f"{method} {url} as {actor}{f' ({place})' if place else ''}: {said}"
