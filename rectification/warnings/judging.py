"""Judging a whole county in memory: facts in, colours with receipts out. Writes nothing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rectification.warnings.actions.rule_sets import Rules, rules_in_force, rules_of
from rectification.warnings.choices import Colour
from rectification.warnings.facts import collect
from rectification.warnings.models import VillageWarning
from rectification.warnings.rating import combine
from rectification.warnings.rules import Finding, VillageFacts, judge
from villages.common.periods import Month
from villages.trace.chain import digest_rows


@dataclass(frozen=True)
class Judged:
    """One village: its colour, why, and from what."""

    village: int
    code: str
    colour: str
    reasons: list[dict[str, Any]]
    facts: dict[str, Any]

    @cached_property
    def digest(self) -> str:
        """A name for exactly this outcome from exactly these facts."""
        return digest_rows([[self.colour, self.reasons, self.facts]])


@dataclass(frozen=True)
class CountyJudged:
    """All villages of a county and month, in order of their codes."""

    county: str
    month: Month
    rules: Rules
    villages: tuple[Judged, ...]

    @cached_property
    def counts(self) -> dict[str, int]:
        """Villages by colour; every colour is there."""
        counted = Counter(one.colour for one in self.villages)
        return {colour: counted[colour] for colour in Colour.values}

    @cached_property
    def digest(self) -> str:
        """A name for all colours and reasons."""
        return digest_rows([one.code, one.colour, one.reasons] for one in self.villages)


def judge_county(county: str, month: Month) -> CountyJudged:
    """Every village judged by the rules in force at the month's end."""
    rules = rules_in_force(county, month.end)
    villages = tuple(
        Judged(one.village, one.code, *_outcome(one.facts, rules), one.facts.to_json())
        for one in collect(county, month)
    )
    return CountyJudged(county, month, rules, villages)


def replay(warning: VillageWarning) -> tuple[str, list[dict[str, Any]]]:
    """Colour and reasons judged again from the receipt alone: equal to those stored."""
    return _outcome(VillageFacts.from_json(warning.facts), rules_of(warning.rule_set))


def _outcome(facts: VillageFacts, rules: Rules) -> tuple[str, list[dict[str, Any]]]:
    findings = judge(facts, rules.versions)
    return combine(findings, len(rules.versions), rules.rating), _reasons(findings)


def _reasons(findings: Mapping[str, Finding]) -> list[dict[str, Any]]:
    return [
        {
            "rule": code,
            "level": str(findings[code].level),
            "evidence": dict(findings[code].evidence),
        }
        for code in sorted(findings)
    ]
