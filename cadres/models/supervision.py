"""Who watches over supervision committees from outside."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.choices import LinkKind
from cadres.querysets import LinkQuerySet
from villages.ledgers.constraints import filled, in_order, once, one_of
from villages.ledgers.models import VillageRow


class SupervisionLink(VillageRow):
    """A discipline cadre of the township, or a liaison person, linked to one village (联系村).

    One discipline cadre is linked to several villages: one row each.
    """

    kind = models.CharField(_("类别"), max_length=10, choices=LinkKind.choices)
    officer = models.CharField(_("姓名"), max_length=40)
    position = models.CharField(_("单位及职务"), max_length=60, blank=True, default="")
    started_on = models.DateField(_("开始日期"))
    ended_on = models.DateField(_("结束日期"), null=True, blank=True)

    objects: ClassVar[Any] = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("监督联系")
        verbose_name_plural = _("监督联系")
        constraints = [
            once(
                "link_one_discipline",
                "village",
                where=Q(kind=LinkKind.DISCIPLINE.value, ended_on=None),
                message=_("该村已有在联系的纪检干部。"),
            ),
            once(
                "link_once",
                "village",
                "kind",
                "officer",
                "started_on",
                message=_("这条联系已经登记。"),
            ),
            once(
                "link_open_once",
                "village",
                "kind",
                "officer",
                where=Q(ended_on=None),
                message=_("此人已在联系该村。"),
            ),
            in_order("link_days", "started_on", "ended_on", _("结束日期不能早于开始日期。")),
            one_of("link_kind", "kind", LinkKind, _("没有这个类别。")),
            filled("link_officer", "officer", _("姓名不能为空。")),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.village}"
