"""From findings to the colour of a village by the data of one month alone: pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from rectification.warnings.rules import Finding, Level, by_code


@dataclass(frozen=True)
class Rating:
    """How findings weigh: so many yellow categories are red, so many percent unknown are grey,
    a yellow one that lasts so many months is red (0: never).

    `steady` are the codes whose yellow never turns red by lasting; `categories` those of rules
    that are not in the program's list.
    """

    red_categories: int = 3
    grey_percent: int = 20
    yellow_months: int = 2
    observation_days: int = 30
    steady: frozenset[str] = frozenset()
    categories: Mapping[str, str] = field(default_factory=dict)

    def category(self, code: str) -> str:
        """What a rule is about."""
        rule = by_code().get(code)
        return str(rule.category) if rule else self.categories.get(code, "")


def combine(findings: Mapping[str, Finding], judged: int, rating: Rating) -> str:
    """The colour of a village: red grey yellow green.

    Red with any red finding, or with yellow ones in enough different categories; yellow with
    any yellow one; grey where more than the set share of the `judged` rules lack their data;
    else green. What is known to be wrong is said however much is unknown.
    """
    levels = {code: str(finding.level) for code, finding in findings.items()}
    return weigh(levels, judged, rating)


def weigh(levels: Mapping[str, str], judged: int, rating: Rating) -> str:
    """The same from levels alone: `red`, `yellow`, `unknown` by code."""
    yellows = [code for code, level in levels.items() if level == Level.YELLOW]
    if Level.RED in levels.values() or spread(yellows, rating) >= rating.red_categories:
        return "red"
    if yellows:
        return "yellow"
    unknown = sum(level == Level.UNKNOWN for level in levels.values())
    if not judged or Fraction(unknown * 100, judged) > rating.grey_percent:
        return "grey"
    return "green"


def spread(codes: list[str], rating: Rating) -> int:
    """How many different categories these rules are about."""
    return len({rating.category(code) for code in codes})
