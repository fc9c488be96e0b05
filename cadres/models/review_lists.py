"""What a joint review asks, whom it asks, and who answers for them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.models.listed import ListRow
from cadres.wording.reviews import ItemSide
from villages.ledgers.constraints import in_order, once, one_of
from villages.ledgers.models import LedgerRow


class ReviewDepartment(ListRow):
    """A county department that joins the review (联审部门)."""

    class Meta(ListRow.Meta):
        verbose_name = _("联审部门")
        verbose_name_plural = _("联审部门")


class ReviewItem(ListRow):
    """One of the positive conditions, or of the negative list, in the county's words."""

    side = models.CharField(_("正面或负面"), max_length=8, choices=ItemSide.choices)

    class Meta(ListRow.Meta):
        verbose_name = _("联审条件")
        verbose_name_plural = _("联审条件")
        ordering = ["-side", "position", "id"]
        constraints = [
            *ListRow.Meta.constraints,
            one_of("reviewitem_side_known", "side", ItemSide, _("应为正面条件或负面清单。")),
        ]


class ReviewerSeat(LedgerRow):
    """Who answers for a department, from a day to a day (联审经办人).

    A reviewer has no territory: the seat alone says which questions he sees.
    """

    department = models.ForeignKey(
        ReviewDepartment, models.PROTECT, related_name="seats", verbose_name=_("部门")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人")
    )
    valid_from = models.DateField(_("开始日期"))
    valid_to = models.DateField(_("结束日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("联审经办人")
        verbose_name_plural = _("联审经办人")
        ordering = ["department__position", "id"]
        constraints = [
            once(
                "reviewerseat_open_once",
                "department",
                "user",
                where=Q(valid_to=None),
                message=_("此人已是该部门的经办人。"),
            ),
            in_order(
                "reviewerseat_days_order", "valid_from", "valid_to", _("结束日期不能早于开始日期。")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.department} {self.user}"
