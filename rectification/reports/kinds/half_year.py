"""The half-year summary (半年小结): results against the year's targets, and the months added up."""

from datetime import date

from rectification.reports.content import ReportContent
from rectification.reports.kinds.again import month_again
from rectification.reports.kinds.building import built
from rectification.reports.kinds.planning import PRACTICES, PROBLEMS, TASKS, Part, Plan
from rectification.reports.topics import (
    boards,
    cadres,
    cases,
    compared,
    economy,
    filing,
    frozen_months,
    goals,
    ground,
    inspections,
    life,
    orders,
    overall,
    practices,
    self_rating,
    stationed,
    task_lists,
    voices,
    warnings,
    works,
)
from villages.common.periods import HalfYear
from villages.common.scope import Scope

_REQUIRED = ("goals", "cases", "warnings", "cadres", "inspections", "orders")
PLAN = Plan(
    topics=(
        ground.tell, filing.tell, task_lists.tell, life.tell, cases.tell, works.tell, warnings.tell,
        cadres.tell, economy.tell, stationed.tell, orders.tell, inspections.tell, voices.tell,
        practices.tell, overall.tell, compared.tell, goals.tell, self_rating.tell, boards.tell,
        frozen_months.telling(month_again),
    ),
    parts=(
        Part("scope", "基本情况", ("ground", "filing")),
        Part("goals", "年度目标进展", ("goals", "frozen_months"), charts=("goals",)),
        Part("key", "重点工作情况", (
            "tasks", "life", "cases", "works", "warnings", "cadres", "economy", "stationed",
            "orders", "inspections", "voices",
        )),
        Part("practices", "好的做法", what=PRACTICES),
        Part("rating", "半年自评", ("self_rating", "boards")),
        Part("problems", "存在的问题", what=PROBLEMS),
        Part("next", "下步打算", _REQUIRED, TASKS),
    ),
    title=lambda label: f"{label}村级党建督导半年小结",
    annexes=("goals", "rating", "boards", "by_month", "corrections", "repeated", "townships", "red",
             "overdue", "compared"),
)  # fmt: skip


def build(period: HalfYear, scope: Scope, on: date | None = None) -> ReportContent:
    """What this kind of report says about a city, a county or a township (see `built`)."""
    return built("half-year", PLAN, period, scope, on)
