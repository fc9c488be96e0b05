"""What a scheme asks, and which grades follow from its points."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from branches.models.schemes import Scheme
from branches.schemes.choices import Comparison, Judged
from branches.schemes.querysets import SchemeParts
from villages.ledgers.constraints import check, filled, not_negative, once, one_of

_BY_FIGURE = Q(judged=Judged.FIGURE)
_NO_RULE = Q(figure="", comparison="", wanted=None, per_unit=None)
_RULE = ~Q(figure="") & ~Q(comparison="") & Q(wanted__isnull=False)


class SchemeGrade(models.Model):
    """A grade or a number of stars: `least` points of the scheme's total lead to it."""

    scheme = models.ForeignKey(
        Scheme, models.CASCADE, related_name="grades", verbose_name=_("方案")
    )
    name = models.CharField(_("等次"), max_length=20)
    least = models.DecimalField(_("最低得分"), max_digits=6, decimal_places=2)

    objects = SchemeParts.as_manager()

    class Meta:
        verbose_name = _("等次")
        verbose_name_plural = _("等次")
        ordering = ["scheme", "-least"]
        constraints = [
            once("grade_name_once", "scheme", "name", message=_("这个等次已经有了。")),
            once("grade_least_once", "scheme", "least", message=_("两个等次的最低得分相同。")),
            filled("grade_named", "name", _("等次名称不能为空。")),
            not_negative("grade_least_positive", "least", message=_("最低得分不能是负数。")),
        ]

    def __str__(self) -> str:
        return self.name


class SchemeItem(models.Model):
    """One item. A computed one names the figure, the comparison and the number it wants.

    `per_unit` is what each unit off the wanted number costs; without it a missed item gives
    nothing. A `veto` item without any point leads to the lowest grade whatever the score is.
    """

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="items", verbose_name=_("方案"))
    number = models.PositiveSmallIntegerField(_("序号"))
    part = models.CharField(_("部分"), max_length=20, blank=True, default="")
    text = models.CharField(_("评定内容"), max_length=200)
    points = models.DecimalField(_("分值"), max_digits=5, decimal_places=2)
    judged = models.CharField(
        _("评定方式"), max_length=10, choices=Judged.choices, default=Judged.YES_NO
    )
    figure = models.CharField(_("数据项"), max_length=40, blank=True, default="")
    comparison = models.CharField(
        _("比较"), max_length=2, choices=Comparison.choices, blank=True, default=""
    )
    wanted = models.DecimalField(_("标准值"), max_digits=8, decimal_places=2, null=True, blank=True)
    per_unit = models.DecimalField(
        _("每差一个扣分"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    veto = models.BooleanField(_("一票否决"), default=False)

    objects = SchemeParts.as_manager()

    class Meta:
        verbose_name = _("评定项目")
        verbose_name_plural = _("评定项目")
        ordering = ["scheme", "number"]
        constraints = [
            once("item_number_once", "scheme", "number", message=_("两个项目的序号相同。")),
            check("item_numbered", Q(number__gte=1), _("序号从 1 开始。")),
            filled("item_has_text", "text", _("评定内容不能为空。")),
            check("item_points_positive", Q(points__gt=0), _("分值要大于 0。")),
            one_of("item_judged_known", "judged", Judged, _("没有这种评定方式。")),
            check("item_rule_if_computed", (_BY_FIGURE & _RULE) | (~_BY_FIGURE & _NO_RULE),
                 _("由数据计算的项目要写明数据项、比较和标准值;其他项目不写。")),
            one_of(
                "item_comparison_known", "comparison", Comparison, _("没有这种比较方式。"),
                blank=True,
            ),
            check("item_per_unit_positive", Q(per_unit=None) | Q(per_unit__gt=0),
                 _("每差一个的扣分要大于 0。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"
