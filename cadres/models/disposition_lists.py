"""The county's kinds of dispositions and its list of situations."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.models.listed import ListRow
from cadres.wording.dispositions import PostEffect, UnfitCategory
from villages.ledgers.constraints import check, one_of, within


class DispositionKind(ListRow):
    """A kind of disposition (处置方式): how long it holds, whether a retest ends it, what it does
    to the post. Without `duration_months` it has no period of effect."""

    duration_months = models.PositiveSmallIntegerField(_("影响期"), null=True, blank=True)
    retest = models.BooleanField(_("期满再评"), default=False)
    effect = models.CharField(
        _("对职务的影响"), max_length=9, choices=PostEffect.choices, default=PostEffect.NONE
    )
    exit_rule = models.CharField(_("解除办法"), max_length=200, blank=True, default="")

    class Meta(ListRow.Meta):
        verbose_name = _("处置方式")
        verbose_name_plural = _("处置方式")
        constraints = [
            *ListRow.Meta.constraints,
            within(
                "dispositionkind_duration", "duration_months", 1, 60, _("影响期应为 1 至 60 个月。")
            ),
            check(
                "dispositionkind_retest",
                Q(retest=False) | Q(duration_months__isnull=False),
                _("期满再评的处置方式应有影响期。"),
            ),
            one_of(
                "dispositionkind_effect",
                "effect",
                PostEffect,
                _("对职务的影响应为不影响、停职或离任。"),
            ),
        ]


class UnfitSituation(ListRow):
    """One of the situations (不胜任情形) in the county's words, under one of three classes."""

    category = models.CharField(_("类别"), max_length=10, choices=UnfitCategory.choices)

    class Meta(ListRow.Meta):
        verbose_name = _("不胜任情形")
        verbose_name_plural = _("不胜任情形")
        constraints = [
            *ListRow.Meta.constraints,
            one_of(
                "unfitsituation_category",
                "category",
                UnfitCategory,
                _("类别应为清单所列的三类之一。"),
            ),
        ]
