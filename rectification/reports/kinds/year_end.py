"""The year-end assessment bulletin (年终考核通报): results, grades, the year's work, next year."""

from datetime import date

from rectification.reports.content import ReportContent
from rectification.reports.kinds.again import month_again
from rectification.reports.kinds.building import built
from rectification.reports.kinds.planning import PRACTICES, PROBLEMS, TASKS, Part, Plan
from rectification.reports.topics import (
    assessment,
    cadres,
    cases,
    economy,
    filing,
    frozen_months,
    ground,
    next_month,
    practices,
    stationed,
    warnings,
    works,
)
from villages.common.periods import Year
from villages.common.scope import Scope

PLAN = Plan(
    topics=(
        ground.tell, filing.tell, assessment.tell, cases.tell, works.tell, warnings.tell,
        cadres.tell, economy.tell, stationed.tell, practices.tell,
        frozen_months.telling(month_again), next_month.tell,
    ),
    parts=(
        Part("scope", "基本情况", ("ground", "filing")),
        Part("results", "考核结果", ("assessment",)),
        Part("key", "全年工作情况", (
            "frozen_months", "cases", "works", "warnings", "cadres", "economy", "stationed",
        )),
        Part("practices", "好的做法", what=PRACTICES),
        Part("problems", "存在的问题", what=PROBLEMS),
        Part("next", "下一年度工作", what=TASKS),
    ),
    title=lambda label: f"{label}村级党建督导年终考核通报",
    annexes=("score_sheet", "score_missing", "vetoes", "objections", "townships", "red"),
)  # fmt: skip


def build(period: Year, scope: Scope, on: date | None = None) -> ReportContent:
    """What this kind of report says about a city, a county or a township (see `built`)."""
    return built("year-end", PLAN, period, scope, on)
