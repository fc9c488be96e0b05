"""What is known of the people who lead a village (W01 W02 W12-W15)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TeamKnown:
    """Secretary, seats, successors, reviews and sanctions.

    `vacant_days` counts from the day the last secretary left; where that day was never recorded,
    `vacant_at_least` counts from the first day of the ledger.

    `seats` are those of the two committees, None where nobody laid them down; `empty_days` the
    days of each empty one but the secretary's, longest first (`107 32+`; with a plus it may have
    been longer).

    `unreviewed` counts people in office without a valid joint review where one is demanded,
    `unreviewed_days` is since when the first of them has been in office, `review_rejected` counts
    those whose review ended in a rejection, `review_undated` those whose first day nobody wrote
    down. `sanctioned` counts cadres sanctioned lately; of `secretary_on_file` a procedure is open.
    """

    has_secretary: bool | None = None
    vacant_days: int | None = None
    vacant_at_least: int | None = None
    seats: int | None = None
    empty_days: str = ""
    reserve: int | None = None
    youngest_age: int | None = None
    ages_missing: int = 0
    unreviewed: int | None = None
    unreviewed_days: int = 0
    review_rejected: int = 0
    review_undated: int = 0
    sanctioned: int | None = None
    secretary_sanctioned: bool = False
    secretary_on_file: bool = False
