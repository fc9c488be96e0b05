"""A county that is judged by three rules from facts that a test states: months can pass quickly."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from rectification.warnings import judging
from rectification.warnings.actions.evaluating import evaluate
from rectification.warnings.facts import Known
from rectification.warnings.models import RuleSet, RuleVersion, VillageWarning
from rectification.warnings.rules import VillageFacts, by_code
from villages.accounts.actors import COMMAND_LINE
from villages.common.periods import Month
from villages.models import Village

COUNTY = "999901"
# Of three categories: team, masses, governance.
CODES = ("W01", "W19", "W21")


def few_rules(codes: tuple[str, ...] = CODES, **weights: Any) -> RuleSet:
    """A set of the county with these rules alone, each with its default numbers."""
    made: RuleSet = RuleSet.objects.create(
        county_code=COUNTY, name="三条", effective_from=date(2020, 1, 1), basis="试", **weights
    )
    for code in codes:
        RuleVersion.objects.create(rule_set=made, code=code, parameters=by_code()[code].defaults())
    return made


def facts_of(colours: Mapping[str, str], month: int = 10) -> VillageFacts:
    """Facts by which each rule says the colour that is named; green where none is named."""
    known: dict[str, Any] = {}
    for code in CODES:
        example = getattr(by_code()[code].examples, colours.get(code, "green"))
        known |= {name: value for name, value in example.to_json().items() if name != "months"}
    return VillageFacts.from_json({**known, "months": month})


@dataclass
class World:
    """What the data of each village say now, by rule; and the calendar."""

    patch: pytest.MonkeyPatch
    colours: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.patch.setattr(judging, "collect", self._collect)

    def say(self, code: str, **colours: str) -> None:
        """From now on the data of this village say this, and green of all other rules."""
        self.colours[code] = colours

    def on(self, day: date) -> None:
        """It is this day."""
        self.patch.setenv("PORTAL_TODAY", day.isoformat())

    def judge(self, month: Month) -> int:
        """Judges the county; how many rows were written."""
        return evaluate(by=COMMAND_LINE, county=COUNTY, month=month).rows_written

    def _collect(self, county: str, month: Month, *_more: Any) -> list[Known]:
        rows = Village.objects.in_county(county).order_by("code")
        return [
            Known(one.pk, one.code, one.code[:9],
                  facts_of(self.colours.get(one.code, {}), month.month))
            for one in rows
        ]  # fmt: skip


def colour_of(code: str, month: Month) -> str:
    """The stored colour."""
    return str(VillageWarning.objects.get(village__code=code, month=month.number).colour)


def receipt_of(code: str, month: Month) -> dict[str, Any]:
    """The stored reasons by rule."""
    row = VillageWarning.objects.get(village__code=code, month=month.number)
    return {one["rule"]: one for one in row.reasons}
