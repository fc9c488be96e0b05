"""Targets that a half-year is held against."""

from dataclasses import dataclass

from rectification.reports.told import Known

CALENDAR = "calendar"
TIME = "goal.time"


@dataclass(frozen=True)
class Goal:
    """A target: figures of what is done and of what was set, how they are told, and how a
    sentence says what is left (`{}`). Money is told in ten thousand yuan. A `yearly` one is due
    at the end of the year and held against the time that has passed, another is due by now."""

    key: str
    label: str
    done: str
    target: str
    unit: str
    rest: str
    yearly: bool = True

    @property
    def form(self) -> str:
        """How its figures are printed."""
        return ":wan" if self.unit == "万元" else ""

    def code(self, what: str) -> str:
        """Its own figures: `share`, `rest`."""
        return f"goal.{self.key}.{what}"


GOALS = (
    Goal("income", "经营性收入年度计划", "income.operating_type.plan.now",
         "income.operating_type.plan", "万元",
         "经营性收入离年度计划尚差{}，{=12}月底前完成"),
    Goal("cases", "软弱涣散党组织整顿", "cases.acceptance.passed", "cases.effects.listed", "个",
         "尚有{}整顿村没有验收合格，{=12}月底前完成整改并申请验收"),
    Goal("tasks", "到期任务", "tasks.done", "tasks.due", "项",
         "尚有{}到期任务没有办结，尽快办结", yearly=False),
)  # fmt: skip


def stated(known: Known) -> list[Goal]:
    """Goals with data, in their order."""
    return [goal for goal in GOALS if known.has(goal.code("share"))]
