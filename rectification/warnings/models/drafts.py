"""Rules that somebody is working on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rectification.warnings.models.rule_sets import RuleSet
from villages.ledgers.constraints import filled
from villages.ledgers.models import LedgerRow


class RuleDraft(LedgerRow):
    """A draft rule set (规则草案): edited, tried on history, adopted from a day on. It never
    touches a live colour. `content` has the shape of the text file of a rule set."""

    name = models.CharField(_("名称"), max_length=60)
    based_on = models.ForeignKey(
        RuleSet, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("起草自")
    )
    content = models.JSONField(_("内容"), default=dict)
    note = models.CharField(_("修订说明"), max_length=500, blank=True, default="")
    adopted = models.ForeignKey(
        RuleSet, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("已发布为")
    )

    class Meta:
        db_table = "rectification_rule_draft"
        verbose_name = _("规则草案")
        verbose_name_plural = _("规则草案")
        ordering = ["-id"]
        constraints = [filled("rule_draft_name", "name", _("请写明名称。"))]

    def __str__(self) -> str:
        return self.name
