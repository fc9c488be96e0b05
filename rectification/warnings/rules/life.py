"""W04 to W07: meetings that every month or quarter should have."""

from collections.abc import Mapping

from rectification.warnings.rules.declaring import (
    Category,
    Examples,
    Finding,
    Level,
    Parameters,
    Threshold,
    rule,
)
from rectification.warnings.rules.measures import Bad, Measure
from rectification.warnings.rules.village import VillageFacts

_Row = tuple[int | None, int]


def _thresholds(unit: str, counted: str, grace: int) -> Mapping[str, Threshold]:
    """`unit` is that of the stretch, `counted` as it is counted."""
    return {
        "yellow_times": Threshold(1, f"连续缺开达到此数为黄色({unit})", counted),
        "red_times": Threshold(2, f"连续缺开达到此数为红色({unit})", counted),
        **({"grace_days": Threshold(grace, "季度结束后宽限的天数", "天")} if grace else {}),
    }


def _found(row: _Row, values: Parameters) -> Finding | None:
    """A row of misses, and how many branches told nothing: what is certain decides first."""
    missed, silent = row
    if missed is None:
        return Finding(Level.UNKNOWN, {"why": "no_branch"})
    for level, key in ((Level.RED, "red_times"), (Level.YELLOW, "yellow_times")):
        if missed >= values[key]:
            return Finding(level, {"times": missed, "limit": values[key]})
    return Finding(Level.UNKNOWN, {"why": "not_filed", "branches": silent}) if silent else None


def _measure(row: _Row, values: Parameters, unit: str) -> tuple[Measure, ...]:
    missed, silent = row
    told = None if silent and not missed else missed
    return (
        Measure("连续缺开", unit, told, Bad.REACHED, values["yellow_times"], values["red_times"]),
    )


def _assembly(facts: VillageFacts, values: Parameters) -> _Row:
    """Within the days of grace the last quarter does not count yet."""
    if facts.assembly_missed is None or facts.assembly_days_over > values["grace_days"]:
        return facts.assembly_missed, facts.assembly_silent
    return facts.assembly_missed_before, facts.assembly_silent_before


def _committee(facts: VillageFacts) -> _Row:
    return facts.committee_missed, facts.committee_silent


def _theme(facts: VillageFacts) -> _Row:
    return facts.theme_missed, facts.theme_silent


def _class(facts: VillageFacts) -> _Row:
    return facts.class_missed, facts.class_silent


def _assemblies(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    return _measure(_assembly(facts, values), values, "个季度")


_SOURCE, _LEDGERS = "branches.Meeting.held_on", ("meetings", "quiet-months")


@rule(
    "W04",
    "党员大会未召开",
    Category.BRANCH,
    basis="党支部党员大会一般每季度召开 1 次。",
    thresholds=_thresholds("季度", "个季度", 5),
    examples=Examples(
        red=VillageFacts(10, assembly_missed=2, assembly_missed_before=1, assembly_days_over=31),
        yellow=VillageFacts(10, assembly_missed=1, assembly_days_over=6),
        green=VillageFacts(10, assembly_missed=1, assembly_days_over=5),
        unknown=VillageFacts(10),
    ),
    source=_SOURCE,
    ledgers=_LEDGERS,
    measuring=_assemblies,
)
def assembly_missed(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Quarters in a row without a members' assembly, by the branch that is furthest behind."""
    return _found(_assembly(facts, values), values)


@rule(
    "W05",
    "支委会未召开",
    Category.BRANCH,
    basis="党支部委员会会议一般每月召开 1 次。",
    thresholds=_thresholds("月", "个月", 0),
    examples=Examples(
        red=VillageFacts(10, committee_missed=2),
        yellow=VillageFacts(10, committee_missed=1),
        green=VillageFacts(10, committee_missed=0),
        unknown=VillageFacts(10),
    ),
    source=_SOURCE,
    ledgers=_LEDGERS,
    measuring=lambda facts, values: _measure(_committee(facts), values, "个月"),
    whole_month=True,
)
def committee_missed(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Months in a row without a committee meeting; not due where there is no committee."""
    return _found(_committee(facts), values)


@rule(
    "W06",
    "主题党日未开展",
    Category.BRANCH,
    basis="党支部每月相对固定 1 天开展主题党日。",
    thresholds=_thresholds("月", "个月", 0),
    examples=Examples(
        red=VillageFacts(10, theme_missed=2),
        yellow=VillageFacts(10, theme_missed=1),
        green=VillageFacts(10, theme_missed=0),
        unknown=VillageFacts(10),
    ),
    source=_SOURCE,
    ledgers=_LEDGERS,
    measuring=lambda facts, values: _measure(_theme(facts), values, "个月"),
    whole_month=True,
)
def theme_day_missed(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Months in a row without a theme party day."""
    return _found(_theme(facts), values)


@rule(
    "W07",
    "书记党课未开",
    Category.BRANCH,
    basis="党支部书记应当定期讲党课,通行做法为每季度 1 次。",
    thresholds=_thresholds("季度", "个季度", 0),
    examples=Examples(
        red=VillageFacts(10, class_missed=2),
        yellow=VillageFacts(10, class_missed=1),
        green=VillageFacts(10, class_missed=0),
        unknown=VillageFacts(10),
    ),
    source=_SOURCE,
    ledgers=_LEDGERS,
    measuring=lambda facts, values: _measure(_class(facts), values, "个季度"),
)
def class_missed(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Quarters in a row without a party class."""
    return _found(_class(facts), values)


RULES = (assembly_missed, committee_missed, theme_day_missed, class_missed)
