"""One process of the portal: started in its own group, ended without leftovers."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from config.launching.deathsig import following

KEPT_LOGS = 5


@dataclass
class Child:
    """A named command, its log file, and the seconds it gets to finish its work."""

    name: str
    label: str
    command: list[str]
    log: Path
    grace: float = 5.0
    environ: Mapping[str, str] = field(default_factory=dict)
    process: "subprocess.Popen[bytes] | None" = None

    def start(self, cwd: Path) -> None:
        """Start the command; output is appended to its log, input is closed."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=cwd,
                env={**os.environ, **self.environ},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                process_group=0,
                preexec_fn=following(),
            )

    @property
    def running(self) -> bool:
        """False when never started or ended; an ended one is not collected yet."""
        if self.process is None:
            return False
        flags = os.WEXITED | os.WNOWAIT | os.WNOHANG
        return os.waitid(os.P_PID, self.process.pid, flags) is None

    def send(self, number: int) -> None:
        """Signal the leader alone: it ends its own workers in order."""
        if self.process is not None and self.running:
            with suppress(ProcessLookupError):
                os.kill(self.process.pid, number)

    def await_end(self, seconds: float) -> bool:
        """True when the leader has ended within `seconds`."""
        deadline = time.monotonic() + seconds
        while self.running and time.monotonic() < deadline:
            time.sleep(0.02)
        return not self.running

    def clear(self) -> int | None:
        """Kill what is left of the group, collect the leader; gives its exit status."""
        if self.process is None:
            return None
        # Before collecting: as long as the leader is not collected its group's number is ours.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        status = self.process.wait()
        self.process = None
        return status


def rotate(log: Path, keep: int = KEPT_LOGS) -> None:
    """Move web.log to web.log.1 and so on; the oldest beyond `keep` goes."""
    for number in range(keep - 1, 0, -1):
        older = log.with_name(f"{log.name}.{number}")
        if older.exists():
            older.replace(log.with_name(f"{log.name}.{number + 1}"))
    if log.exists():
        log.replace(log.with_name(f"{log.name}.1"))
