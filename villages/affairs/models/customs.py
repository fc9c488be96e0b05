"""Associations (六会) and village rules (村规民约)."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.affairs.models.lists import AssociationKind
from villages.affairs.querysets import FactRows
from villages.ledgers.constraints import check, in_order, once
from villages.ledgers.models import VillageRow


class Association(VillageRow):
    """One association of a village, from its founding to its end."""

    kind = models.ForeignKey(
        AssociationKind, models.PROTECT, related_name="+", verbose_name=_("组织种类")
    )
    founded_on = models.DateField(_("成立日期"))
    members = models.PositiveSmallIntegerField(_("成员人数"), null=True, blank=True)
    last_active_on = models.DateField(_("最近活动日期"), null=True, blank=True)
    ended_on = models.DateField(_("撤销日期"), null=True, blank=True)

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        verbose_name = _("群众组织")
        verbose_name_plural = _("群众组织(六会)")
        ordering = ["village", "kind", "founded_on"]
        constraints = [
            once("association_once", "village", "kind", "founded_on",
                 message=_("这个组织已经登记。")),
            once("association_one_open", "village", "kind", where=Q(ended_on=None),
                 message=_("这个村的这一组织已经登记且没有撤销。")),
            check("association_has_members", Q(members__gt=0), _("成员人数应大于 0,不详的留空。")),
            in_order("association_days", "founded_on", "ended_on",
                     _("撤销日期不能早于成立日期。")),
            in_order("association_active_after", "founded_on", "last_active_on",
                     _("最近活动日期不能早于成立日期。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.kind)


class VillageRules(VillageRow):
    """The village's rules as adopted by its meeting; a revision is a new row."""

    adopted_on = models.DateField(_("通过日期"))
    filed_on = models.DateField(_("乡镇备案日期"), null=True, blank=True)
    disclosed_on = models.DateField(_("公布日期"), null=True, blank=True)
    replaced_on = models.DateField(_("废止日期"), null=True, blank=True)
    articles = models.PositiveSmallIntegerField(_("条数"), null=True, blank=True)

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        verbose_name = _("村规民约")
        verbose_name_plural = _("村规民约")
        ordering = ["village", "-adopted_on"]
        constraints = [
            once("rules_once_a_day", "village", "adopted_on",
                 message=_("当天通过的村规民约已经登记。")),
            once("rules_one_in_force", "village", where=Q(replaced_on=None),
                 message=_("已有现行的村规民约,请先登记其废止日期。")),
            check("rules_have_articles", Q(articles__gt=0), _("条数应大于 0,不详的留空。")),
            in_order("rules_adopted_then_filed", "adopted_on", "filed_on",
                     _("备案日期不能早于通过日期。")),
            in_order("rules_adopted_then_shown", "adopted_on", "disclosed_on",
                     _("公布日期不能早于通过日期。")),
            in_order("rules_adopted_then_ended", "adopted_on", "replaced_on",
                     _("废止日期不能早于通过日期。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.adopted_on)
