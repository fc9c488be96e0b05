"""The rules of the three colours: pure judgements over what is known of a village.

`RULES` is the list one can read; a rule that is not in it does not exist. Rules of the county's
own indicators are declared as data and made of them by `rules/own`.
"""

from collections.abc import Mapping
from functools import cache

from rectification.warnings.rules import (
    affairs,
    attendance,
    branches,
    cadres,
    calm,
    conduct,
    contracts,
    economy,
    life,
    life_year,
    matters,
    projects,
    reporting,
    stationed,
    teams,
    work,
)
from rectification.warnings.rules.declaring import Finding, Level, Parameters, Rule
from rectification.warnings.rules.village import VillageFacts

__all__ = ["RULES", "Finding", "Level", "Rule", "VillageFacts", "by_code", "judge", "judge_with"]

_AREAS = (
    cadres, teams, conduct, stationed, branches, life, life_year, attendance, affairs, matters,
    calm, economy, projects, contracts, work, reporting,
)  # fmt: skip
RULES: tuple[Rule, ...] = tuple(
    sorted((rule for area in _AREAS for rule in area.RULES), key=lambda rule: rule.code)
)


@cache
def by_code() -> dict[str, Rule]:
    """All rules by their stable code."""
    return {rule.code: rule for rule in RULES}


def judge(facts: VillageFacts, versions: Mapping[str, Parameters]) -> dict[str, Finding]:
    """What the rules in force find, by code; a rule that finds nothing wrong has no entry.

    `versions` maps the codes in force to their parameters.
    """
    rules = by_code()
    return judge_with(facts, [(rules[code], values) for code, values in versions.items()])


def judge_with(facts: VillageFacts, in_force: list[tuple[Rule, Parameters]]) -> dict[str, Finding]:
    """The same for rules at hand, those of the county's own indicators among them."""
    found = ((rule.code, rule.judge(facts, values)) for rule, values in in_force)
    return {code: finding for code, finding in found if finding is not None}
