"""What it cost to earn: statements of a range of months."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.ledgers.constraints import check, not_negative, once, one_year
from villages.ledgers.models import VillageRow

COSTS = (
    "operating_cost_fen", "taxes_fen", "admin_expense_fen", "public_welfare_expense_fen",
    "other_expense_fen", "income_tax_fen",
)  # fmt: skip
_STATED = Q()
for _name in COSTS:
    _STATED |= Q(**{f"{_name}__isnull": False})


class EconomyCost(VillageRow):
    """Expenses of one village over a range of months of one year, as stated; as with income, a
    statement of January to a month holds all of them, and what was not stated is null."""

    from_month = models.PositiveIntegerField(_("起始月份"))
    to_month = models.PositiveIntegerField(_("截止月份"))
    operating_cost_fen = models.BigIntegerField(_("经营支出"), null=True, blank=True)
    taxes_fen = models.BigIntegerField(_("税金及附加"), null=True, blank=True)
    admin_expense_fen = models.BigIntegerField(_("管理费用"), null=True, blank=True)
    public_welfare_expense_fen = models.BigIntegerField(_("公益支出"), null=True, blank=True)
    other_expense_fen = models.BigIntegerField(_("其他支出"), null=True, blank=True)
    income_tax_fen = models.BigIntegerField(_("所得税费用"), null=True, blank=True)

    class Meta:
        db_table = "economy_cost"
        verbose_name = _("成本费用")
        verbose_name_plural = _("成本费用")
        constraints = [
            once(
                "cost_stated_once", "village", "from_month", "to_month",
                message=_("这个村该期间的成本费用已经登记,请修改原记录。"),
            ),
            one_year(
                "cost_months_in_order",
                _("起止月份不对,应在同一年内,写成 202601 到 202610 的形式。"),
            ),
            not_negative("cost_not_negative", *COSTS, message=_("成本费用不能为负数。")),
            check("cost_states_something", _STATED, _("至少填写一项成本费用;没有的填 0。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.from_month}-{self.to_month}"
