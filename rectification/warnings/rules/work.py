"""W27: rectification that is late or was not accepted."""

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


def _measures(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    if not facts.cases:
        return ()
    return (
        Measure("整顿任务逾期", "天", facts.task_late_days, Bad.ABOVE, values["yellow_days"],
                values["red_days"]),
        Measure("已批准延期", "次", facts.case_extensions, Bad.REACHED,
                red=values["red_extensions"]),
        Measure("验收不合格", "次", int(facts.case_failed), Bad.REACHED, red=1),
    )  # fmt: skip


@rule(
    "W27",
    "整顿任务逾期",
    Category.RECTIFICATION,
    basis="整顿任务逾期的提示催办,逾期超过半个月、第二次延期或验收不合格的升级处理。",
    thresholds={
        "yellow_days": Threshold(0, "任务逾期超过此天数为黄色", "天"),
        "red_days": Threshold(15, "任务逾期超过此天数为红色", "天"),
        "red_extensions": Threshold(2, "批准延期达到此次数为红色", "次"),
    },
    examples=Examples(
        red=VillageFacts(10, cases=1, task_late_days=16),
        yellow=VillageFacts(10, cases=1, task_late_days=1),
        green=VillageFacts(10, cases=1),
        unknown=VillageFacts(10),
    ),
    source="rectification.TaskItem.due_on",
    ledgers=("cases", "case-tasks", "case-extensions", "acceptances"),
    measuring=_measures,
)
def rectification_late(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Only open cases count; a failed acceptance weighs until a later one is passed."""
    if facts.cases is None:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    if not facts.cases:
        return None
    if facts.case_failed:
        return Finding(Level.RED, {"why": "failed"})
    if facts.case_extensions >= values["red_extensions"]:
        told = {"count": facts.case_extensions, "limit": values["red_extensions"]}
        return Finding(Level.RED, {"why": "extended", **told})
    for level, key in ((Level.RED, "red_days"), (Level.YELLOW, "yellow_days")):
        if facts.task_late_days > values[key]:
            told = {"days": facts.task_late_days, "limit": values[key]}
            return Finding(level, {"why": "late", **told})
    return None


RULES = (rectification_late,)
