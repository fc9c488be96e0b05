"""The monthly dispatch bulletin (月调度通报), in the order of §6.1."""

from datetime import date

from rectification.reports.content import ReportContent
from rectification.reports.kinds.building import built
from rectification.reports.kinds.planning import PRACTICES, PROBLEMS, TASKS, Part, Plan
from rectification.reports.topics import (
    cadres,
    cases,
    compared,
    economy,
    filing,
    ground,
    indicators,
    life,
    next_month,
    orders,
    overall,
    practices,
    stationed,
    task_lists,
    warnings,
    works,
)
from villages.common.periods import Month
from villages.common.scope import Scope

PLAN = Plan(
    topics=(
        ground.tell, filing.tell, task_lists.tell, life.tell, cases.tell, works.tell, warnings.tell,
        cadres.tell, economy.tell, stationed.tell, indicators.tell, orders.tell, practices.tell,
        overall.tell, compared.tell, next_month.tell,
    ),
    parts=(
        Part("scope", "基本情况", ("ground", "filing")),
        Part("overall", "总体情况", ("tasks", "overall")),
        Part("key", "重点工作进展", (
            "life", "cases", "works", "warnings", "cadres", "economy", "stationed", "indicators",
        )),
        Part("practices", "好的做法", what=PRACTICES),
        Part("problems", "存在的问题", what=PROBLEMS),
        Part("overdue", "逾期事项和督办情况", ("orders",)),
        Part("next", "下步工作", ("filing", "cases", "warnings", "next_month"), TASKS),
    ),
    title=lambda label: f"{label}村级党建督导月调度通报",
    annexes=(
        "townships", "red", "yellow", "overdue", "slips", "cases", "cases_late", "compared",
        "indicators",
    ),
)  # fmt: skip


def build(period: Month, scope: Scope, on: date | None = None) -> ReportContent:
    """What this kind of report says about a city, a county or a township (see `built`)."""
    return built("monthly", PLAN, period, scope, on)
