"""More time, revisits, and the papers of a case."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.choices import AnnexKind, ExtensionAnswer, RevisitResult
from rectification.models.belonging import CaseRow
from rectification.models.plans import ProblemItem, TaskItem
from rectification.querysets import RestrictedRows
from villages.ledgers.constraints import after, check, filled, once, one_of, within


class CaseExtension(CaseRow):
    """A request for more time; the third and later ones need a county leader."""

    ordinal = models.PositiveSmallIntegerField(_("第几次"))
    asked_on = models.DateField(_("申请日期"))
    old_deadline = models.DateField(_("原时限"))
    new_deadline = models.DateField(_("申请延至"))
    reason = models.CharField(_("理由"), max_length=300)
    answer = models.CharField(
        _("审批"), max_length=7, choices=ExtensionAnswer.choices, default=ExtensionAnswer.WAITING
    )
    answered_on = models.DateField(_("审批日期"), null=True, blank=True)
    answered_by = models.CharField(_("审批人"), max_length=40, blank=True, default="")
    answer_text = models.CharField(_("审批意见"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("延期")
        verbose_name_plural = _("延期")
        ordering = ["case", "ordinal"]
        constraints = [
            once("extension_once", "case", "ordinal", message=_("这次延期已经登记。")),
            once(
                "extension_waiting_once", "case", where=Q(answer=ExtensionAnswer.WAITING),
                message=_("已有一次延期申请等待审批。"),
            ),
            one_of("extension_answer_known", "answer", ExtensionAnswer),
            filled("extension_why", "reason", _("请写明理由。")),
            after(
                "extension_later", "old_deadline", "new_deadline", _("延期后的时限应晚于原时限。")
            ),
            check(
                "extension_answered",
                Q(answer=ExtensionAnswer.WAITING, answered_on=None)
                | (~Q(answer=ExtensionAnswer.WAITING) & Q(answered_on__isnull=False)),
                _("已审批的延期应有审批日期。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(_("第 %(ordinal)s 次延期") % {"ordinal": self.ordinal})


class CaseRevisit(CaseRow):
    """A revisit (回头看) so many months after closing; it appears by itself."""

    months = models.PositiveSmallIntegerField(_("销号后第几个月"))
    due_on = models.DateField(_("应回访日期"))
    held_on = models.DateField(_("回访日期"), null=True, blank=True)
    visitors = models.CharField(_("回访人"), max_length=120, blank=True, default="")
    result = models.CharField(
        _("结果"), max_length=8, choices=RevisitResult.choices, blank=True, default=""
    )
    text = models.CharField(_("情况"), max_length=500, blank=True, default="")

    class Meta:
        verbose_name = _("回访")
        verbose_name_plural = _("回访")
        ordering = ["due_on", "id"]
        constraints = [
            once("revisit_once", "case", "months", message=_("这次回访已经登记。")),
            within("revisit_months", "months", 1, 60, _("月数应在 1 到 60 之间。")),
            one_of("revisit_result_known", "result", RevisitResult, blank=True),
            check(
                "revisit_told",
                Q(held_on=None, result="")
                | (Q(held_on__isnull=False) & ~Q(result="") & ~Q(visitors="")),
                _("已回访的应写明日期、回访人和结果。"),
            ),
            check(
                "revisit_problem_said",
                Q(result__in=["", RevisitResult.HELD]) | ~Q(text=""),
                _("发现问题的应写明情况。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(_("%(months)s 个月回访") % {"months": self.months})


class CaseAnnex(CaseRow):
    """A paper of the case file: its title and number, and the file where there is one.

    Papers are never demanded: a step asks for words and numbers, not for scans. Files are kept
    once under their checksum. `restricted` papers are for the county alone and never printed.
    """

    kind = models.CharField(_("类别"), max_length=10, choices=AnnexKind.choices)
    title = models.CharField(_("名称"), max_length=120)
    document_no = models.CharField(_("文号"), max_length=60, blank=True, default="")
    dated_on = models.DateField(_("日期"), null=True, blank=True)
    restricted = models.BooleanField(_("限县级知悉"), default=False)
    problem = models.ForeignKey(
        ProblemItem, models.SET_NULL, null=True, blank=True, related_name="annexes",
        verbose_name=_("问题"),
    )  # fmt: skip
    task = models.ForeignKey(
        TaskItem, models.SET_NULL, null=True, blank=True, related_name="annexes",
        verbose_name=_("任务"),
    )  # fmt: skip
    file_name = models.CharField(_("文件名"), max_length=160, blank=True, default="")
    media_type = models.CharField(_("文件类型"), max_length=80, blank=True, default="")
    size = models.PositiveIntegerField(_("大小(字节)"), null=True, blank=True)
    sha256 = models.CharField(_("校验值"), max_length=64, blank=True, default="")

    objects: ClassVar[Any] = RestrictedRows.as_manager()

    class Meta:
        verbose_name = _("卷内材料")
        verbose_name_plural = _("卷内材料")
        ordering = ["case", "dated_on", "id"]
        constraints = [
            once(
                "annex_once", "case", "title", "document_no", message=_("这份材料已经登记。")
            ),
            one_of("annex_kind_known", "kind", AnnexKind),
            filled("annex_titled", "title", _("请填写名称。")),
            check(
                "annex_file_whole",
                Q(sha256="", file_name="", size=None)
                | (~Q(sha256="") & ~Q(file_name="") & Q(size__isnull=False)),
                _("文件应有名称、大小和校验值。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title
