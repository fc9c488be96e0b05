"""Rules in force: the stored set, or the default one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from rectification.warnings.models import RuleSet, RuleVersion
from rectification.warnings.rating import Rating
from rectification.warnings.rules import RULES, Rule, VillageFacts, by_code
from rectification.warnings.rules.declaring import Finding, Judgement, Parameters
from rectification.warnings.rules.own import keys_of, own_rule


@dataclass(frozen=True)
class Rules:
    """Codes in force with their parameters, how findings weigh, and the set they stand in;
    None while only the default exists and nobody has stored it. `declared` are rules of the
    county's own indicators, by code."""

    versions: Mapping[str, Mapping[str, int]]
    rating: Rating
    rule_set: int | None = None
    declared: Mapping[str, Mapping[str, Any]] | None = None

    @cached_property
    def in_force(self) -> list[tuple[Rule, Mapping[str, int]]]:
        """Each rule with the thresholds that hold, in order of codes."""
        rules = {**by_code(), **self.own}
        return [(rules[code], self.versions[code]) for code in sorted(self.versions)]

    @cached_property
    def own(self) -> dict[str, Rule]:
        """The county's own rules, made of what was declared."""
        return {code: own_rule(code, told) for code, told in (self.declared or {}).items()}

    @property
    def own_keys(self) -> frozenset[str]:
        """The numbers that the county's own rules compare, besides those of all rules."""
        return keys_of(self.declared or {})

    def judge(self, facts: VillageFacts) -> dict[str, Finding]:
        """What is not green, by code."""
        found = ((code, judgement(facts, values)) for code, judgement, values in self._ready)
        return {code: finding for code, finding in found if finding is not None}

    @cached_property
    def _ready(self) -> list[tuple[str, Judgement, Parameters]]:
        """Whole thresholds once, not once a village."""
        return [
            (rule.code, rule.judgement, rule.with_defaults(values))
            for rule, values in self.in_force
        ]


def default_rules() -> Rules:
    """All of the program's rules with their default numbers."""
    return Rules({rule.code: rule.defaults() for rule in RULES}, Rating())


def rules_in_force(county: str, on: date) -> Rules:
    """What holds in a county on a day: its own latest set, else the installation's, else the
    defaults. Two queries."""
    row = RuleSet.objects.holding(county, on).first()
    return default_rules() if row is None else rules_of(row)


def rules_of(row: RuleSet) -> Rules:
    """What a stored set says. One query."""
    return rules_from(row, row.versions.all())


def rules_from(row: RuleSet, said: Iterable[RuleVersion]) -> Rules:
    """What a set with these versions says, stored or not; rules that the program no longer knows
    are left out."""
    versions = [one for one in said if one.enabled and _is_known(one)]
    declared = {one.code: one.declared for one in versions if one.declared}
    rating = Rating(
        row.red_categories, row.grey_percent, row.yellow_months, row.observation_days,
        frozenset(one.code for one in versions if not one.escalates),
        {code: str(told.get("category", "")) for code, told in declared.items()},
    )  # fmt: skip
    return Rules({one.code: one.parameters for one in versions}, rating, row.pk, declared)


def _is_known(version: RuleVersion) -> bool:
    return bool(version.declared) or version.code in by_code()
