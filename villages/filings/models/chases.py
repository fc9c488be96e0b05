"""A reminder to one person about one township's month (催报)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from villages.accounts.models.fields import new_uid
from villages.common.periods import Month
from villages.filings.querysets import ChaseQuerySet


class ChaseNote(models.Model):
    """What the county asked a person to file, and when it reaches that person.

    It is shown from `due_at` on, gathered with all others of the person, while villages of the
    township wait. Whether anybody read it is kept nowhere.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    county_code = models.CharField(_("县代码"), max_length=6)
    township_code = models.CharField(_("乡镇代码"), max_length=9)
    month = models.PositiveIntegerField(_("月份"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("收件人")
    )
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("催报人")
    )
    sent_at = models.DateTimeField(_("催报时间"))
    due_at = models.DateTimeField(_("送达时间"))
    reason = models.CharField(_("再次催报的理由"), max_length=200, blank=True, default="")

    objects = ChaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("催报")
        verbose_name_plural = _("催报")
        ordering = ["-due_at", "township_code", "user"]
        indexes = [
            models.Index(fields=["user", "due_at"], name="chase_by_person"),
            models.Index(fields=["county_code", "month"], name="chase_by_month"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "township_code", "month", "due_at"],
                name="chase_once",
                violation_error_message=_("这条催报已经登记。"),
            ),
            models.CheckConstraint(
                condition=Q(month__gte=200001, month__lte=209912),
                name="chase_month",
                violation_error_message=_("月份应写成 202610 的形式。"),
            ),
            models.CheckConstraint(
                condition=Q(due_at__gte=F("sent_at")),
                name="chase_times",
                violation_error_message=_("送达时间不能早于催报时间。"),
            ),
            models.CheckConstraint(
                condition=Q(township_code__startswith=F("county_code")),
                name="chase_in_county",
                violation_error_message=_("乡镇不属于这个县。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.township_code} {self.month}"

    @property
    def period(self) -> Month:
        """The month as a value."""
        return Month.from_number(self.month)
