"""What a rule is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rectification.warnings.rules.measures import Measure
from rectification.warnings.rules.village import VillageFacts

Evidence = Mapping[str, int | str]
Parameters = Mapping[str, int]


class Level(StrEnum):
    """What a rule finds; green is finding nothing."""

    RED = "red"
    YELLOW = "yellow"
    UNKNOWN = "unknown"  # the data that would decide are missing


class Category(StrEnum):
    """What a rule is about: yellows of several categories together weigh more than one."""

    TEAM = "team"  # 班子
    BRANCH = "branch"  # 支部
    CADRES = "cadres"  # 队伍
    GOVERNANCE = "governance"  # 治理
    MASSES = "masses"  # 群众
    ECONOMY = "economy"  # 集体经济
    RECTIFICATION = "rectification"  # 整改
    REPORTING = "reporting"  # 填报


@dataclass(frozen=True)
class Finding:
    """Something not green, with the numbers that say why."""

    level: Level
    evidence: Evidence


@dataclass(frozen=True)
class Threshold:
    """A number that a county may set otherwise: its default, its name, its unit."""

    default: int
    label: str
    unit: str = ""


@dataclass(frozen=True)
class Examples:
    """One situation for each outcome; tests hold the rule to them, the help page shows them."""

    red: VillageFacts
    yellow: VillageFacts
    green: VillageFacts
    unknown: VillageFacts


Judgement = Callable[[VillageFacts, Parameters], Finding | None]
Measuring = Callable[[VillageFacts, Parameters], tuple[Measure, ...]]


@dataclass(frozen=True)
class Rule:
    """A judgement with everything a reader may ask: code, title, basis, thresholds, examples.

    `source` names the data as `app.Model.field`; `ledgers` the ledgers whose rows are behind it,
    so that a page can open them. `measuring` gives the numbers that are compared, with the limits
    where the colour turns. A rule of whole months (`whole_month`) judges the last complete month
    while one is running.
    """

    code: str
    title: str
    category: Category
    basis: str
    thresholds: Mapping[str, Threshold]
    examples: Examples
    judgement: Judgement
    source: str = ""
    ledgers: tuple[str, ...] = ()
    measuring: Measuring | None = None
    whole_month: bool = False

    def judge(self, facts: VillageFacts, parameters: Parameters) -> Finding | None:
        """Red, yellow or unknown with its evidence; None for green and for what is not due.

        A threshold that the county did not set has its default.
        """
        return self.judgement(facts, self.with_defaults(parameters))

    def measures(self, facts: VillageFacts, parameters: Parameters) -> tuple[Measure, ...]:
        """The numbers it compares, with the limits where the colour turns."""
        if self.measuring is None:
            return ()
        return self.measuring(facts, self.with_defaults(parameters))

    def defaults(self) -> dict[str, int]:
        """The thresholds while nobody decided otherwise."""
        return {key: one.default for key, one in self.thresholds.items()}

    def with_defaults(self, parameters: Parameters) -> dict[str, int]:
        """The thresholds as decided, with defaults for those nobody named."""
        return {**self.defaults(), **parameters}


def rule(
    code: str,
    title: str,
    category: Category,
    *,
    basis: str,
    thresholds: Mapping[str, Threshold],
    examples: Examples,
    source: str = "",
    ledgers: tuple[str, ...] = (),
    measuring: Measuring | None = None,
    whole_month: bool = False,
) -> Callable[[Judgement], Rule]:
    """Makes a rule of a function that judges."""

    def declare(judgement: Judgement) -> Rule:
        return Rule(
            code, title, category, basis, thresholds, examples, judgement, source, ledgers,
            measuring, whole_month,
        )  # fmt: skip

    return declare
