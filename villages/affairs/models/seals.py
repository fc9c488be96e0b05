"""The log of the village's seal (印章)."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.affairs.choices import Post
from villages.affairs.querysets import FactRows
from villages.ledgers.constraints import check, filled, in_order, once, one_of
from villages.ledgers.models import VillageRow


class SealUse(VillageRow):
    """One use of the village's seal: for what, approved by which post, whether by the rules."""

    used_on = models.DateField(_("用印日期"))
    purpose = models.CharField(_("用印事由"), max_length=120)
    copies = models.PositiveSmallIntegerField(_("份数"), default=1)
    approved_by = models.CharField(
        _("审批职务"), max_length=12, choices=Post.choices, blank=True, default=""
    )
    is_exception = models.BooleanField(_("不合规"), default=False)
    exception = models.CharField(_("不合规情形"), max_length=200, blank=True, default="")
    mended_on = models.DateField(_("整改日期"), null=True, blank=True)

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        verbose_name = _("用印记录")
        verbose_name_plural = _("用印记录")
        ordering = ["-used_on", "village"]
        indexes = [models.Index(fields=["county_code", "used_on"], name="seal_by_day")]
        constraints = [
            once("seal_once", "village", "used_on", "purpose",
                 message=_("当天同一事由的用印已经登记。")),
            filled("seal_says_why", "purpose", _("请写明用印事由。")),
            check("seal_has_copies", Q(copies__gt=0), _("份数应大于 0。")),
            one_of("seal_post_known", "approved_by", Post, _("取值不在可选范围内。"), blank=True),
            check("seal_unapproved_is_exception", ~Q(approved_by="") | Q(is_exception=True),
                  _("没有审批的用印属于不合规,请勾选并写明情形。")),
            check("seal_exception_in_words", Q(is_exception=False) | ~Q(exception=""),
                  _("不合规的须写明情形。")),
            check("seal_words_if_exception", Q(is_exception=True) | Q(exception=""),
                  _("合规的用印不填不合规情形。")),
            check("seal_mended_if_exception", Q(is_exception=True) | Q(mended_on=None),
                  _("合规的用印不填整改日期。")),
            in_order("seal_used_then_mended", "used_on", "mended_on",
                     _("整改日期不能早于用印日期。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.purpose
