"""Memberships as stretches of days: who overlaps with himself, where shares exceed the whole. Pure.

A stretch ends on its first day outside.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from branches.joint.splitting import WHOLE


@dataclass(frozen=True)
class Stretch:
    """One member from a day to a day; `share` in hundredths of a percent, None while not stated."""

    key: Hashable
    begins: date
    ends: date | None
    share: int | None = None

    def holds(self, day: date) -> bool:
        """Whether the member belongs on this day."""
        return self.begins <= day and (self.ends is None or day < self.ends)

    def meets(self, other: "Stretch") -> bool:
        """Whether both hold on some day."""
        return self.holds(other.begins) or other.holds(self.begins)


def overlap(stretches: Iterable[Stretch]) -> date | None:
    """The first day on which a member would belong twice; None where nobody does."""
    pairs = combinations(stretches, 2)
    days = [max(a.begins, b.begins) for a, b in pairs if a.key == b.key and a.meets(b)]
    return min(days, default=None)


def stated(stretches: Iterable[Stretch], day: date) -> int:
    """The shares stated on a day together, in hundredths of a percent."""
    return sum(one.share or 0 for one in stretches if one.holds(day))


def exceeded(stretches: Iterable[Stretch]) -> date | None:
    """The first day on which shares are more than the whole; None where they never are."""
    known = list(stretches)
    # A sum only grows where a stretch begins.
    days = [one.begins for one in known if stated(known, one.begins) > WHOLE]
    return min(days, default=None)
