"""What a township asks of the county when its month is closed (申请重新开放)."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from villages.accounts.models.fields import new_uid
from villages.common import clock
from villages.imports.choices import UNANSWERED, RequestState
from villages.imports.models.months import FilingMonth
from villages.querysets import ScopedQuerySet, ScopePath


class RequestQuerySet(ScopedQuerySet):
    """Requests, seen by whoever covers their township."""

    scope_path = ScopePath("county_code", "township_code")

    def unanswered(self) -> Self:
        """Those on which the county must still decide."""
        return self.filter(state__in=UNANSWERED)


class ReopeningRequest(models.Model):
    """Which villages of a closed month, which data, why; and what the county answered.

    `agreed_by` said yes first where the month asks for two persons; `decided_by` answered.
    Nobody answers the own request, and nobody is both persons.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    filing_month = models.ForeignKey(FilingMonth, models.PROTECT, related_name="requests")
    county_code = models.CharField(_("县代码"), max_length=6)
    township_code = models.CharField(_("乡镇代码"), max_length=9)
    village_codes = models.JSONField(_("涉及的村"), default=list)
    items = models.CharField(_("要改的数据"), max_length=200)
    reason = models.CharField(_("理由"), max_length=200)
    state = models.CharField(
        _("状态"), max_length=10, choices=RequestState.choices, default=RequestState.WAITING
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("申请人")
    )
    asked_at = models.DateTimeField(_("申请时间"), default=clock.instant)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("初审人"),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("批准人"),
    )
    decided_at = models.DateTimeField(_("答复时间"), null=True, blank=True)
    ends_on = models.DateField(_("开放到"), null=True, blank=True)
    answer = models.CharField(_("答复"), max_length=200, blank=True, default="")

    objects = RequestQuerySet.as_manager()

    class Meta:
        db_table = "villages_imports_reopenrequest"
        verbose_name = _("重新开放申请")
        verbose_name_plural = _("重新开放申请")
        ordering = ["-asked_at"]
        indexes = [models.Index(fields=["county_code", "state"], name="reopening_asked")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(items=""),
                name="reopening_request_says_why",
                violation_error_message=_("申请必须写明要改什么、为什么。"),
            ),
            models.CheckConstraint(
                condition=Q(township_code__startswith=F("county_code")),
                name="reopening_request_in_county",
                violation_error_message=_("乡镇不属于这个县。"),
            ),
            models.CheckConstraint(
                condition=~Q(decided_by=F("asked_by")) & ~Q(agreed_by=F("asked_by")),
                name="reopening_request_not_own",
                violation_error_message=_("不能答复自己的申请。"),
            ),
            models.CheckConstraint(
                condition=~Q(decided_by=F("agreed_by")) | ~Q(state=RequestState.GRANTED),
                name="reopening_request_two_persons",
                violation_error_message=_("须由另一人批准。"),
            ),
            models.CheckConstraint(
                condition=Q(state=RequestState.GRANTED, ends_on__isnull=False)
                | Q(state=RequestState.AGREED, ends_on__isnull=False)
                | Q(state__in=(RequestState.WAITING, RequestState.WITHDRAWN))
                | (Q(state=RequestState.REFUSED) & ~Q(answer="")),
                name="reopening_request_answered",
                violation_error_message=_("同意要写明截止日,不同意要写明理由。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.township_code} {self.filing_month_id}"

    @property
    def is_open(self) -> bool:
        """Whether the county must still decide."""
        return self.state in UNANSWERED
