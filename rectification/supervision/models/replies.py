"""What a unit answers, and the time it asks for."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.supervision.choices import ExtensionAnswer, ReplyAnswer
from rectification.supervision.models.belonging import PartRow
from villages.ledgers.constraints import after, check, filled, once, one_of


class OrderReply(PartRow):
    """A reply (反馈): what was done, whether it is finished, and what the issuer said to it.

    Evidence is words: which paper, where it lies. A file is never demanded.
    """

    seq = models.PositiveSmallIntegerField(_("第几次"))
    text = models.TextField(_("办理情况"), max_length=2000)
    is_done = models.BooleanField(_("是否办结"))
    undone_reason = models.CharField(_("未办结原因"), max_length=300, blank=True, default="")
    evidence = models.CharField(_("佐证"), max_length=300, blank=True, default="")
    replied_on = models.DateField(_("反馈日期"))
    replied_by = models.CharField(_("反馈人"), max_length=80)
    answer = models.CharField(
        _("核查结果"), max_length=8, choices=ReplyAnswer.choices, default=ReplyAnswer.WAITING
    )
    answered_on = models.DateField(_("核查日期"), null=True, blank=True)
    answered_by = models.CharField(_("核查人"), max_length=80, blank=True, default="")
    reason = models.CharField(_("退回原因"), max_length=40, blank=True, default="")
    answer_text = models.CharField(_("核查意见"), max_length=500, blank=True, default="")

    class Meta:
        db_table = "supervision_reply"
        verbose_name = _("反馈")
        verbose_name_plural = _("反馈")
        ordering = ["unit", "seq"]
        constraints = [
            once("order_reply_once", "unit", "seq", message=_("这次反馈已经登记。")),
            once(
                "order_reply_waiting", "unit", where=Q(answer=ReplyAnswer.WAITING),
                message=_("已有一次反馈等待核查。"),
            ),
            one_of("order_reply_answer", "answer", ReplyAnswer),
            filled("order_reply_said", "text", _("请写明办理情况。")),
            check(
                "order_reply_undone", Q(is_done=True) | ~Q(undone_reason=""),
                _("没有办结的,请写明原因。"),
            ),
            check(
                "order_reply_returned", ~Q(answer=ReplyAnswer.RETURNED) | ~Q(reason=""),
                _("退回应选择原因。"),
            ),
            check(
                "order_reply_answered",
                Q(answer=ReplyAnswer.WAITING, answered_on=None)
                | (~Q(answer=ReplyAnswer.WAITING) & Q(answered_on__isnull=False)),
                _("核查过的反馈应有核查日期。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(_("第 %(seq)s 次反馈") % {"seq": self.seq})


class OrderExtension(PartRow):
    """A request for more time (延期)."""

    ordinal = models.PositiveSmallIntegerField(_("第几次"))
    asked_on = models.DateField(_("申请日期"))
    old_due_on = models.DateField(_("原时限"))
    new_due_on = models.DateField(_("申请延至"))
    reason = models.CharField(_("理由"), max_length=300)
    asked_by = models.CharField(_("申请人"), max_length=80, blank=True, default="")
    answer = models.CharField(
        _("审批"), max_length=7, choices=ExtensionAnswer.choices, default=ExtensionAnswer.WAITING
    )
    answered_on = models.DateField(_("审批日期"), null=True, blank=True)
    answered_by = models.CharField(_("审批人"), max_length=80, blank=True, default="")
    answer_text = models.CharField(_("审批意见"), max_length=300, blank=True, default="")

    class Meta:
        db_table = "supervision_extension"
        verbose_name = _("督办延期")
        verbose_name_plural = _("督办延期")
        ordering = ["unit", "ordinal"]
        constraints = [
            once("order_more_time_once", "unit", "ordinal", message=_("这次延期已经登记。")),
            once(
                "order_more_time_waiting", "unit", where=Q(answer=ExtensionAnswer.WAITING),
                message=_("已有一次延期申请等待审批。"),
            ),
            one_of("order_more_time_answer", "answer", ExtensionAnswer),
            filled("order_more_time_why", "reason", _("请写明理由。")),
            after(
                "order_more_time_later", "old_due_on", "new_due_on",
                _("延期后的时限应晚于原时限。"),
            ),
            check(
                "order_more_time_answered",
                Q(answer=ExtensionAnswer.WAITING, answered_on=None)
                | (~Q(answer=ExtensionAnswer.WAITING) & Q(answered_on__isnull=False)),
                _("已审批的延期应有审批日期。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(_("第 %(ordinal)s 次延期") % {"ordinal": self.ordinal})
