"""Recruiting members: counts of a village by month."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from villages.ledgers.constraints import a_month, once
from villages.ledgers.models import VillageRow


def _count(label: Any) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(label, null=True, blank=True)


class DevelopmentCount(VillageRow):
    """How many people of a village stand on each step at a month's end, and who moved in it.

    `applicants`, `activists`, `candidates` are people at the end of the month; `accepted`,
    `turned`, `prolonged`, `cancelled` happened in the month. Unknown is null, never zero.
    """

    month = models.PositiveIntegerField(_("月份"))
    applicants = _count(_("入党申请人"))
    activists = _count(_("入党积极分子"))
    candidates = _count(_("发展对象"))
    accepted = _count(_("接收预备党员"))
    turned = _count(_("预备党员转正"))
    prolonged = _count(_("延长预备期"))
    cancelled = _count(_("取消预备资格"))

    class Meta:
        verbose_name = _("发展党员月报")
        verbose_name_plural = _("发展党员月报")
        ordering = ["-month", "village"]
        constraints = [
            once(
                "recruits_once_a_month", "village", "month",
                message=_("这个村这个月已有发展党员数。"),
            ),
            a_month("recruits_month", "month", _("月份应写成 202610 的形式。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.village} {self.month}"
