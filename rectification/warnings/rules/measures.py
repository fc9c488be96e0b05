"""The numbers a rule looks at, and where the colour turns: for explanations and distances."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Bad(StrEnum):
    """On which side of a limit a number is out of order."""

    ABOVE = ">"
    REACHED = ">="
    BELOW = "<"
    UP_TO = "<="


@dataclass(frozen=True)
class Measure:
    """One number of a rule: `value` as known (None is unknown), the limits where it turns yellow
    and red (None where this number alone never does), and how it is shown.

    `value`, `yellow` and `red` are in one unit; on paper each is divided by `scale` and rounded
    to `places`, with `unit` after it. `why` says of which situation of the rule this number
    decides, where a rule has several.
    """

    label: str
    unit: str
    value: Fraction | int | None
    side: Bad
    yellow: Fraction | int | None = None
    red: Fraction | int | None = None
    scale: int = 1
    places: int = 0

    def is_bad(self, limit: Fraction | int) -> bool | None:
        """Whether the number lies on the wrong side of a limit; None where it is unknown."""
        if self.value is None:
            return None
        outcomes = {
            Bad.ABOVE: self.value > limit,
            Bad.REACHED: self.value >= limit,
            Bad.BELOW: self.value < limit,
            Bad.UP_TO: self.value <= limit,
        }
        return outcomes[self.side]
