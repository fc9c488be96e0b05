"""What is known of a village when it is judged."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any

from rectification.warnings.rules.known.affairs import AffairsKnown
from rectification.warnings.rules.known.branches import BranchKnown
from rectification.warnings.rules.known.economy import EconomyKnown
from rectification.warnings.rules.known.period import PeriodKnown
from rectification.warnings.rules.known.stationed import StationedKnown
from rectification.warnings.rules.known.teams import TeamKnown
from rectification.warnings.rules.known.work import WorkKnown


@dataclass(frozen=True)
class VillageFacts(
    WorkKnown, EconomyKnown, AffairsKnown, BranchKnown, StationedKnown, TeamKnown, PeriodKnown
):  # fmt: skip
    """The inputs of all rules for one village and month. None is unknown, never zero.

    The areas are declared in `rules/known/`. `own` holds what the county's own indicators say,
    by their key; see `rules/own`. Only numbers, words and flags stand here, so that a receipt is
    plain JSON.
    """

    own: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """What differs from knowing nothing: a receipt is compact."""
        return {
            name: value
            for name, value in vars(self).items()
            if value not in _NOTHING and value != _DEFAULTS.get(name)
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "VillageFacts":
        """The facts of a receipt; keys of later versions are left out."""
        made = cls.__new__(cls)
        # Straight into the record: a frozen one sets each of its ninety fields by a call, and a
        # province has thirty thousand villages.
        known = {key: value for key, value in stored.items() if key in _NAMES}
        vars(made).update(_DEFAULTS, **{"months": known["months"], "own": {}, **known})
        return made


_NOTHING: tuple[Any, ...] = (None, "", {})
_NAMES = frozenset(one.name for one in fields(VillageFacts))
_DEFAULTS = {one.name: one.default for one in fields(VillageFacts) if one.default is not MISSING}
