"""Rules of dispositions and appraisal."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from villages.common.calendar_months import add_months

INCOMPETENT = "incompetent"  # the stored grade


def effect_until(decided_on: date, months: int | None) -> date | None:
    """The last day of the period of effect; None where the kind has no period."""
    return None if months is None else add_months(decided_on, months)


def retest_passed(votes: int, excellent: int, competent: int, line_percent: int) -> bool:
    """Whether excellent and competent votes together are more than the line."""
    return votes > 0 and Fraction(excellent + competent, votes) > Fraction(line_percent, 100)


def incompetent_run(grades: Mapping[int, str], year: int) -> int:
    """How many years up to this one were graded incompetent one after another."""
    count = 0
    while grades.get(year - count) == INCOMPETENT:
        count += 1
    return count
