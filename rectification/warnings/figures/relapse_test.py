"""The early warning tried on the past: who came back, and was the village pointed out before?"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from rectification.figures.rebound import Closed, rebound
from rectification.warnings.figures.receipts import stored_months
from rectification.warnings.figures.relapse import Known, known_of, weights_in_force
from rectification.warnings.relapse import MONTHS, Weights, score
from villages.common.calendar_months import add_months
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.common.shares import share_text


class Verdict(StrEnum):
    """What became of a closed village, beside what the score had said."""

    HIT = "hit"  # came back, was pointed out before
    MISS = "miss"  # came back, was not
    FALSE_ALARM = "false_alarm"  # pointed out, did not come back in time
    QUIET = "quiet"  # neither
    WAITING = "waiting"  # pointed out, may still come back
    UNTESTED = "untested"  # no month of receipts between closing and coming back


@dataclass(frozen=True)
class Tested:
    """One closed village: the first month it was pointed out, and what became of it."""

    case: Closed
    flagged: Month | None
    verdict: Verdict

    @property
    def lead(self) -> int | None:
        """Months between being pointed out and coming back."""
        if self.flagged is None or self.case.back_on is None:
            return None
        back = Month.of(self.case.back_on)
        return (back.year - self.flagged.year) * 12 + back.month - self.flagged.month


@dataclass(frozen=True)
class BackTest:
    """All closed villages of a territory that were tested."""

    rows: tuple[Tested, ...]
    cut_off: int
    months: int

    @cached_property
    def counts(self) -> dict[str, int]:
        """Villages by verdict; every verdict is there."""
        counted = Counter(one.verdict for one in self.rows)
        return {str(verdict): counted[verdict] for verdict in Verdict}

    @property
    def precision(self) -> str:
        """Of those pointed out whose time is over, the share that came back."""
        hits = self.counts["hit"]
        return share_text(hits, hits + self.counts["false_alarm"], 0)

    @property
    def recall(self) -> str:
        """Of those that came back, the share that was pointed out."""
        hits = self.counts["hit"]
        return share_text(hits, hits + self.counts["miss"], 0)


def back_test(
    scope: Scope, county: str, on: date, *, cut_offs: tuple[int, ...] = ()
) -> tuple[BackTest, ...]:
    """With the weights in force, for each cut-off asked for, or the one in force. A fixed number
    of queries. Each month is scored with what was on record for it and nothing later."""
    found = rebound(scope, county, on)
    cases, stored = list(found.whole.rows), stored_months(scope, county)
    weights = weights_in_force(county, on)
    if not stored:
        return tuple(BackTest((), cut, found.months) for cut in cut_offs or (weights.cut_off,))
    known = known_of(scope, county, cases, stored[-1].shift(1 - MONTHS), stored[0])
    tried = [replace(weights, cut_off=cut) for cut in cut_offs or (weights.cut_off,)]
    return tuple(
        BackTest(
            tuple(_tested(one, known, stored, one_weights, found.months, on) for one in cases),
            one_weights.cut_off, found.months,
        )
        for one_weights in tried
    )  # fmt: skip


def _tested(
    case: Closed, known: Known, stored: list[Month], weights: Weights, months: int, on: date
) -> Tested:
    tested = _stretch(case, known, stored, months)
    flagged = next(
        (month for month in tested if score(known.seen(case, month, on), weights).is_flagged), None
    )
    return Tested(case, flagged, _verdict(case, flagged, tested, months, on))


def _stretch(case: Closed, known: Known, stored: list[Month], months: int) -> list[Month]:
    """Months with a receipt from closing on, before the month of coming back or the end."""
    first = Month.of(case.closed_on)
    end = Month.of(case.back_on or add_months(case.closed_on, months))
    own = known.facts.get(case.village_code, {})
    return [one for one in reversed(stored) if first <= one < end and one.number in own]


def _verdict(
    case: Closed, flagged: Month | None, tested: list[Month], months: int, on: date
) -> Verdict:
    if not tested:
        return Verdict.UNTESTED
    if case.back_on:
        return Verdict.HIT if flagged else Verdict.MISS
    if flagged and add_months(case.closed_on, months) > on:
        return Verdict.WAITING
    return Verdict.FALSE_ALARM if flagged else Verdict.QUIET
