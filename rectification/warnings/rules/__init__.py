"""The rules of the three colours: pure judgements over what is known of a village.

`RULES` is the list one can read; a rule that is not in it does not exist.
"""

from collections.abc import Mapping

from rectification.warnings.rules.branches import branch_size
from rectification.warnings.rules.cadres import secretary_vacant, successors_missing
from rectification.warnings.rules.declaring import Finding, Level, Parameters, Rule
from rectification.warnings.rules.economy import income_low
from rectification.warnings.rules.village import VillageFacts

__all__ = ["RULES", "Finding", "Level", "Rule", "VillageFacts", "by_code", "judge"]

RULES: tuple[Rule, ...] = (secretary_vacant, branch_size, successors_missing, income_low)


def by_code() -> dict[str, Rule]:
    """All rules by their stable code."""
    return {rule.code: rule for rule in RULES}


def judge(facts: VillageFacts, versions: Mapping[str, Parameters]) -> dict[str, Finding]:
    """What the rules in force find, by code; a rule that finds nothing wrong has no entry.

    `versions` maps the codes in force to their parameters.
    """
    rules = by_code()
    found = {code: rules[code].judge(facts, values) for code, values in versions.items()}
    return {code: finding for code, finding in found.items() if finding is not None}
