"""How long forms take, measured for whole counties and months, never for a person."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.filings.querysets import FormQuerySet


class FormTime(models.Model):
    """Seconds that all townships of a county spent typing in one month's form, added up.

    `villages` and `inputs` say what was filled in, so that a mean can be told. There is no key
    to a person, a township or a submission, and none can be made.
    """

    county_code = models.CharField(_("县代码"), max_length=6)
    month = models.PositiveIntegerField(_("月份"))
    seconds = models.PositiveIntegerField(_("合计用时"), default=0)
    villages = models.PositiveIntegerField(_("村数"), default=0)
    inputs = models.PositiveSmallIntegerField(_("填报项数"), default=0)

    objects = FormQuerySet.as_manager()

    class Meta:
        verbose_name = _("填报用时")
        verbose_name_plural = _("填报用时")
        ordering = ["county_code", "-month"]
        constraints = [
            models.UniqueConstraint(
                fields=["county_code", "month"],
                name="form_time_once",
                violation_error_message=_("这个月的用时已经登记。"),
            ),
            models.CheckConstraint(
                condition=Q(month__gte=200001, month__lte=209912),
                name="form_time_month",
                violation_error_message=_("月份应写成 202610 的形式。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.county_code} {self.month}"
