"""The plan of a case (一村一策): problems, what is done about them, how far it is each month."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.choices import FoundBy, Severity, WorkLine
from rectification.models.belonging import CaseRow
from rectification.models.words import CaseWord
from rectification.states import ProblemStatus
from villages.ledgers.constraints import (
    a_month,
    check,
    filled,
    in_order,
    once,
    one_of,
    together,
    within,
)

_SOLVED = Q(status__in=[ProblemStatus.SOLVED, ProblemStatus.VERIFIED])


class ProblemItem(CaseRow):
    """A problem of the village (问题清单): solved by the township, verified by the county."""

    seq = models.PositiveSmallIntegerField(_("序号"))
    kind = models.ForeignKey(
        CaseWord, models.PROTECT, related_name="+", verbose_name=_("问题类型"),
        limit_choices_to={"use": "problem"},
    )  # fmt: skip
    description = models.CharField(_("存在问题"), max_length=500)
    found_by = models.CharField(
        _("发现途径"), max_length=12, choices=FoundBy.choices, default=FoundBy.TOWNSHIP
    )
    found_on = models.DateField(_("发现日期"), null=True, blank=True)
    severity = models.CharField(
        _("程度"), max_length=7, choices=Severity.choices, default=Severity.GENERAL
    )
    root_cause = models.CharField(_("根源"), max_length=300, blank=True, default="")
    status = models.CharField(
        _("状态"), max_length=17, choices=ProblemStatus.choices, default=ProblemStatus.OPEN
    )
    solved_on = models.DateField(_("解决日期"), null=True, blank=True)
    solution = models.CharField(_("解决情况"), max_length=500, blank=True, default="")
    verified_on = models.DateField(_("核实日期"), null=True, blank=True)
    verified_by = models.CharField(_("核实人"), max_length=30, blank=True, default="")
    reopened_count = models.PositiveSmallIntegerField(_("重新出现次数"), default=0)

    class Meta:
        verbose_name = _("问题")
        verbose_name_plural = _("问题清单")
        ordering = ["case", "seq"]
        indexes = [models.Index(fields=["county_code", "status"], name="problem_by_status")]
        constraints = [
            once("problem_once", "case", "seq", message=_("这个序号已经用过。")),
            filled("problem_said", "description", _("请填写存在问题。")),
            one_of("problem_found_known", "found_by", FoundBy),
            one_of("problem_severity_known", "severity", Severity),
            one_of("problem_status_known", "status", ProblemStatus),
            check(
                "problem_solved_day", ~_SOLVED | Q(solved_on__isnull=False),
                _("已解决的问题应有解决日期。"),
            ),
            check(
                "problem_open_no_day", _SOLVED | Q(solved_on=None, verified_on=None),
                _("没有解决的问题不能有解决日期。"),
            ),
            check(
                "problem_verified_day",
                ~Q(status=ProblemStatus.VERIFIED) | Q(verified_on__isnull=False),
                _("已核实的问题应有核实日期。"),
            ),
            together(
                "problem_verified_by", "verified_on", "verified_by", _("核实应有日期和核实人。")
            ),
            in_order(
                "problem_solved_in_order", "found_on", "solved_on",
                _("解决日期不能早于发现日期。"),
            ),
            in_order(
                "problem_verified_in_order", "solved_on", "verified_on",
                _("核实日期不能早于解决日期。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.seq}. {self.description}"


class TaskItem(CaseRow):
    """A measure against a problem (任务清单), with who answers for it and by when."""

    problem = models.ForeignKey(
        ProblemItem, models.PROTECT, null=True, blank=True, related_name="tasks",
        verbose_name=_("针对的问题"),
    )  # fmt: skip
    seq = models.PositiveSmallIntegerField(_("序号"))
    line = models.CharField(_("工作线"), max_length=8, choices=WorkLine.choices)
    measure = models.CharField(_("整顿措施"), max_length=500)
    target = models.CharField(_("目标"), max_length=200, blank=True, default="")
    leader = models.CharField(_("责任领导"), max_length=40, blank=True, default="")
    lead_unit = models.CharField(_("责任单位"), max_length=60, blank=True, default="")
    lead_person = models.CharField(_("责任人"), max_length=40, blank=True, default="")
    coop_units = models.CharField(_("配合单位"), max_length=200, blank=True, default="")
    start_on = models.DateField(_("开始日期"), null=True, blank=True)
    due_on = models.DateField(_("完成时限"), null=True, blank=True)
    progress = models.PositiveSmallIntegerField(_("进度(%)"), default=0)
    progress_text = models.CharField(_("进展情况"), max_length=500, blank=True, default="")
    progressed_on = models.DateField(_("进展日期"), null=True, blank=True)
    done_on = models.DateField(_("完成日期"), null=True, blank=True)
    delayed_reason = models.CharField(_("滞后原因"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("整顿任务")
        verbose_name_plural = _("任务清单")
        ordering = ["case", "seq"]
        constraints = [
            once("task_once", "case", "seq", message=_("这个序号已经用过。")),
            filled("task_said", "measure", _("请填写整顿措施。")),
            one_of("task_line_known", "line", WorkLine),
            within("task_progress", "progress", 0, 100, _("进度应在 0 到 100 之间。")),
            in_order("task_due_in_order", "start_on", "due_on", _("完成时限不能早于开始日期。")),
            in_order("task_done_in_order", "start_on", "done_on", _("完成日期不能早于开始日期。")),
            check(
                "task_done_whole", Q(done_on=None) | Q(progress=100),
                _("有完成日期的任务进度应为 100%。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.seq}. {self.measure}"


class CaseProgress(CaseRow):
    """How far a case is at the end of a month (月进展), as filed by the township."""

    month = models.PositiveIntegerField(_("月份"))
    percent = models.PositiveSmallIntegerField(_("整顿进度(%)"))
    text = models.CharField(_("本月进展"), max_length=500, blank=True, default="")

    class Meta:
        verbose_name = _("整顿月进展")
        verbose_name_plural = _("整顿月进展")
        ordering = ["case", "month"]
        constraints = [
            once("progress_once", "case", "month", message=_("这个月的进展已经登记。")),
            a_month("progress_month", "month", _("月份应写作 202610 这样的形式。")),
            within("progress_percent", "percent", 0, 100, _("进度应在 0 到 100 之间。")),
        ]

    def __str__(self) -> str:
        return f"{self.month} {self.percent}%"
