"""Income as it was stated."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collective_economy.choices import Category
from collective_economy.querysets import IncomeQuerySet
from villages.accounts.models.fields import new_uid
from villages.models import Village


class IncomeEntry(models.Model):
    """One amount of one kind of one village over a range of months, as stated.

    A sheet of January to October states ten months at once: what a single month brought is the
    difference of two statements, and inside a first one it is unknown. A category nobody wrote
    about has no row; zero is a row. A correction is a new row that `replaces` the old one,
    which stays with the day on which it lost force.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    village = models.ForeignKey(
        Village, models.PROTECT, related_name="income", verbose_name=_("村")
    )
    county_code = models.CharField(_("县代码"), max_length=6)
    category = models.CharField(_("类别"), max_length=10, choices=Category.choices)
    from_month = models.PositiveIntegerField(_("起始月份"))
    to_month = models.PositiveIntegerField(_("截止月份"))
    amount_fen = models.BigIntegerField(_("金额"), help_text=_("分"))
    source = models.CharField(_("来源"), max_length=120, blank=True, default="")
    source_row = models.PositiveIntegerField(_("来源行"), null=True, blank=True)
    recorded_on = models.DateField(_("登记日期"))
    superseded_on = models.DateField(_("被更正日期"), null=True, blank=True)
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("更正的记录"),
    )
    reason = models.CharField(_("更正原因"), max_length=200, blank=True, default="")

    objects = IncomeQuerySet.as_manager()

    class Meta:
        verbose_name = _("集体收入")
        verbose_name_plural = _("集体收入")
        ordering = ["village", "to_month", "category", "id"]
        indexes = [
            models.Index(fields=["county_code", "to_month", "from_month"], name="income_by_month")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["village", "category", "from_month", "to_month"],
                condition=Q(superseded_on=None),
                name="income_stated_once",
                violation_error_message=_("这个村该类收入在该期间已有记录,请用更正。"),
            ),
            models.CheckConstraint(
                condition=Q(from_month__gte=200001, to_month__lte=209912)
                & Q(from_month__lte=F("to_month")),
                name="income_months_in_order",
                violation_error_message=_("起止月份不对,应写成 202601 到 202610 的形式。"),
            ),
            models.CheckConstraint(
                condition=Q(amount_fen__gte=0),
                name="income_not_negative",
                violation_error_message=_("收入不能为负数。"),
            ),
            models.CheckConstraint(
                condition=Q(replaces=None) | ~Q(reason=""),
                name="income_correction_has_reason",
                violation_error_message=_("更正必须写明原因。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.village_id} {self.category} {self.from_month}-{self.to_month}"
