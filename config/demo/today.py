"""The demo's own date, while the county is being made."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from config.demo.names import TODAY

_FIXES = "PORTAL_TODAY"


@contextmanager
def on_its_own_day() -> Iterator[None]:
    """Business time stands at the demo's date; afterwards it is what it was."""
    with on_day(date.fromisoformat(TODAY)):
        yield


@contextmanager
def on_day(day: date) -> Iterator[None]:
    """Business time stands at a day of the demo's past; afterwards it is what it was."""
    before = os.environ.get(_FIXES)
    os.environ[_FIXES] = day.isoformat()
    try:
        yield
    finally:
        os.environ.pop(_FIXES)
        if before is not None:
            os.environ[_FIXES] = before
