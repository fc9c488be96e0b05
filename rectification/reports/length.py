"""How long a report is against the limit of its kind (4,000 or 5,000 characters). Pure."""

from dataclasses import dataclass

from rectification.reports.content import ReportContent

FINE, NEAR, OVER = "fine", "near", "over"


@dataclass(frozen=True)
class Length:
    """Characters of the text without tables, the limit, and from how many on a reminder stands."""

    value: int
    limit: int
    near: int

    @property
    def level(self) -> str:
        """`fine`, `near` the limit, or `over` it."""
        if self.value > self.limit:
            return OVER
        return NEAR if self.value >= self.near else FINE

    @property
    def percent(self) -> int:
        """How full the meter is, in whole percent, never more than one hundred."""
        return min(100, self.value * 100 // self.limit) if self.limit else 100

    @property
    def is_over(self) -> bool:
        """Whether the report is too long."""
        return self.level == OVER


def length(content: ReportContent, limits: tuple[int, int]) -> Length:
    """The meter of a report; `limits` are limit and reminder, see `parameters.character_limits`."""
    return Length(content.characters, *limits)
