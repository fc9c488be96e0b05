"""A child must not outlive its parent, even when the parent is killed at once."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

PR_SET_PDEATHSIG = 1
# Loaded before any fork: between fork and exec only the call itself may happen.
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def follow(parent: int, number: int = signal.SIGTERM) -> None:
    """Ask the kernel to send `number` to this process when its parent `parent` ends."""
    if _LIBC is None:
        return
    _LIBC.prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)
    if os.getppid() != parent:  # it ended before we asked
        os.kill(os.getpid(), number)


def following() -> Callable[[], None]:
    """A function for a new child to call before its program starts."""
    parent = os.getpid()
    return lambda: follow(parent)
