"""Bodies that join villages and units (跨村联建、党建共同体), with dated shares."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from branches.joint.choices import BodyKind
from villages.common.scope import Scope
from villages.ledgers.constraints import (
    after,
    check,
    filled,
    in_order,
    not_negative,
    once,
    one_of,
    together,
    within,
)
from villages.ledgers.models import CountyRows, LedgerRow, VillageRows
from villages.models import Village


class BodyRows(CountyRows):
    """Joint bodies: a township sees those that one of its villages has belonged to."""

    def in_scope(self, scope: Scope | None) -> Self:
        """Bodies of the county, or of a village, inside the territory."""
        if not scope or scope.everything:
            return super().in_scope(scope)
        inside = JointMember.objects.in_scope(scope).filter(body=OuterRef("pk"))
        condition = self.scope_path.condition(scope) if self.scope_path else None
        return self.filter(Exists(inside) | condition if condition else Exists(inside))

    def on(self, day: date) -> Self:
        """Those that exist on a day; the day of ending is no longer one."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day), founded_on__lte=day)


class MemberRows(VillageRows):
    """Members of joint bodies; a township sees its own villages'."""

    def on(self, day: date) -> Self:
        """Those that belong to their body on a day; the day of leaving is no longer one."""
        return self.filter(Q(left_on=None) | Q(left_on__gt=day), joined_on__lte=day)


class JointBody(LedgerRow):
    """Villages and units joined under one roof. Its numbers hold as of `stated_on`, for all."""

    name = models.CharField(_("名称"), max_length=60)
    kind = models.CharField(_("类型"), max_length=16, choices=BodyKind.choices)
    lead = models.CharField(_("牵头村或单位"), max_length=60)
    founded_on = models.DateField(_("成立日期"))
    approved_on = models.DateField(_("批准日期"), null=True, blank=True)
    approval_no = models.CharField(_("批准文号"), max_length=60, blank=True, default="")
    ended_on = models.DateField(_("终止日期"), null=True, blank=True)
    end_reason = models.CharField(_("终止原因"), max_length=200, blank=True, default="")
    stated_on = models.DateField(_("数据日期"), null=True, blank=True)
    cooperatives = models.PositiveIntegerField(_("合作社数"), null=True, blank=True)
    households = models.PositiveIntegerField(_("入社农户"), null=True, blank=True)
    pooled_mu = models.DecimalField(
        _("流转整合土地"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    income_fen = models.BigIntegerField(_("联合经营收入"), null=True, blank=True)

    objects: ClassVar[Any] = BodyRows.as_manager()

    class Meta:
        verbose_name = _("联建组织")
        verbose_name_plural = _("联建组织")
        ordering = ["name"]
        constraints = [
            once("joint_name_once", "county_code", "name", where=Q(ended_on=None),
                 message=_("已有同名的联建组织。")),
            filled("joint_has_name", "name", _("名称不能为空。")),
            filled("joint_has_lead", "lead", _("要写明牵头村或牵头单位。")),
            one_of("joint_kind_known", "kind", BodyKind, _("没有这种类型。")),
            in_order("joint_ends_after", "founded_on", "ended_on",
                     _("终止日期不能早于成立日期。")),
            in_order("joint_stated_after", "founded_on", "stated_on",
                     _("数据日期不能早于成立日期。")),
            together("joint_approval_whole", "approved_on", "approval_no",
                           _("批准日期和批准文号要一起填写。")),
            together("joint_end_whole", "ended_on", "end_reason",
                           _("终止日期和终止原因要一起填写。")),
            check("joint_numbers_dated",
                    Q(stated_on__isnull=False)
                    | Q(cooperatives=None, households=None, pooled_mu=None, income_fen=None),
                    _("填写了数据就要写明数据日期。")),
            not_negative("joint_land_positive", "pooled_mu", message=_("土地面积不能是负数。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class JointMember(LedgerRow):
    """A village, or a named unit outside, in a joint body from `joined_on` to `left_on`.

    `left_on` is the first day outside. `share_percent` holds for the whole stretch: another
    share is another row, made for all members at once by `set_shares`.
    """

    body = models.ForeignKey(
        JointBody, models.PROTECT, related_name="members", verbose_name=_("联建组织")
    )
    village = models.ForeignKey(
        Village, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("村")
    )
    unit_name = models.CharField(_("其他成员单位"), max_length=60, blank=True, default="")
    joined_on = models.DateField(_("加入日期"))
    left_on = models.DateField(_("退出日期"), null=True, blank=True)
    share_percent = models.DecimalField(
        _("份额"), max_digits=5, decimal_places=2, null=True, blank=True
    )

    objects: ClassVar[Any] = MemberRows.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("联建成员")
        verbose_name_plural = _("联建成员")
        ordering = ["body", "joined_on", "id"]
        constraints = [
            once("joint_village_once", "body", "village", where=Q(left_on=None),
                 message=_("这个村已经在这个联建组织里。")),
            once("joint_unit_once", "body", "unit_name",
                 where=Q(left_on=None) & ~Q(unit_name=""),
                 message=_("这个单位已经在这个联建组织里。")),
            once("joint_village_day_once", "body", "village", "joined_on",
                 message=_("这个村在这一天已有一条加入记录。")),
            check("joint_village_or_unit",
                    (Q(village__isnull=False) & Q(unit_name=""))
                    | (Q(village=None) & ~Q(unit_name="")),
                    _("成员是村或其他单位,二者填一项。")),
            after("joint_leaves_after", "joined_on", "left_on", _("退出日期要晚于加入日期。")),
            within(
                "joint_share_in_range", "share_percent", Decimal(0), Decimal(100),
                _("份额在 0 和 100% 之间。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.body}:{self.member_name}"

    @property
    def member_name(self) -> str:
        """The village with its township, for two may have one name; else the unit's name."""
        return self.village.full_name if self.village else self.unit_name
