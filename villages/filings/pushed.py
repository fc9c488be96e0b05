"""What is stated of many villages at once, and what became of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from villages.common.periods import Month
from villages.filings.choices import Channel

SAVED, SUBMITTED, UNCHANGED, REFUSED = "saved", "submitted", "unchanged", "refused"


@dataclass(frozen=True)
class Stated:
    """What is stated of one village: texts and sentences by input.

    `version` is the filing that was seen, 0 where there was none; None: nothing was said about
    it, which is enough for a village that nobody began. With `confirm`, an input that nobody
    names stands as it was before; otherwise it stays empty.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    version: int | None = None
    confirm: bool = False


@dataclass(frozen=True)
class Push:
    """Statements by village code. `key` makes handing in happen once; without it each is new."""

    month: Month
    rows: Mapping[str, Stated]
    channel: Channel
    submit: bool = False
    key: str = ""


@dataclass(frozen=True)
class Trouble:
    """What stands against a village, at one input (`""`: at all)."""

    input_key: str
    code: str
    message: str


@dataclass(frozen=True)
class Outcome:
    """What became of one village: one of the four words above; the filing's version now."""

    result: str
    troubles: tuple[Trouble, ...] = ()
    version: int | None = None
    receipt: str = ""


def refused(troubles: Iterable[Trouble]) -> Outcome:
    """A village that was not taken."""
    return Outcome(REFUSED, tuple(troubles))
