"""What a village brings into a month: events that wait, exemptions, a colour set by hand. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Held:
    """An event of an earlier month that nobody has lowered: its level, since which month, and
    whether it is only observed."""

    level: str
    since: int
    observed: bool = False


@dataclass(frozen=True)
class Standing:
    """Everything but this month's data that decides a colour.

    `held` by rule; `cleared` are rules found to be false alarms for this month; `exempt` those
    that do not hold ("*": none does); `override` a colour set by hand; `lowered` whether a yellow
    event was lowered since last month; the months in a row are those before this one.
    """

    held: Mapping[str, Held] = field(default_factory=dict)
    cleared: frozenset[str] = frozenset()
    exempt: frozenset[str] = frozenset()
    override: str = ""
    lowered: bool = False
    red_months: int = 0
    yellow_months: int = 0

    def is_exempt(self, code: str) -> bool:
        """Whether a rule does not hold here."""
        return code in self.exempt or "*" in self.exempt

    def to_json(self) -> dict[str, Any]:
        """What there is; nothing at all for most villages."""
        told: dict[str, Any] = {
            "held": {
                code: [one.level, one.since, int(one.observed)]
                for code, one in sorted(self.held.items())
            },
            "cleared": sorted(self.cleared),
            "exempt": sorted(self.exempt),
            "override": self.override,
            "lowered": int(self.lowered),
            "red_months": self.red_months,
            "yellow_months": self.yellow_months,
        }
        return {key: value for key, value in told.items() if value}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any] | None) -> "Standing":
        """The standing of a receipt; receipts without one brought nothing."""
        told = stored or {}
        return cls(
            {
                code: Held(level, since, bool(observed))
                for code, (level, since, observed) in told.get("held", {}).items()
            },
            frozenset(told.get("cleared", ())),
            frozenset(told.get("exempt", ())),
            told.get("override", ""),
            bool(told.get("lowered")),
            told.get("red_months", 0),
            told.get("yellow_months", 0),
        )


NOTHING = Standing()
