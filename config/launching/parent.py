"""`make` hands SIGTERM on to its command, but an interrupt sent to make alone it keeps."""

import re
import signal
from collections.abc import Callable
from pathlib import Path

KEPT = (signal.SIGINT, signal.SIGHUP)


def interrupted(pid: int) -> Callable[[], bool]:
    """A question for later: has process `pid` begun to end because of an interrupt?

    GNU make stops catching a fatal signal when the first one arrives, then waits for its
    command. Always False where /proc does not tell, or when it caught none from the start.
    """
    before = _caught(pid)

    def question() -> bool:
        return bool(before & ~_caught(pid, default=before))

    return question


def _caught(pid: int, default: int = 0) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return default
    found = re.search(r"^SigCgt:\s*([0-9a-f]+)", status, re.MULTILINE)
    mask = int(found.group(1), 16) if found else default
    return mask & sum(1 << (number - 1) for number in KEPT)
