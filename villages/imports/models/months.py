"""The filing month of a county: open, due, closed, reopened in part."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.accounts.models.fields import new_uid
from villages.common import clock
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.querysets import ScopedQuerySet, ScopePath


class MonthQuerySet(ScopedQuerySet):
    """Months are the county's: whoever works anywhere in it sees them."""

    scope_path = ScopePath(county="county_code")

    def in_scope(self, scope: Scope | None) -> Self:
        """Months of every county that the territory touches."""
        if not scope or scope.everything:
            return super().in_scope(scope)
        counties = {code[:6] for code in scope.codes if len(code) >= 6}
        return super().in_scope(scope) | self.filter(county_code__in=counties)


class FilingMonth(models.Model):
    """One month of one county (填报期). A month without a row is open.

    Closing is a person's act (封账); afterwards nothing of the month changes but by correction
    or within a reopening.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    county_code = models.CharField(_("县代码"), max_length=6)
    month = models.PositiveIntegerField(_("月份"))
    due_on = models.DateField(_("填报截止"))
    closed_at = models.DateTimeField(_("封账时间"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("封账人"),
    )
    version = models.PositiveIntegerField(_("版本"), default=1)

    objects = MonthQuerySet.as_manager()

    class Meta:
        verbose_name = _("填报月")
        verbose_name_plural = _("填报月")
        ordering = ["-month"]
        constraints = [
            models.UniqueConstraint(
                fields=["county_code", "month"],
                name="filing_month_once",
                violation_error_message=_("这个月已经登记。"),
            ),
            models.CheckConstraint(
                condition=Q(month__gte=200001, month__lte=209912),
                name="filing_month_in_range",
                violation_error_message=_("月份应写成 202610 的形式。"),
            ),
        ]

    def __str__(self) -> str:
        return self.period.label

    @property
    def period(self) -> Month:
        """The month as a value."""
        return Month.from_number(self.month)

    def state(self, on: date) -> str:
        """open, due or closed on a day."""
        if self.closed_at:
            return "closed"
        return "due" if on > self.due_on else "open"


class Reopening(models.Model):
    """A part of a closed month opened again, for a reason and until a day."""

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    filing_month = models.ForeignKey(FilingMonth, models.PROTECT, related_name="reopenings")
    county_code = models.CharField(_("县代码"), max_length=6)
    unit_code = models.CharField(_("范围"), max_length=12)
    reason = models.CharField(_("理由"), max_length=200)
    ends_on = models.DateField(_("截止"))
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("批准人"),
    )
    granted_at = models.DateTimeField(_("批准时间"), default=clock.instant)

    objects = MonthQuerySet.as_manager()

    class Meta:
        verbose_name = _("重新开放")
        verbose_name_plural = _("重新开放")
        ordering = ["-granted_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="reopening_has_reason",
                violation_error_message=_("重新开放必须写明理由。"),
            ),
            models.CheckConstraint(
                condition=Q(unit_code__startswith=models.F("county_code")),
                name="reopening_inside_county",
                violation_error_message=_("开放范围应在本县之内。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_code} → {self.ends_on}"
