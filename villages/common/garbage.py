"""Work that makes many objects and drops none of them until its end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept() -> Iterator[None]:
    """Nothing is searched for garbage meanwhile: with hundreds of thousands of living objects
    every search would walk through all of them and find nothing. Also a decorator."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
