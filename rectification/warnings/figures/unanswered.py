"""Red events that nobody answers in time, by township (红色预警逾期未办).

Shape: one line an event, the longest waiting first; a count for each township. Late is whoever did
not sign for, plan or mend by the county's days after publication. Count only rows that the reader
may see. Reports list them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rectification.warnings.choices import Level
from rectification.warnings.figures.papers_due import Due, late_events

DEFINITION = "红色预警公布后,没有按期签收、填写整改打算或者整改到位的;逐条列出,按乡镇计数。"


@dataclass(frozen=True)
class Unanswered:
    """The late red events, and how many each township has."""

    lines: Sequence[Due]

    @property
    def count(self) -> int:
        """All of them."""
        return len(self.lines)

    @property
    def by_township(self) -> dict[str, int]:
        """Events by code of the township, in the order of codes."""
        counted = Counter(one.alert.village.township.code for one in self.lines)
        return dict(sorted(counted.items()))


def unanswered(rows: Any, county: str, on: date) -> Unanswered:
    """Of these events (visible ones) the red ones that are late, each by its gravest lateness.

    One query and those of parameters.
    """
    worst: dict[int, Due] = {}
    for one in late_events(rows.in_county(county).filter(level=Level.RED), county, on):
        known = worst.get(one.alert.pk)
        if known is None or one.by < known.by:
            worst[one.alert.pk] = one
    return Unanswered(tuple(sorted(worst.values(), key=lambda one: (one.by, one.alert.pk))))
