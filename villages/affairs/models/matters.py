"""Major matters by 四议两公开: four deliberations, two disclosures, each a day."""

from itertools import combinations
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.affairs.choices import MatterKind
from villages.affairs.querysets import FactRows
from villages.ledgers.constraints import check, filled, in_order, not_negative, once, one_of
from villages.ledgers.models import VillageRow

# The order that the law and the party's rule give the steps.
STEPS = (
    "proposed_on",
    "discussed_on",
    "reviewed_on",
    "decided_on",
    "decision_disclosed_on",
    "result_disclosed_on",
)
_LATE = {
    "discussed_on": _("两委商议不能早于党组织提议。"),
    "reviewed_on": _("党员大会审议不能早于前面的步骤。"),
    "decided_on": _("村民代表会议决议不能早于前面的步骤。"),
    "decision_disclosed_on": _("决议公开不能早于前面的步骤。"),
    "result_disclosed_on": _("结果公开不能早于前面的步骤。"),
}


def _steps_in_order() -> list[models.CheckConstraint]:
    """No dated step lies before any dated step that comes first: one check per pair."""
    return [
        in_order(
            f"matter_step_{STEPS.index(first)}_{STEPS.index(later)}", first, later, _LATE[later]
        )
        for first, later in combinations(STEPS, 2)
    ]


class MajorMatter(VillageRow):
    """One major matter of a village and the day of each of its six steps.

    A step without a day was not taken, or not yet. `started_on` and `finished_on` are the
    carrying out, `dropped_on` the day it was given up.
    """

    title = models.CharField(_("事项名称"), max_length=120)
    kind = models.CharField(_("事项类别"), max_length=12, choices=MatterKind.choices)
    amount_fen = models.BigIntegerField(_("涉及金额"), null=True, blank=True)
    proposed_on = models.DateField(_("党组织提议"), null=True, blank=True)
    discussed_on = models.DateField(_("两委商议"), null=True, blank=True)
    reviewed_on = models.DateField(_("党员大会审议"), null=True, blank=True)
    decided_on = models.DateField(_("村民代表会议决议"), null=True, blank=True)
    decision_disclosed_on = models.DateField(_("决议公开"), null=True, blank=True)
    started_on = models.DateField(_("开始实施"), null=True, blank=True)
    finished_on = models.DateField(_("实施完成"), null=True, blank=True)
    result_disclosed_on = models.DateField(_("结果公开"), null=True, blank=True)
    dropped_on = models.DateField(_("终止日期"), null=True, blank=True)

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        verbose_name = _("重大事项")
        verbose_name_plural = _("重大事项(四议两公开)")
        ordering = ["village", "-proposed_on", "pk"]
        constraints = [
            once("matter_once", "village", "title", message=_("这个村已登记同名事项。")),
            filled("matter_has_title", "title", _("请写明事项名称。")),
            one_of("matter_kind_known", "kind", MatterKind),
            not_negative("matter_amount_positive", "amount_fen", message=_("金额不能为负数。")),
            check(
                "matter_has_a_day",
                Q(proposed_on__isnull=False) | Q(discussed_on__isnull=False)
                | Q(reviewed_on__isnull=False) | Q(decided_on__isnull=False)
                | Q(started_on__isnull=False),
                _("请至少填写一个步骤或开始实施的日期。"),
            ),
            *_steps_in_order(),
            in_order("matter_done_after_start", "started_on", "finished_on",
                     _("实施完成不能早于开始实施。")),
            in_order("matter_result_after_done", "finished_on", "result_disclosed_on",
                     _("结果公开不能早于实施完成。")),
            in_order("matter_dropped_last", "proposed_on", "dropped_on",
                     _("终止日期不能早于党组织提议。")),
            check("matter_done_or_dropped", Q(finished_on=None) | Q(dropped_on=None),
                  _("一个事项不能既完成又终止。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title
