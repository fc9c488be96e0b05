"""Recruiting members: the dated steps of one person without a name."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from branches.choices import Stage
from branches.models.branches import PartyBranch
from villages.ledgers.constraints import check, filled, in_order, needs, once, one_of, within
from villages.ledgers.models import VillageRow


def _day(label: Any) -> "models.DateField[Any, Any]":
    return models.DateField(label, null=True, blank=True)


def _count(label: Any) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(label, null=True, blank=True)


class DevelopmentRecord(VillageRow):
    """The dates of one person's way into the party, under a local number instead of a name.

    `age` is that at the application, `introducers` and `contacts` are counts of formal members.
    `stage` follows from the dates. Whether the dates keep the rules is `branches.development`.
    """

    branch = models.ForeignKey(
        PartyBranch, models.PROTECT, related_name="recruits", verbose_name=_("党组织")
    )
    serial = models.CharField(_("编号"), max_length=20)
    stage = models.CharField(
        _("所处阶段"), max_length=12, choices=Stage.choices, default=Stage.APPLICANT
    )
    age = _count(_("申请时年龄"))
    applied_on = models.DateField(_("递交申请日期"))
    talked_on = _day(_("谈话日期"))
    activist_on = _day(_("确定积极分子日期"))
    activist_filed_on = _day(_("积极分子备案日期"))
    contacts = _count(_("培养联系人数"))
    reviewed_on = _day(_("最近考察日期"))
    publicity_from = _day(_("公示开始"))
    publicity_to = _day(_("公示结束"))
    candidate_on = _day(_("确定发展对象日期"))
    introducers = _count(_("入党介绍人数"))
    political_review_on = _day(_("政治审查日期"))
    training_days = _count(_("集中培训天数"))
    training_hours = _count(_("集中培训学时"))
    pre_review_on = _day(_("预审日期"))
    assembly_on = _day(_("接收大会日期"))
    approved_on = _day(_("上级批准日期"))
    oath_on = _day(_("入党宣誓日期"))
    prolonged_months = _count(_("延长预备期月数"))
    formal_assembly_on = _day(_("转正大会日期"))
    formal_approved_on = _day(_("转正批准日期"))
    cancelled_on = _day(_("取消资格日期"))

    class Meta:
        verbose_name = _("发展党员记录")
        verbose_name_plural = _("发展党员记录")
        ordering = ["branch", "serial"]
        constraints = [
            once("recruit_serial_once", "branch", "serial", message=_("这个党组织已有这个编号。")),
            filled("recruit_has_serial", "serial", _("编号不能为空。")),
            # 18 digits would be somebody's identity number.
            check(
                "recruit_serial_no_identity", ~Q(serial__regex=r"[0-9]{11}"),
                _("编号不能使用身份证号或电话号码,请用本村自编的号。"),
            ),
            one_of("recruit_stage", "stage", Stage, _("没有这样的阶段。")),
            within("recruit_age", "age", 10, 100, _("申请时年龄应为 10 至 100 岁。")),
            in_order(
                "recruit_talk_order", "applied_on", "talked_on", _("谈话不能早于递交申请。")
            ),
            in_order(
                "recruit_activist_order", "applied_on", "activist_on",
                _("确定积极分子不能早于递交申请。"),
            ),
            in_order(
                "recruit_activist_filed", "activist_on", "activist_filed_on",
                _("备案不能早于确定积极分子。"),
            ),
            in_order(
                "recruit_review_order", "activist_on", "reviewed_on",
                _("考察不能早于确定积极分子。"),
            ),
            needs(
                "recruit_candidate_needs", "candidate_on", "activist_on",
                _("先要确定为积极分子,才能确定为发展对象。"),
            ),
            in_order(
                "recruit_candidate_order", "activist_on", "candidate_on",
                _("确定发展对象不能早于确定积极分子。"),
            ),
            in_order(
                "recruit_publicity_order", "publicity_from", "publicity_to",
                _("公示结束不能早于公示开始。"),
            ),
            needs(
                "recruit_assembly_needs", "assembly_on", "candidate_on",
                _("先要确定为发展对象,才能接收为预备党员。"),
            ),
            in_order(
                "recruit_assembly_order", "candidate_on", "assembly_on",
                _("接收大会不能早于确定发展对象。"),
            ),
            in_order(
                "recruit_pre_review_order", "pre_review_on", "assembly_on",
                _("接收大会不能早于预审。"),
            ),
            needs(
                "recruit_approval_needs", "approved_on", "assembly_on",
                _("先要经支部大会接收,上级才能批准。"),
            ),
            in_order(
                "recruit_approval_order", "assembly_on", "approved_on",
                _("上级批准不能早于接收大会。"),
            ),
            in_order(
                "recruit_oath_order", "approved_on", "oath_on", _("入党宣誓不能早于上级批准。")
            ),
            needs(
                "recruit_formal_needs", "formal_assembly_on", "approved_on",
                _("先要批准为预备党员,才能转正。"),
            ),
            in_order(
                "recruit_formal_order", "approved_on", "formal_assembly_on",
                _("转正大会不能早于批准为预备党员。"),
            ),
            needs(
                "recruit_turned_needs", "formal_approved_on", "formal_assembly_on",
                _("先要经支部大会讨论转正,上级才能批准。"),
            ),
            in_order(
                "recruit_turned_order", "formal_assembly_on", "formal_approved_on",
                _("转正批准不能早于转正大会。"),
            ),
            needs(
                "recruit_cancel_needs", "cancelled_on", "assembly_on",
                _("只有预备党员才会被取消预备党员资格。"),
            ),
            in_order(
                "recruit_cancel_order", "assembly_on", "cancelled_on",
                _("取消资格不能早于接收大会。"),
            ),
            check(
                "recruit_turned_or_cancelled", Q(cancelled_on=None) | Q(formal_approved_on=None),
                _("已批准转正的,不能同时取消预备党员资格。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.branch} {self.serial}"
