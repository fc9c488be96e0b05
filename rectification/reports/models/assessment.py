"""The year-end assessment of townships: schemes by which a county scores, as dated rows."""

from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rectification.reports.assessment.states import (
    FORMULA_CHOICES,
    STEP_CHOICES,
    BestGrade,
)
from rectification.reports.assessment_querysets import ScorePartRows, ScoreSchemeRows
from villages.ledgers.constraints import check, filled, once, one_of, within
from villages.ledgers.models import LedgerRow

_POINTS = _("分值应在 0 到 100 之间。")


class AssessmentScheme(LedgerRow):
    """A scheme of scores (考核办法) that holds from a day on, until a later one does. From the
    day `used_on`, when a year was published by it, it never changes."""

    title = models.CharField(_("名称"), max_length=60)
    valid_from = models.DateField(_("启用日期"))
    basis = models.CharField(_("依据"), max_length=120, blank=True, default="")
    good_from = models.DecimalField(_("好的下限"), max_digits=5, decimal_places=2, default=90)
    better_from = models.DecimalField(_("较好的下限"), max_digits=5, decimal_places=2, default=80)
    fair_from = models.DecimalField(_("一般的下限"), max_digits=5, decimal_places=2, default=70)
    lowest = models.DecimalField(_("保底分"), max_digits=5, decimal_places=2, default=0)
    highest = models.DecimalField(_("封顶分"), max_digits=5, decimal_places=2, default=110)
    bonus_most = models.DecimalField(_("加分上限"), max_digits=4, decimal_places=2, default=5)
    penalty_most = models.DecimalField(_("扣分上限"), max_digits=4, decimal_places=2, default=5)
    used_on = models.DateField(_("首次使用日期"), null=True, blank=True)

    objects: ClassVar[Any] = ScoreSchemeRows.as_manager()

    class Meta:
        db_table = "rectification_score_scheme"
        verbose_name = _("考核办法")
        verbose_name_plural = _("考核办法")
        ordering = ["county_code", "-valid_from"]
        constraints = [
            once(
                "assessment_scheme_once", "county_code", "valid_from",
                message=_("这一天已有启用的考核办法。"),
            ),
            filled("assessment_scheme_titled", "title", _("请写明名称。")),
            check(
                "assessment_bounds_in_order",
                Q(good_from__gt=F("better_from")) & Q(better_from__gt=F("fair_from")),
                _("等次下限应依次降低。"),
            ),
            within("assessment_lowest", "lowest", 0, 50, _("保底分应在 0 到 50 之间。")),
            within("assessment_highest", "highest", 100, 150, _("封顶分应在 100 到 150 之间。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title


class AssessmentBlock(LedgerRow):
    """One block of a scheme: weight, formula, deductions by steps and by bands."""

    scheme = models.ForeignKey(
        AssessmentScheme, models.PROTECT, related_name="blocks", verbose_name=_("考核办法"),
        limit_choices_to={"used_on": None},
    )  # fmt: skip
    seq = models.PositiveSmallIntegerField(_("序号"))
    key = models.CharField(_("代号"), max_length=20)
    name = models.CharField(_("考核内容"), max_length=40)
    weight = models.DecimalField(_("权重"), max_digits=5, decimal_places=2)
    formula = models.CharField(_("计算公式"), max_length=30, choices=FORMULA_CHOICES)
    step_input = models.CharField(
        _("按件扣分依据"), max_length=30, choices=STEP_CHOICES, blank=True, default=""
    )
    step_points = models.DecimalField(
        _("每件扣分"), max_digits=4, decimal_places=2, default=Decimal(0)
    )
    step_most = models.DecimalField(
        _("按件扣分上限"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    ladder = models.CharField(_("分档扣分"), max_length=60, blank=True, default="")

    objects: ClassVar[Any] = ScorePartRows.as_manager()

    class Meta:
        db_table = "rectification_score_block"
        verbose_name = _("考核内容")
        verbose_name_plural = _("考核内容")
        ordering = ["scheme", "seq"]
        constraints = [
            once("assessment_block_once", "scheme", "key", message=_("这个代号已经用过。")),
            once("assessment_block_seq_once", "scheme", "seq", message=_("这个序号已经用过。")),
            filled("assessment_block_named", "name", _("请写明考核内容。")),
            check(
                "assessment_block_keyed", Q(key__regex=r"^[a-z][a-z0-9-]*$"),
                _("代号用小写字母、数字和短横线,以字母开头。"),
            ),
            within("assessment_block_weight", "weight", 0, 100, _POINTS),
            within(
                "assessment_step_points", "step_points", 0, 50, _("每件扣分应在 0 到 50 之间。")
            ),
            check(
                "assessment_step_whole",
                (Q(step_input="") & Q(step_points=0)) | (~Q(step_input="") & Q(step_points__gt=0)),
                _("按件扣分要同时写明依据和每件分值。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class VetoGround(LedgerRow):
    """A ground on which a scheme lowers the grade whatever the score is (一票否决事项)."""

    scheme = models.ForeignKey(
        AssessmentScheme, models.PROTECT, related_name="vetoes", verbose_name=_("考核办法"),
        limit_choices_to={"used_on": None},
    )  # fmt: skip
    name = models.CharField(_("否决事项"), max_length=60)
    best_grade = models.CharField(
        _("最高评为"), max_length=6, choices=BestGrade.choices, default=BestGrade.FAIR
    )

    objects: ClassVar[Any] = ScorePartRows.as_manager()

    class Meta:
        db_table = "rectification_veto_ground"
        verbose_name = _("一票否决事项")
        verbose_name_plural = _("一票否决事项")
        ordering = ["scheme", "id"]
        constraints = [
            once("veto_ground_once", "scheme", "name", message=_("这个否决事项已经登记。")),
            filled("veto_ground_named", "name", _("请写明否决事项。")),
            one_of("veto_grade_known", "best_grade", BestGrade),
        ]

    def __str__(self) -> str:
        return self.name
