"""The stored colours of a month, for figures of reports and pages."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rectification.warnings.choices import Colour
from rectification.warnings.models import VillageWarning
from villages.common.periods import Month
from villages.common.scope import Scope


@dataclass(frozen=True)
class VillageColour:
    """The colour of one village and what was not green: rule, level, evidence."""

    colour: str
    reasons: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class ColourFigures:
    """Colours of a territory in a month, by village code; empty while nobody evaluated it."""

    by_village: Mapping[str, VillageColour]

    @property
    def is_evaluated(self) -> bool:
        """Whether there is any colour at all."""
        return bool(self.by_village)

    @cached_property
    def counts(self) -> dict[str, int]:
        """Villages by colour; every colour is there."""
        counted = Counter(one.colour for one in self.by_village.values())
        return {colour: counted[colour] for colour in Colour.values}

    @cached_property
    def by_rule(self) -> dict[str, dict[str, int]]:
        """Villages by rule and level (red, yellow, unknown), in order of the rules' codes."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for one in self.by_village.values():
            for reason in one.reasons:
                found[reason["rule"]][reason["level"]] += 1
        return {code: dict(found[code]) for code in sorted(found)}


def colours(scope: Scope, county: str, month: Month) -> ColourFigures:
    """The stored colours of a month. One query."""
    rows = VillageWarning.objects.in_scope(scope).in_county(county).in_month(month)
    stated = rows.order_by("village__code").values_list("village__code", "colour", "reasons")
    return ColourFigures(
        {code: VillageColour(colour, tuple(reasons)) for code, colour, reasons in stated}
    )
