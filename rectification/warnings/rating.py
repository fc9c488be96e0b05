"""From findings to the colour of a village: pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from rectification.warnings.rules import Finding, Level, by_code


@dataclass(frozen=True)
class Rating:
    """How findings weigh: so many yellow categories are red, so many percent unknown are grey."""

    red_categories: int = 3
    grey_percent: int = 20


def combine(findings: Mapping[str, Finding], judged: int, rating: Rating) -> str:
    """The colour of a village: red grey yellow green.

    Red with any red finding, or with yellow ones in enough different categories; yellow with
    any yellow one; grey where more than the set share of the `judged` rules lack their data;
    else green. What is known to be wrong is said however much is unknown.
    """
    levels = [finding.level for finding in findings.values()]
    yellows = {code for code, finding in findings.items() if finding.level is Level.YELLOW}
    if Level.RED in levels or _categories(yellows) >= rating.red_categories:
        return "red"
    if yellows:
        return "yellow"
    unknown = levels.count(Level.UNKNOWN)
    if judged and Fraction(unknown * 100, judged) > rating.grey_percent:
        return "grey"
    return "grey" if not judged else "green"


def _categories(codes: set[str]) -> int:
    rules = by_code()
    return len({rules[code].category for code in codes})
