"""Keeps the children running, and ends them in order."""

import signal
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from config.launching.child import Child, rotate
from config.launching.refusal import Refusal
from config.launching.stopping import StopRequest

TICK = 0.2
MAX_DEATHS = 5
WINDOW = 60.0
START_LIMIT = 60.0
STOP_LIMIT = 15.0


@dataclass
class Deaths:
    """Unexpected ends of one child within the last minute."""

    times: deque[float] = field(default_factory=deque)
    due: float | None = None

    def record(self, now: float, limit: int) -> bool:
        """Note an end and when to start again (0.5 s, doubled each time); False beyond `limit`."""
        while self.times and now - self.times[0] > WINDOW:
            self.times.popleft()
        self.due = now + 0.5 * 2 ** len(self.times)
        self.times.append(now)
        return len(self.times) <= limit


class Supervisor:
    """Starts children, restarts the fallen, stops all: in the order in which they are given."""

    def __init__(self, children: Sequence[Child], stop: StopRequest, cwd: Path) -> None:
        self.children = list(children)
        self.stop = stop
        self.cwd = cwd
        self._deaths = {child.name: Deaths() for child in self.children}
        self._ready = False

    def run(self, ready: Callable[[], bool], announce: Callable[[], None]) -> None:
        """Start, wait until `ready`, announce, watch until asked to stop; leaves nothing behind.

        The first child (the web) starts alone: the others would only take the processor from
        it while a person waits for the address.
        """
        try:
            self._start(self.children[:1])
            if self._await_ready(ready):
                self._start(self.children[1:])
                announce()
            while not self.stop.wait(TICK):
                self.tend()
        finally:
            self.stop_all()

    def _start(self, children: Sequence[Child]) -> None:
        for child in children:
            rotate(child.log)
            child.start(self.cwd)

    def _await_ready(self, ready: Callable[[], bool]) -> bool:
        deadline = time.monotonic() + START_LIMIT
        while not self.stop.asked:
            self.tend()
            if ready():
                self._ready = True
                return True
            if time.monotonic() > deadline:
                log = self.children[0].log
                raise Refusal(f"网站在 {START_LIMIT:.0f} 秒内没有就绪，已全部停止：原因见 {log}。")
            self.stop.wait(TICK / 2)
        return False

    def tend(self) -> None:
        """Notice the fallen, start again those whose pause is over; raises Refusal on a loop."""
        for child in self.children:
            deaths = self._deaths[child.name]
            if child.process is None:
                if deaths.due is not None and time.monotonic() >= deaths.due:
                    child.start(self.cwd)
            elif not child.running:
                child.clear()
                # A child that falls while starting has a reason that a restart will not cure.
                if not deaths.record(time.monotonic(), MAX_DEATHS if self._ready else 1):
                    raise Refusal(f"{child.label}反复退出，已全部停止：原因见 {child.log}。")

    def stop_all(self) -> None:
        """End each child in order, ask harder after its grace, kill leftovers after 15 s."""
        deadline = time.monotonic() + STOP_LIMIT
        for child in self.children:
            child.send(signal.SIGTERM)
            if not self._await_end(child, min(deadline, time.monotonic() + child.grace)):
                child.send(signal.SIGQUIT)
        for child in self.children:
            self._await_end(child, deadline)
            child.clear()

    def _await_end(self, child: Child, deadline: float) -> bool:
        while child.running and time.monotonic() < deadline and not self.stop.hurried:
            child.await_end(TICK)
        return not child.running
