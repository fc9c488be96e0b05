"""Income as it was stated."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collective_economy.choices import Category
from collective_economy.querysets import IncomeQuerySet
from villages.accounts.models.fields import new_uid
from villages.ledgers.constraints import (
    at_most,
    check,
    in_order,
    not_negative,
    once,
    one_of,
    one_year,
)
from villages.models import Village


class IncomeEntry(models.Model):
    """One amount of one kind of one village over a range of months, as stated.

    A sheet of January to October states ten months at once: what a single month brought is the
    difference of two statements, and inside a first one it is unknown. A category nobody wrote
    about has no row; zero is a row. A correction is a new row that `replaces` the old one,
    which stays with the day on which it lost force. `operating_part_fen` is the part of other
    income that counts as operating-type, `regular_part_fen` the part of subsidies that comes
    every year; unknown is null. `note` says how an amount was computed from an old sheet.
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
    operating_part_fen = models.BigIntegerField(_("其中:计入经营性收入"), null=True, blank=True)
    regular_part_fen = models.BigIntegerField(_("其中:经常性补助"), null=True, blank=True)
    note = models.CharField(_("换算说明"), max_length=200, blank=True, default="")
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

    objects: Any = IncomeQuerySet.as_manager()

    class Meta:
        verbose_name = _("集体收入")
        verbose_name_plural = _("集体收入")
        ordering = ["village", "to_month", "category", "id"]
        indexes = [
            models.Index(fields=["county_code", "to_month", "from_month"], name="income_by_month")
        ]
        constraints = [
            once(
                "income_stated_once", "village", "category", "from_month", "to_month",
                where=Q(superseded_on=None),
                message=_("这个村该类收入在该期间已有记录,请用更正。"),
            ),
            one_year(
                "income_months_in_order",
                _("起止月份不对,应在同一年内,写成 202601 到 202610 的形式。"),
            ),
            not_negative(
                "income_not_negative", "amount_fen", "operating_part_fen", "regular_part_fen",
                message=_("收入不能为负数。"),
            ),
            one_of(
                "income_category_known", "category", Category,
                _("收入类别不在现行会计制度的四类之内。"),
            ),
            check(
                "income_correction_has_reason", Q(replaces=None) | ~Q(reason=""),
                _("更正必须写明原因。"),
            ),
            check(
                "income_flag_on_other", Q(operating_part_fen=None) | Q(category=Category.OTHER),
                _("只有“其他收入”可以写明计入经营性收入的部分。"),
            ),
            check(
                "income_regular_on_subsidy",
                Q(regular_part_fen=None) | Q(category=Category.SUBSIDY),
                _("只有“补助收入”可以写明经常性补助的部分。"),
            ),
            at_most(
                "income_flag_within", "operating_part_fen", "amount_fen",
                _("计入经营性收入的部分不能多于其他收入。"),
            ),
            at_most(
                "income_regular_within", "regular_part_fen", "amount_fen",
                _("经常性补助不能多于补助收入。"),
            ),
            in_order(
                "income_superseded_later", "recorded_on", "superseded_on",
                _("被更正日期不能早于登记日期。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.village_id} {self.category} {self.from_month}-{self.to_month}"
