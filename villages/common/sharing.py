"""Reading the same rows once for several figures.

Figures of an app stand on common readings: the villages of the map, who holds which post. While
somebody computes many figures of one territory and day (a report), each of these readings is
made once; outside of that nothing is remembered.
"""

from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar, cast

Reading = TypeVar("Reading", bound=Callable[..., Any])
Store = MutableMapping[Any, Any]
_store: ContextVar[Store | None] = ContextVar("shared_readings", default=None)


@contextmanager
def sharing(store: Store) -> Iterator[None]:
    """Inside, shared readings are kept in `store` by their arguments."""
    token = _store.set(store)
    try:
        yield
    finally:
        _store.reset(token)


def known(reading: Callable[..., Any], value: Any, *args: Any) -> None:
    """What a shared reading would give was read along with something else: keep it as if read."""
    store = _store.get()
    if store is not None:
        store[_key(reading, args)] = value


def _key(reading: Callable[..., Any], args: tuple[Any, ...]) -> tuple[Any, ...]:
    return reading.__module__, reading.__qualname__, args


def shared(reading: Reading) -> Reading:
    """Marks a reading that may be shared: called with positional values, its result is read and
    never changed."""

    @wraps(reading)
    def read(*args: Any) -> Any:
        store = _store.get()
        if store is None:
            return reading(*args)
        key = _key(reading, args)
        if key not in store:
            store[key] = reading(*args)
        return store[key]

    return cast(Reading, read)
