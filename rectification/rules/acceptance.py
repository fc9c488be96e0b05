"""Whether an acceptance is passed: from the numbers of its scheme alone, in exact arithmetic."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

HUNDRED = 100


@dataclass(frozen=True)
class Bar:
    """What a scheme asks for. Shares are per cent: of the valid votes, `votes_share` of those who
    may vote."""

    pass_score: Decimal
    satisfied_share: Decimal
    dissatisfied_share: Decimal
    votes_at_least: int
    votes_share: Decimal


@dataclass(frozen=True)
class Held:
    """What an attempt found; None is not yet known. `vetoes` are the names of those found."""

    score: Decimal | None = None
    eligible: int | None = None
    satisfied: int | None = None
    basically: int | None = None
    dissatisfied: int | None = None
    vetoes: tuple[str, ...] = ()

    @property
    def valid(self) -> int | None:
        """Valid votes; None until every pile is counted."""
        piles = (self.satisfied, self.basically, self.dissatisfied)
        return sum(one for one in piles if one is not None) if None not in piles else None


class Hurdle(StrEnum):
    """What is looked at, in the order of the form."""

    VETO = "veto"
    SCORE = "score"
    VOTES = "votes"
    SATISFIED = "satisfied"
    DISSATISFIED = "dissatisfied"


@dataclass(frozen=True)
class Outcome:
    """One hurdle: `passed` is None where a number is missing. `found` of `base` met `wanted`."""

    hurdle: Hurdle
    passed: bool | None
    found: Decimal | int | None
    wanted: Decimal | int
    base: int | None = None


@dataclass(frozen=True)
class Judgement:
    """All hurdles together, with the vetoes that were found."""

    outcomes: tuple[Outcome, ...]
    vetoes: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Every hurdle is known and met."""
        return all(one.passed for one in self.outcomes)

    @property
    def complete(self) -> bool:
        """Whether no number is missing."""
        return all(one.passed is not None for one in self.outcomes)

    @property
    def missed(self) -> tuple[Outcome, ...]:
        """The hurdles that were not met."""
        return tuple(one for one in self.outcomes if one.passed is False)


def judge(bar: Bar, held: Held) -> Judgement:
    """Passed is: no veto, the score, enough valid votes, enough satisfied, not too many unhappy.

    Every limit is inclusive: exactly the pass score passes, exactly the share of dissatisfied
    votes does too.
    """
    return Judgement(tuple(_outcomes(bar, held)), held.vetoes)


def _outcomes(bar: Bar, held: Held) -> Iterator[Outcome]:
    yield Outcome(Hurdle.VETO, not held.vetoes, len(held.vetoes), 0)
    scored = None if held.score is None else held.score >= bar.pass_score
    yield Outcome(Hurdle.SCORE, scored, held.score, bar.pass_score)
    needed = votes_needed(bar, held.eligible)
    enough = None if held.valid is None or needed is None else held.valid >= needed
    wanted = bar.votes_at_least if needed is None else needed
    yield Outcome(Hurdle.VOTES, enough, held.valid, wanted, held.eligible)
    yield from _shares(bar, held)


def _shares(bar: Bar, held: Held) -> Iterator[Outcome]:
    valid = held.valid
    happy = None if valid is None else (held.satisfied or 0) + (held.basically or 0)
    unhappy = None if valid is None else held.dissatisfied
    fine = None if valid is None else valid > 0 and _percent(happy, valid) >= bar.satisfied_share
    calm = None if valid is None else valid > 0 and _percent(unhappy, valid) <= (
        bar.dissatisfied_share
    )  # fmt: skip
    yield Outcome(Hurdle.SATISFIED, fine, happy, bar.satisfied_share, valid)
    yield Outcome(Hurdle.DISSATISFIED, calm, unhappy, bar.dissatisfied_share, valid)


def votes_needed(bar: Bar, eligible: int | None) -> int | None:
    """The least number of valid votes: the larger of the fixed number and the share, rounded up."""
    if eligible is None:
        return None
    share = Fraction(bar.votes_share) * eligible / HUNDRED
    return max(bar.votes_at_least, -(-share.numerator // share.denominator))


def _percent(part: int | None, whole: int) -> Fraction:
    return Fraction((part or 0) * HUNDRED, whole)
