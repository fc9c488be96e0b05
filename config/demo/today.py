"""The demo's own date, while the county is being made."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from config.demo.names import TODAY

_FIXES = "PORTAL_TODAY"


@contextmanager
def on_its_own_day() -> Iterator[None]:
    """Business time stands at the demo's date; afterwards it is what it was."""
    before = os.environ.get(_FIXES)
    os.environ[_FIXES] = TODAY
    try:
        yield
    finally:
        os.environ.pop(_FIXES)
        if before is not None:
            os.environ[_FIXES] = before
