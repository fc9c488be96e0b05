"""Judging a whole county in memory: facts in, colours with receipts out. Writes nothing."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from rectification.warnings.choices import Colour
from rectification.warnings.facts import collect
from rectification.warnings.facts.standing import standings
from rectification.warnings.judgement import Outcome, decide
from rectification.warnings.models import VillageWarning
from rectification.warnings.rules import VillageFacts
from rectification.warnings.rules_in_force import Rules, rules_in_force, rules_of
from rectification.warnings.standing import NOTHING, Standing
from villages.common import clock, garbage
from villages.common.periods import Month
from villages.trace.chain import digest_rows


@dataclass(frozen=True)
class Judged:
    """One village: its colour, why, from what, and what it brought into the month."""

    village: int
    code: str
    township: str
    outcome: Outcome
    facts: dict[str, Any]
    standing: Standing = NOTHING

    @property
    def colour(self) -> str:
        """The colour of the village."""
        return self.outcome.colour

    @property
    def reasons(self) -> list[dict[str, Any]]:
        """What was not green, as a receipt holds it."""
        return self.outcome.reasons

    @cached_property
    def digest(self) -> str:
        """A name for exactly this outcome from exactly these facts and this standing."""
        brought = self.standing.to_json()
        told: list[Any] = [self.colour, self.reasons, self.facts]
        return digest_rows([[*told, brought] if brought else told])


@dataclass(frozen=True)
class CountyJudged:
    """All villages of a county and month, in order of their codes; `on` is the day as of which
    everything was known."""

    county: str
    month: Month
    rules: Rules
    villages: tuple[Judged, ...]
    on: date

    @cached_property
    def counts(self) -> dict[str, int]:
        """Villages by colour; every colour is there."""
        counted = Counter(one.colour for one in self.villages)
        return {colour: counted[colour] for colour in Colour.values}

    @cached_property
    def digest(self) -> str:
        """A name for all colours and reasons."""
        return digest_rows([one.code, one.colour, one.reasons] for one in self.villages)


@garbage.kept()
def judge_county(county: str, month: Month) -> CountyJudged:
    """Every village judged by the rules in force at the month's end."""
    rules = rules_in_force(county, month.end)
    on = min(month.end, clock.today())
    brought = standings(county, month, on)
    villages = tuple(
        Judged(
            one.village, one.code, one.township,
            outcome_of(one.facts, brought.get(one.village, NOTHING), rules, month),
            one.facts.to_json(), brought.get(one.village, NOTHING),
        )
        for one in collect(county, month, rules.own_keys)
    )  # fmt: skip
    return CountyJudged(county, month, rules, villages, on)


def replay(warning: VillageWarning) -> tuple[str, list[dict[str, Any]]]:
    """Colour and reasons judged again from the receipt alone: equal to those stored."""
    outcome = replayed(warning, rules_of(warning.rule_set))
    return outcome.colour, outcome.reasons


def replayed(warning: VillageWarning, rules: Rules) -> Outcome:
    """The receipt judged again by rules at hand: those then in force, or a draft."""
    facts = VillageFacts.from_json(warning.facts)
    standing = Standing.from_json(warning.standing)
    return outcome_of(facts, standing, rules, Month.from_number(warning.month))


def outcome_of(facts: VillageFacts, standing: Standing, rules: Rules, month: Month) -> Outcome:
    """One village, judged by rules at hand. Pure."""
    return decide(rules.judge(facts), len(rules.versions), standing, rules.rating, month)
