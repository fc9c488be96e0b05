"""Rule sets at hand: read once for a page, whatever the number of villages on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rectification.warnings.models import RuleSet
from rectification.warnings.rules import VillageFacts
from rectification.warnings.rules_in_force import Rules, rules_of
from rectification.warnings.sentences.explaining import Edition, Explained, explain_all


@dataclass(frozen=True)
class InForce:
    """A stored set as rules and as words."""

    row: RuleSet
    rules: Rules

    @property
    def edition(self) -> Edition:
        """Its name and day."""
        return Edition(self.row.name, self.row.effective_from)

    def explain(self, reasons: list[Any], facts: dict[str, Any]) -> list[Explained]:
        """The reasons of a receipt in sentences."""
        return explain_all(reasons, self.rules, VillageFacts.from_json(facts), self.edition)


def in_force(keys: Iterable[int]) -> dict[int, InForce]:
    """Sets by primary key. One query, and one for each set."""
    rows = RuleSet.objects.filter(pk__in=set(keys))
    return {row.pk: InForce(row, rules_of(row)) for row in rows}
