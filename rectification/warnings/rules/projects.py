"""W25: support projects that lie behind."""

from collections.abc import Iterator

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

_POINT = 100


def _measures(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    stopped = facts.projects_stopped if facts.projects is not None else None
    yellow, red = values["yellow_points"] * _POINT, values["red_points"] * _POINT
    return (
        Measure("落后计划(达到为黄)", "百分点", facts.project_behind, Bad.REACHED, yellow,
                scale=_POINT, places=2),
        Measure("落后计划(超过为红)", "百分点", facts.project_behind, Bad.ABOVE, red=red,
                scale=_POINT, places=2),
        Measure("资金到账后未开工", "个月", facts.project_waiting_months, Bad.REACHED,
                red=values["red_waiting_months"]),
        Measure("资金到账后没有支出", "个月", facts.project_unspent_months, Bad.REACHED,
                red=values["red_unspent_months"]),
        Measure("闲置或失败的项目", "个", stopped, Bad.REACHED, red=values["red_stopped"]),
    )  # fmt: skip


@rule(
    "W25",
    "扶持项目进度滞后",
    Category.ECONOMY,
    basis="扶持项目落后计划 10 至 30 个百分点的黄色预警,超过 30 个百分点或资金到账 3 个月未开工的"
    "红色预警,每月更新。",
    thresholds={
        "yellow_points": Threshold(10, "落后计划达到此数为黄色", "百分点"),
        "red_points": Threshold(30, "落后计划超过此数为红色", "百分点"),
        "red_waiting_months": Threshold(3, "资金到账满此月数仍未开工为红色", "个月"),
        "red_unspent_months": Threshold(12, "资金到账满此月数没有支出为红色", "个月"),
        "red_stopped": Threshold(1, "闲置或失败的项目达到此数为红色", "个"),
    },
    examples=Examples(
        red=VillageFacts(10, projects=1, project_behind=3_001),
        yellow=VillageFacts(10, projects=1, project_behind=1_000),
        green=VillageFacts(10, projects=1, project_behind=999),
        unknown=VillageFacts(10),
    ),
    source="collective_economy.Project.progress",
    ledgers=("support-projects", "project-funds"),
    measuring=_measures,
)
def project_behind(facts: VillageFacts, values: Parameters) -> Finding | None:
    """The worst of the projects that the village leads. Work without planned dates lies behind
    nobody knows what."""
    if facts.projects is None:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    for why, number, key in _reds(facts):
        if number is not None and number >= values[key]:
            return Finding(Level.RED, {"why": why, "count": number, "limit": values[key]})
    behind = facts.project_behind or 0
    if behind > values["red_points"] * _POINT:
        return Finding(Level.RED, _late(behind, values["red_points"]))
    if behind and behind >= values["yellow_points"] * _POINT:
        return Finding(Level.YELLOW, _late(behind, values["yellow_points"]))
    return Finding(Level.UNKNOWN, {"why": "no_plan"}) if facts.projects_unplanned else None


def _reds(facts: VillageFacts) -> Iterator[tuple[str, int | None, str]]:
    yield "stopped", facts.projects_stopped or None, "red_stopped"
    yield "waiting", facts.project_waiting_months, "red_waiting_months"
    yield "unspent", facts.project_unspent_months, "red_unspent_months"


def _late(behind: int, limit: int) -> dict[str, int | str]:
    return {"why": "behind", "hundredths": behind, "limit": limit}


RULES = (project_behind,)
