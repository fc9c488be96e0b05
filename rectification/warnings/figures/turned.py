"""Whether the data behind a warning event turned good, by the newest judgement of its village."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from rectification.warnings.judgement import HELD_UNKNOWN, is_found
from rectification.warnings.models import Alert, VillageWarning
from rectification.warnings.rules import Level
from villages.common.periods import Month


class Turn(Enum):
    """What the newest judgement says about a rule."""

    GOOD = "good"
    FOUND = "found"
    UNKNOWN = "unknown"
    NEVER = "never"


@dataclass(frozen=True)
class Turned:
    """The answer, the month that was judged, and the receipt's entry where there is one."""

    turn: Turn
    month: Month | None = None
    reason: dict[str, Any] | None = None

    @property
    def is_good(self) -> bool:
        """Whether a person may verify that it is over."""
        return self.turn is Turn.GOOD


def turned(alert: Alert) -> Turned:
    """By the village's newest receipt; missing data never are good ones. One query."""
    rows = VillageWarning.objects.filter(village_id=alert.village_id).order_by("-month")
    newest = rows.only("month", "reasons").first()
    if newest is None or newest.month < alert.found_in:
        return Turned(Turn.NEVER)
    found = next((one for one in newest.reasons if one["rule"] == alert.rule), None)
    return Turned(_turn(found), Month.from_number(newest.month), found)


def _turn(reason: dict[str, Any] | None) -> Turn:
    if reason is None:
        return Turn.GOOD
    unknown = str(Level.UNKNOWN)
    is_unknown = unknown in (reason["level"], reason.get("found"))
    if is_unknown or reason["evidence"].get("why") == HELD_UNKNOWN:
        return Turn.UNKNOWN
    # An exempt rule of which nothing was found has no `found`.
    if reason["level"] == "exempt" and "found" not in reason:
        return Turn.UNKNOWN
    return Turn.FOUND if is_found(reason) else Turn.GOOD
