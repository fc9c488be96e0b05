"""What came of an attempt to send."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

GONE = 410


@dataclass(frozen=True)
class Outcome:
    """The answer of a receiver (0 where none came) in words; `reached` whether one came."""

    code: int
    words: str

    @property
    def arrived(self) -> bool:
        """Whether the receiver took it."""
        return 200 <= self.code < 300

    @property
    def gone(self) -> bool:
        """Whether the receiver wants nothing more."""
        return self.code == GONE

    @property
    def reached(self) -> bool:
        """Whether anybody answered."""
        return self.code > 0


def answered(code: int) -> Outcome:
    """What the status of an answer means."""
    if 200 <= code < 300:
        return Outcome(code, _("对方已接收(%s)") % code)
    if code == GONE:
        return Outcome(code, _("对方不再接收(410)"))
    if 300 <= code < 400:
        return Outcome(code, _("对方要求转到别处(%s),没有跟随") % code)
    return Outcome(code, _("对方没有接收(%s)") % code)


def unreached(words: str) -> Outcome:
    """Nobody answered."""
    return Outcome(0, words)
