"""Numbers that decide, as dated rows that the county edits."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from villages.querysets import ScopedQuerySet, ScopePath


class ParameterQuerySet(ScopedQuerySet):
    """Parameters of a county, or of the whole installation (county_code empty)."""

    scope_path = ScopePath(county="county_code")


class Parameter(models.Model):
    """A threshold, weight or limit with the day from which it holds and its basis.

    The definition (name, unit, default, range) is declared in code by the app that reads it;
    a row replaces the default. Rows are never edited once they hold: a change is a new row.
    """

    key = models.CharField(_("参数"), max_length=60)
    county_code = models.CharField(_("县代码"), max_length=6, blank=True, default="")
    value = models.JSONField(_("取值"))
    effective_from = models.DateField(_("生效日期"))
    effective_to = models.DateField(_("失效日期"), null=True, blank=True)
    basis = models.CharField(_("依据"), max_length=200)
    issued_by = models.CharField(_("发文单位"), max_length=80, blank=True, default="")

    objects = ParameterQuerySet.as_manager()

    class Meta:
        verbose_name = _("参数")
        verbose_name_plural = _("参数")
        ordering = ["key", "county_code", "-effective_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "county_code", "effective_from"],
                name="parameter_once_a_day",
                violation_error_message=_("这个参数在该日期已有取值。"),
            ),
            models.CheckConstraint(
                condition=Q(effective_to=None) | Q(effective_to__gte=F("effective_from")),
                name="parameter_days_in_order",
                violation_error_message=_("失效日期不能早于生效日期。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.effective_from}"
