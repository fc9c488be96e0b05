"""Spending (财务) that went past the rules."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.affairs.choices import FoundBy, SpendingKind
from villages.affairs.querysets import FactRows
from villages.ledgers.constraints import (
    at_most,
    check,
    filled,
    in_order,
    needs,
    not_negative,
    once,
    one_of,
)
from villages.ledgers.models import VillageRow


class SpendingException(VillageRow):
    """A spending of the village that went past the rules, and what became of it."""

    found_on = models.DateField(_("发现日期"))
    found_by = models.CharField(_("发现途径"), max_length=12, choices=FoundBy.choices)
    kind = models.CharField(_("问题种类"), max_length=12, choices=SpendingKind.choices)
    what = models.CharField(_("问题"), max_length=200)
    amount_fen = models.BigIntegerField(_("涉及金额"), null=True, blank=True)
    mended_on = models.DateField(_("整改日期"), null=True, blank=True)
    recovered_fen = models.BigIntegerField(_("追回金额"), null=True, blank=True)

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        db_table = "villages_affairs_spending"
        verbose_name = _("财务监督问题")
        verbose_name_plural = _("财务监督问题")
        ordering = ["-found_on", "village"]
        constraints = [
            once("spending_once", "village", "found_on", "what",
                 message=_("当天发现的同一问题已经登记。")),
            one_of("spending_found_by_known", "found_by", FoundBy),
            one_of("spending_kind_known", "kind", SpendingKind),
            filled("spending_says_what", "what", _("请写明问题。")),
            check("spending_amount_positive", Q(amount_fen__gt=0), _("金额应大于 0,不详的留空。")),
            not_negative(
                "spending_back_not_negative", "recovered_fen", message=_("追回金额不能为负数。"),
            ),
            needs(
                "spending_back_in_amount", "recovered_fen", "amount_fen",
                _("填写追回金额前,请先填写涉及金额。"),
            ),
            at_most(
                "spending_back_at_most", "recovered_fen", "amount_fen",
                _("追回金额不能多于涉及金额。"),
            ),
            in_order("spending_found_then_mended", "found_on", "mended_on",
                     _("整改日期不能早于发现日期。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.what
