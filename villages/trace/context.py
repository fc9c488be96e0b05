"""Where the current act comes from: address, request id, channel. Set once at the edge."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    """The edge through which an act came in."""

    address: str = ""
    request_id: str = ""
    channel: str = "shell"


SHELL = Origin()
_current: ContextVar[Origin] = ContextVar("origin", default=SHELL)


def origin() -> Origin:
    """The origin of what runs now; the shell where nobody said otherwise."""
    return _current.get()


@contextmanager
def coming_from(where: Origin) -> Iterator[None]:
    """Everything inside is traced to this origin."""
    token = _current.set(where)
    try:
        yield
    finally:
        _current.reset(token)
