"""Soft checks: is this value likely, given the village's own history and its neighbours?

Pure. A doubt asks for one sentence and never refuses.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

TEN_THOUSAND = 10_000
# Fewer neighbours make no median worth a question.
_ENOUGH = 5


@dataclass(frozen=True)
class Limits:
    """When a value is doubted; all of them rows of the county.

    `jump` is the factor against the last value that is a jump, `season` the factor around the
    same month of earlier years, `peers` the factor around the township's median.
    """

    jump: int = 8
    season: int = 3
    peers: int = 20


@dataclass(frozen=True)
class Known:
    """What a value is compared with; None and empty where nothing is known.

    `last` is the statement before, `seasons` the same month in earlier years, `peers` what
    other villages of the township state now.
    """

    last: int | None = None
    seasons: Sequence[int] = ()
    peers: Sequence[int] = ()


@dataclass(frozen=True)
class Doubt:
    """Why a value is odd: a code, and the number it was compared with."""

    code: str
    compared: int


def doubts(value: int, known: Known, limits: Limits, *, cumulative: bool = False) -> list[Doubt]:
    """The doubts about one value, the gravest alone: one question is enough."""
    found = [
        *_unit(value, known),
        *_falls(value, known, cumulative=cumulative),
        *_jump(value, known, limits),
        *_season(value, known, limits),
        *_peers(value, known, limits),
    ]
    return found[:1]


def _unit(value: int, known: Known) -> list[Doubt]:
    """元 for 万元 or the other way round: about ten thousand times what is usual."""
    usual = _usual(known)
    if not usual or not value:
        return []
    bigger, smaller = max(value, usual), min(value, usual)
    times = bigger / smaller
    return [Doubt("unit", usual)] if TEN_THOUSAND / 5 <= times <= TEN_THOUSAND * 5 else []


def _usual(known: Known) -> int | None:
    seasons = [one for one in known.seasons if one]
    if known.last:
        return known.last
    if seasons:
        return int(median(seasons))
    peers = [one for one in known.peers if one]
    return int(median(peers)) if len(peers) >= _ENOUGH else None


def _falls(value: int, known: Known, *, cumulative: bool) -> list[Doubt]:
    falls = cumulative and known.last is not None and value < known.last
    return [Doubt("falls", known.last or 0)] if falls else []


def _jump(value: int, known: Known, limits: Limits) -> list[Doubt]:
    last = known.last
    if not last or not value:
        return []
    far = value >= last * limits.jump or value * limits.jump <= last
    return [Doubt("jump", last)] if far else []


def _season(value: int, known: Known, limits: Limits) -> list[Doubt]:
    seasons = [one for one in known.seasons if one]
    if len(seasons) < 2 or not value:
        return []
    low, high = min(seasons), max(seasons)
    inside = low <= value * limits.season and value <= high * limits.season
    return [] if inside else [Doubt("season", int(median(seasons)))]


def _peers(value: int, known: Known, limits: Limits) -> list[Doubt]:
    """Only where the village has no history of its own."""
    peers = [one for one in known.peers if one]
    if known.last is not None or known.seasons or len(peers) < _ENOUGH or not value:
        return []
    middle = int(median(peers))
    inside = middle <= value * limits.peers and value <= middle * limits.peers
    return [] if inside else [Doubt("peers", middle)]
