"""Problems, tasks and progress."""

from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rectification.actions import problems
from rectification.ledgers.belonging import (
    CASE_ITEMS,
    all_of,
    in_case,
    kept_in,
    of_case,
    same_case,
)
from rectification.ledgers.checks import of_use
from rectification.ledgers.numbering import next_seq
from rectification.ledgers.plan_verbs import PROGRESS, REOPEN, SOLVE, START, VERIFY
from rectification.models import CaseProgress, ProblemItem, TaskItem
from rectification.perms import (
    may_keep_cases,
    may_see_cases,
)
from rectification.states import UNDER_WORK, WORKABLE
from villages.common.columns import Column
from villages.ledgers.declaring import Chart, Item, Ledger, Part


def measures_url(row: dict[str, Any]) -> str:
    """What held against this kind of problem elsewhere."""
    return f"{reverse('cases:measures')}?kind={row['kind_key']}" if row["kind_key"] else ""


MEASURES = Column(
    "measures", _("做法参考"), computed=True, needs=("kind_key",), visible=False, width=10,
    show=lambda row: str(_("看哪些做法管用")) if row["kind_key"] else "", href=measures_url,
    help=_("同类问题在别的村用什么办法解决并巩固住了。"),
)  # fmt: skip

PROBLEMS = Ledger(
    key="case-problems",
    hub="cases",
    model=ProblemItem,
    title=_("问题清单"),
    one=_("问题"),
    title_en="problems of cases",
    one_en="problem of a case",
    items=(
        *CASE_ITEMS,
        Item("seq", fixed=True, width=6, find=next_seq(ProblemItem, "description")),
        Item("kind", by="name", chosen=True),
        Item("description", wide=True, width=36),
        Item("found_by", chosen=True, shown=False),
        Item("found_on", shown=False),
        Item("severity", chosen=True),
        Item("root_cause", wide=True, shown=False, width=24),
        Item("status", chosen=True, asked=False),
        Item("solved_on", asked=False),
        Item("solution", asked=False, wide=True, shown=False, width=30),
        Item("verified_on", asked=False, shown=False),
        Item("verified_by", asked=False, shown=False),
        Item("reopened_count", asked=False, shown=False),
    ),
    natural_key=("village", "case", "seq"),
    order=("-case__listed_year", "village__code", "case", "seq"),
    may_read=may_see_cases,
    may_write=may_keep_cases,
    annotate=lambda rows, _on: rows.annotate(kind_key=F("kind__uid")),
    columns=(MEASURES,),
    check=all_of(in_case(*WORKABLE), of_use("problem")),
    holds=kept_in(*WORKABLE),
    settle=of_case,
    verbs=(START, SOLVE, VERIFY, REOPEN),
    parts=(Part("case-tasks", "problem"),),
    charts=(
        Chart("kinds", _("按状态"), by="status", unit=_("个")),
        Chart("townships", _("按乡镇"), by="township", unit=_("个")),
    ),
    search=("description",),
    names=problems.named,
    empty=_("还没有问题。制定方案时逐条登记,每条至少对应一项任务。"),
)
TASKS = Ledger(
    key="case-tasks",
    hub="cases",
    model=TaskItem,
    title=_("任务清单"),
    one=_("任务"),
    title_en="tasks of cases",
    one_en="task of a case",
    items=(
        *CASE_ITEMS,
        Item("problem", by="description", width=30, shown=False),
        Item("seq", fixed=True, width=6, find=next_seq(TaskItem, "measure")),
        Item("line", chosen=True),
        Item("measure", wide=True, width=36),
        Item("target", wide=True, shown=False, width=24),
        Item("leader", shown=False),
        Item("lead_unit", chosen=True),
        Item("lead_person"),
        Item("coop_units", shown=False),
        Item("start_on", shown=False),
        Item("due_on", chosen=True),
        Item("progress", asked=False),
        Item("progress_text", asked=False, wide=True, shown=False, width=30),
        Item("progressed_on", asked=False, shown=False),
        Item("done_on", asked=False),
        Item("delayed_reason", asked=False, wide=True, shown=False, width=24),
    ),
    natural_key=("village", "case", "seq"),
    order=("-case__listed_year", "village__code", "case", "seq"),
    may_read=may_see_cases,
    may_write=may_keep_cases,
    annotate=lambda rows, _on: rows.annotate(kind_key=F("problem__kind__uid")),
    columns=(MEASURES,),
    check=all_of(in_case(*WORKABLE), same_case("problem")),
    holds=kept_in(*WORKABLE),
    settle=of_case,
    verbs=(PROGRESS,),
    charts=(Chart("lines", _("按工作线"), by="line", unit=_("项")),),
    search=("measure", "lead_person", "lead_unit"),
    names=lambda row: f"{row.village.name} {row}",
    see_also=((_("看哪些做法管用"), "cases:measures"),),
    empty=_("还没有任务。每个问题至少一项,写明责任人和完成时限。"),
)
MONTHS = Ledger(
    key="case-progress",
    hub="cases",
    model=CaseProgress,
    title=_("整顿月进展"),
    one=_("月进展"),
    title_en="monthly progress of cases",
    one_en="monthly progress of a case",
    items=(
        *CASE_ITEMS,
        Item("month", fixed=True),
        Item("percent"),
        Item("text", wide=True, width=40),
    ),
    natural_key=("village", "case", "month"),
    order=("-month", "village__code"),
    month="month",
    may_read=may_see_cases,
    may_write=may_keep_cases,
    check=in_case(*UNDER_WORK),
    holds=kept_in(*UNDER_WORK),
    settle=of_case,
    names=lambda row: f"{row.village.name} {row}",
    empty=_("还没有月进展。乡镇每月填报,或者在这里登记。"),
)
LEDGERS: tuple[Ledger, ...] = (PROBLEMS, TASKS, MONTHS)
