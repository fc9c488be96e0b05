"""The quarterly supervision bulletin (季度督导通报), in the order in which departments write it."""

from datetime import date

from rectification.reports.content import ReportContent
from rectification.reports.kinds.building import built
from rectification.reports.kinds.planning import PRACTICES, PROBLEMS, TASKS, Part, Plan
from rectification.reports.topics import (
    boards,
    cadres,
    cases,
    compared,
    economy,
    filing,
    ground,
    inspections,
    life,
    orders,
    overall,
    practices,
    quarter_grades,
    task_lists,
    voices,
    warnings,
    works,
)
from villages.common.periods import Quarter
from villages.common.scope import Scope

# Whose problems are those of the quarter; what stood in the last one too has a section of its own.
_FOUND = (
    "filing", "tasks", "life", "cases", "warnings", "cadres", "economy", "orders", "inspections",
    "voices",
)  # fmt: skip
_REQUIRED = ("inspections", "orders", "cases", "warnings", "cadres", "filing")
PLAN = Plan(
    topics=(
        ground.tell, filing.tell, task_lists.tell, life.tell, cases.tell, works.tell, warnings.tell,
        cadres.tell, economy.tell, orders.tell, inspections.tell, voices.tell, practices.tell,
        overall.tell, compared.tell, quarter_grades.tell, boards.tell,
    ),
    parts=(
        Part("done", "督导开展情况", ("ground", "inspections", "filing")),
        Part("overall", "总体评价", ("quarter_grades", "boards")),
        Part("key", "重点工作情况", (
            "tasks", "life", "cases", "works", "warnings", "cadres", "economy", "orders", "voices",
        )),
        Part("practices", "主要成效", what=PRACTICES),
        Part("problems", "存在的问题", _FOUND, PROBLEMS),
        Part("again", "与上季度比较：反复出现的问题", ("repeated",), PROBLEMS),
        Part("next", "整改要求", _REQUIRED, TASKS),
    ),
    title=lambda label: f"{label}村级党建督导季度通报",
    annexes=("findings", "scores", "boards", "repeated", "townships",
             "red", "overdue", "compared"),
)  # fmt: skip


def build(period: Quarter, scope: Scope, on: date | None = None) -> ReportContent:
    """What this kind of report says about a city, a county or a township (see `built`)."""
    return built("quarterly", PLAN, period, scope, on)
