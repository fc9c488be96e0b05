"""Holidays and adjusted working days (节假日、调休), edited each year."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class CalendarDay(models.Model):
    """A day that does not follow its weekday: a holiday, or a worked Saturday or Sunday."""

    day = models.DateField(_("日期"), primary_key=True)
    is_workday = models.BooleanField(_("上班"))
    name = models.CharField(_("名称"), max_length=30)
    basis = models.CharField(_("依据"), max_length=120, blank=True, default="")

    objects: "models.Manager[CalendarDay]" = models.Manager()

    class Meta:
        verbose_name = _("节假日与调休")
        verbose_name_plural = _("节假日与调休")
        ordering = ["day"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="calendar_day_has_name",
                violation_error_message=_("请写明节假日名称。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"
