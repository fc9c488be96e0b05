"""What every judgement is about: the month."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PeriodKnown:
    """`months` is how many months of the year are over: the number of the month judged."""

    months: int
