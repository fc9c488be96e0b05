"""The villages that a figure is about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from villages import parameters
from villages.common.scope import Scope
from villages.on_map import on_map


@dataclass(frozen=True)
class Roll:
    """The villages of a county that lie in a scope on a day: code by primary key, and the code
    of each one's township. Whoever is on the roll and said nothing is a gap."""

    scope: Scope
    county: str
    on: date
    codes: Mapping[int, str]
    townships: Mapping[str, str]

    def silent(self, spoke: Iterable[str]) -> tuple[str, ...]:
        """Codes of the villages that said nothing, in order."""
        return tuple(sorted(set(self.codes.values()) - set(spoke)))

    def within(self, codes: Iterable[str], township: str) -> tuple[str, ...]:
        """Those of these villages that lie in a township; all of them where it is empty."""
        return tuple(
            sorted(one for one in codes if not township or self.townships.get(one) == township)
        )

    def number(self, parameter: Any) -> int:
        """A county's number that decides, as of the day."""
        return int(parameters.value(parameter.key, on=self.on, county=self.county))


def roll(scope: Scope, county: str, on: date) -> Roll:
    """The villages of a county on the map of a day. One query."""
    found = on_map(scope, county, on)
    return Roll(
        scope,
        county,
        on,
        {one.pk: one.code for one in found},
        {one.code: one.township_code for one in found},
    )
