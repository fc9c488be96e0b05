"""Where people may act, who stands in for whom, and requests that need a second person."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from villages.accounts.choices import RequestState, Role
from villages.accounts.models.fields import new_uid
from villages.accounts.models.user import User
from villages.common import clock
from villages.querysets import ScopedQuerySet, ScopePath


class DatedAccess(ScopedQuerySet):
    """Rights with a first and a last day."""

    def in_force(self, day: date) -> Self:
        """Rights that hold on a day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


class JurisdictionQuerySet(DatedAccess):
    """Jurisdictions, placed by their unit."""

    scope_path = ScopePath("unit_code", "unit_code", "unit_code")

    def visible_to(self, user: Any) -> Self:
        """Those of people whom the user may see."""
        return self.filter(user__in=User.objects.visible_to(user))


class Jurisdiction(models.Model):
    """A unit in which a person may act (管辖), from a day to a day.

    `unit_code` has 2, 4, 6, 9 or 12 digits and covers everything below it. Several rows may
    hold at once: several counties, several villages.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    user = models.ForeignKey(
        User, models.PROTECT, related_name="jurisdictions", verbose_name=_("用户")
    )
    unit_code = models.CharField(_("区划代码"), max_length=12)
    starts_on = models.DateField(_("开始日期"), default=clock.today)
    ends_on = models.DateField(_("结束日期"), null=True, blank=True)
    reason = models.CharField(_("依据"), max_length=200, blank=True, default="")
    granted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = JurisdictionQuerySet.as_manager()

    class Meta:
        verbose_name = _("管辖")
        verbose_name_plural = _("管辖")
        ordering = ["unit_code"]
        indexes = [models.Index(fields=["unit_code"], name="jurisdiction_by_unit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit_code__regex=r"^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$"),
                name="jurisdiction_code_digits",
                violation_error_message=_("区划代码应为 2、4、6、9 或 12 位数字。"),
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="jurisdiction_days_in_order",
                violation_error_message=_("结束日期不能早于开始日期。"),
            ),
            models.UniqueConstraint(
                fields=["user", "unit_code", "starts_on"],
                name="jurisdiction_once_a_day",
                violation_error_message=_("这个管辖已经登记。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.unit_code}"


class DelegationQuerySet(DatedAccess):
    """Deputyships."""

    def visible_to(self, user: Any) -> Self:
        """One's own, on either side, and those of people whom the user may see."""
        own = Q(principal=user.pk) | Q(deputy=user.pk)
        return self.filter(own | Q(principal__in=User.objects.visible_to(user)))


class Delegation(models.Model):
    """While somebody is away a colleague acts for them (代理); both names stand in the trail."""

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    principal = models.ForeignKey(
        User, models.PROTECT, related_name="delegations_given", verbose_name=_("委托人")
    )
    deputy = models.ForeignKey(
        User, models.PROTECT, related_name="delegations_held", verbose_name=_("代理人")
    )
    starts_on = models.DateField(_("开始日期"))
    ends_on = models.DateField(_("结束日期"))
    reason = models.CharField(_("原因"), max_length=200)
    created_at = models.DateTimeField(_("登记时间"), default=clock.instant)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = _("代理")
        verbose_name_plural = _("代理")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(principal=F("deputy")),
                name="delegation_not_to_oneself",
                violation_error_message=_("不能委托自己代理。"),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="delegation_days_in_order",
                violation_error_message=_("结束日期不能早于开始日期。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.principal_id} → {self.deputy_id}"


class AccessRequestQuerySet(ScopedQuerySet):
    """Requests for a role or a place."""

    def visible_to(self, user: Any) -> Self:
        """One's own; for security administrators and ministers those about their territory."""
        own = Q(requested_by=user.pk)
        if getattr(user, "role", "") not in {Role.SECURITY_ADMIN, Role.COUNTY_MINISTER}:
            return self.filter(own)
        return self.filter(own | Q(subject__in=User.objects.inside(user.territory)))


class AccessRequest(models.Model):
    """A change of role or jurisdiction that a second person must grant.

    Nobody grants his own request, nor one about himself; the database says so too.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    subject = models.ForeignKey(
        User, models.PROTECT, related_name="access_requests", verbose_name=_("对象")
    )
    role = models.CharField(_("角色"), max_length=20, blank=True, default="")
    unit_codes = models.JSONField(_("区划代码"), default=list)
    ends_on = models.DateField(_("结束日期"), null=True, blank=True)
    reason = models.CharField(_("理由"), max_length=200)
    state = models.CharField(
        _("状态"), max_length=10, choices=RequestState.choices, default=RequestState.WAITING
    )
    requested_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("申请人")
    )
    requested_at = models.DateTimeField(_("申请时间"), default=clock.instant)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("审批人")
    )
    decided_at = models.DateTimeField(_("审批时间"), null=True, blank=True)
    answer = models.CharField(_("审批意见"), max_length=200, blank=True, default="")

    objects = AccessRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("授权申请")
        verbose_name_plural = _("授权申请")
        ordering = ["-requested_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by=None)
                | (~Q(decided_by=F("requested_by")) & ~Q(decided_by=F("subject"))),
                name="access_second_person",
                violation_error_message=_("不能审批自己的申请。"),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "withdrawn"], decided_by=None)
                | Q(state__in=["granted", "refused"], decided_by__isnull=False),
                name="access_decided_has_person",
                violation_error_message=_("审批结果必须有审批人。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject_id} {self.state}"
