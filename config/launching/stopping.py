"""Turns signals into one question: has somebody asked to stop?"""

import signal
import threading
from collections.abc import Callable
from types import FrameType

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(Exception):  # noqa: N818 - a wish, not an error
    """The user asked to stop before the portal was up."""


class StopRequest:
    """Set by Ctrl-C, SIGTERM or a closed terminal; a second one asks to hurry."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._also: Callable[[], None] | None = None
        self._elsewhere: Callable[[], bool] = lambda: False
        self.hurried = False

    @property
    def asked(self) -> bool:
        """True once somebody asked to stop."""
        return self._event.is_set()

    def ask(self) -> None:
        """Ask to stop; asking twice means at once."""
        self.hurried = self.asked
        self._event.set()
        if self._also is not None:
            self._also()

    def also(self, action: Callable[[], None] | None) -> None:
        """What else to do when asked: ends a command that is waited for."""
        self._also = action
        if self.asked and action is not None:
            action()

    def wait(self, seconds: float) -> bool:
        """Sleep at most `seconds`; True as soon as somebody asked."""
        if not self.asked and self._elsewhere():
            self.ask()
        return self._event.wait(seconds)

    def watch(self, elsewhere: Callable[[], bool]) -> None:
        """Also stop when `elsewhere` answers True; asked at every wait."""
        self._elsewhere = elsewhere

    def listen(self) -> None:
        """Take the signals; a hang-up that nohup ignores stays ignored."""
        for number in STOPPING:
            if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, self._heard)

    def _heard(self, _number: int, _frame: FrameType | None) -> None:
        self.ask()
