"""What is counted, why, for how long, and by whom."""

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from villages.indicators.choices import Direction, Filer, IndicatorKind, IndicatorState, Rhythm
from villages.indicators.models.refusals import REFUSED
from villages.indicators.querysets import DefinitionRows
from villages.ledgers.models import LedgerRow


class IndicatorDefinition(LedgerRow):
    """One edition of a county's own indicator.

    `stem` stays through all editions, `slug` names this one. A definition in force never
    changes: another wording is another edition, and values keep the one they were given for.
    `label` is what people call it: the bare name while it is in force, else with its code.
    """

    slug = models.CharField(_("代码"), max_length=48)
    stem = models.CharField(_("指标代码"), max_length=40, editable=False)
    edition = models.PositiveSmallIntegerField(_("版次"), default=1, editable=False)
    name = models.CharField(_("指标名称"), max_length=40)
    label = models.CharField(_("称呼"), max_length=100, editable=False)
    kind = models.CharField(_("指标类型"), max_length=8, choices=IndicatorKind.choices)
    unit = models.CharField(_("单位"), max_length=10, blank=True, default="")
    rhythm = models.CharField(_("统计期"), max_length=10, choices=Rhythm.choices)
    about = models.CharField(_("口径"), max_length=400)
    direction = models.CharField(
        _("方向"), max_length=8, choices=Direction.choices, default=Direction.NEUTRAL
    )
    low = models.DecimalField(_("最小值"), max_digits=18, decimal_places=4, null=True, blank=True)
    high = models.DecimalField(_("最大值"), max_digits=18, decimal_places=4, null=True, blank=True)
    filer = models.CharField(
        _("填报单位"), max_length=10, choices=Filer.choices, default=Filer.TOWNSHIP
    )
    office = models.CharField(_("提出部门"), max_length=60)
    purpose = models.CharField(_("用途"), max_length=200)
    basis = models.CharField(_("文件依据"), max_length=120)
    sunset_on = models.DateField(_("到期日期"))
    state = models.CharField(
        _("状态"),
        max_length=10,
        choices=IndicatorState.choices,
        default=IndicatorState.DRAFT,
        editable=False,
    )
    begun_on = models.DateField(_("生效日期"), null=True, blank=True, editable=False)
    ended_on = models.DateField(_("停用日期"), null=True, blank=True, editable=False)
    end_reason = models.CharField(
        _("停用原因"), max_length=200, blank=True, default="", editable=False
    )

    objects: ClassVar[Any] = DefinitionRows.as_manager()

    class Meta:
        db_table = "villages_indicators_definition"
        verbose_name = _("指标")
        verbose_name_plural = _("指标")
        ordering = ["county_code", "stem", "-edition"]
        constraints = REFUSED

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The indicator's own page."""
        return reverse("indicators:indicator", args=[self.slug])

    @property
    def is_open(self) -> bool:
        """Whether it is asked: in force and not ended."""
        return self.state == IndicatorState.IN_FORCE

    def own_label(self) -> str:
        """What sheets and lists call it now."""
        return self.name if self.is_open else f"{self.name}({self.slug})"

    @property
    def shown_unit(self) -> str:
        """The unit of a sum: what was given, or villages where each says yes or no."""
        if self.kind == IndicatorKind.SHARE:
            return "%"
        return str(_("个村")) if self.kind == IndicatorKind.YES_NO else self.unit
