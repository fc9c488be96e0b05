"""W01 and W12: the secretary, and who comes after."""

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


def _vacancy(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    return (
        Measure(
            "空缺天数", "天", _vacant_days(facts), Bad.ABOVE, values["yellow_days"],
            values["red_days"],
        ),
    )  # fmt: skip


def _vacant_days(facts: VillageFacts) -> int | None:
    if facts.has_secretary:
        return 0
    return facts.vacant_at_least if facts.vacant_days is None else facts.vacant_days


@rule(
    "W01",
    "书记空缺",
    Category.TEAM,
    basis="村党组织书记缺职 3 个月以上的列入软弱涣散排查情形。",
    thresholds={
        "yellow_days": Threshold(30, "空缺超过此天数为黄色", "天"),
        "red_days": Threshold(90, "空缺超过此天数为红色", "天"),
    },
    examples=Examples(
        red=VillageFacts(10, has_secretary=False, vacant_days=91),
        yellow=VillageFacts(10, has_secretary=False, vacant_days=31),
        green=VillageFacts(10, has_secretary=True),
        unknown=VillageFacts(10),
    ),
    source="cadres.PostTenure.ended_on",
    ledgers=("tenures",),
    measuring=_vacancy,
)
def secretary_vacant(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Days without a secretary. Where nobody wrote down since when, the days that are certain
    count; while they decide nothing, the outcome is unknown, for vacant it is all the same."""
    if facts.has_secretary is None:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    if facts.has_secretary:
        return None
    certain = facts.vacant_days is not None
    days = facts.vacant_days if facts.vacant_days is not None else facts.vacant_at_least or 0
    evidence = {"days": days, "certain": int(certain)}
    for level, key in ((Level.RED, "red_days"), (Level.YELLOW, "yellow_days")):
        if days > values[key]:
            return Finding(level, {**evidence, "limit": values[key]})
    return None if certain else Finding(Level.UNKNOWN, {"why": "since_unknown", **evidence})


def _successors(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    """Red takes both: nobody in reserve and nobody young; each turns it while the other is so."""
    no_young = not _has_young(facts, values) and not facts.ages_missing
    reserve = Measure(
        "后备干部", "名", facts.reserve, Bad.BELOW, values["reserve"], 1 if no_young else None
    )
    if facts.reserve != 0:
        return (reserve,)
    age = None if facts.ages_missing else facts.youngest_age
    return reserve, Measure("两委成员最小年龄", "岁", age, Bad.ABOVE, None, values["young_age"])


def _has_young(facts: VillageFacts, values: Parameters) -> bool:
    return facts.youngest_age is not None and facts.youngest_age <= values["young_age"]


@rule(
    "W12",
    "后备力量不足",
    Category.CADRES,
    basis="每村储备后备干部不少于 2 名。",
    thresholds={
        "reserve": Threshold(2, "后备干部少于此数为黄色", "名"),
        "young_age": Threshold(35, "两委成员的年轻标准", "岁"),
    },
    examples=Examples(
        red=VillageFacts(10, has_secretary=True, reserve=0, youngest_age=36),
        yellow=VillageFacts(10, has_secretary=True, reserve=1, youngest_age=52),
        green=VillageFacts(10, has_secretary=True, reserve=2, youngest_age=52),
        unknown=VillageFacts(10),
    ),
    source="cadres.PostTenure.post、cadres.Person.birth_month",
    ledgers=("tenures", "cadres"),
    measuring=_successors,
)
def successors_missing(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Too few reserve cadres is yellow; none at all and nobody young in the two committees is
    red. An unknown age may be a young one, so it never makes red."""
    if facts.reserve is None:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    if facts.reserve >= values["reserve"]:
        return None
    evidence = {"reserve": facts.reserve, "limit": values["reserve"]}
    if facts.reserve or _has_young(facts, values) or facts.ages_missing:
        return Finding(Level.YELLOW, evidence)
    return Finding(Level.RED, {**evidence, "young_age": values["young_age"]})


RULES = (secretary_vacant, successors_missing)
