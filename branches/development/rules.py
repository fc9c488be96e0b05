"""Whether the dates of a way into the party keep the rules (发展党员时限). Pure.

Every step is judged by the edition in force on its own day. What is not filled in yet is judged
only where its time has run out; a missing number is asked for once the step it belongs to is done.
"""

from collections.abc import Callable, Iterator
from datetime import date

from branches.development import listing, probation
from branches.development.case import Case, Hit, Steps
from villages.common.workdays import Adjusted

RULES: tuple[Callable[[Case], Iterator[Hit]], ...] = (
    listing.age, listing.talk, listing.contacts, listing.review, listing.activist_year,
    listing.publicity, probation.introducers, probation.training, probation.assembly,
    probation.approval, probation.oath, probation.prolong, probation.probation,
    probation.turning,
)  # fmt: skip


def check(steps: Steps, on: date, adjusted: Adjusted) -> list[Hit]:
    """All rules that the steps of one person do not keep, as known on a day, in order of steps."""
    case = Case(steps, on, adjusted)
    return [hit for rule in RULES for hit in rule(case)]
