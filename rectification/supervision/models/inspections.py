"""An inspection (督导检查、暗访): whom it visited, what was seen, what was found."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.models.listed import ListRow
from rectification.supervision.choices import AnswerKind, InspectionKind
from rectification.supervision.inspection_states import InspectionStatus
from rectification.supervision.models.plans import InspectionPlan
from rectification.supervision.more_querysets import (
    InspectionPartRows,
    InspectionRows,
    SiteChildRows,
)
from villages.ledgers.constraints import at_most, check, filled, in_order, once, one_of
from villages.ledgers.models import LedgerRow, VillageRow

S = InspectionStatus


class Inspection(LedgerRow):
    """One outing of one or more teams.

    A sample is drawn from `seed`: the same seed, day and weights give the same villages again.
    Who is visited and when stays hidden from townships until it is published.
    """

    kind = models.CharField(_("方式"), max_length=8, choices=InspectionKind.choices)
    title = models.CharField(_("名称"), max_length=80)
    plan = models.ForeignKey(
        InspectionPlan, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("检查计划"),
    )  # fmt: skip
    from_on = models.DateField(_("开始日期"))
    to_on = models.DateField(_("结束日期"))
    leader = models.CharField(_("组长"), max_length=30, blank=True, default="")
    team = models.CharField(_("成员"), max_length=200, blank=True, default="")
    status = models.CharField(
        _("状态"), max_length=10, choices=InspectionStatus.choices, default=S.PREPARED
    )
    seed = models.CharField(_("随机种子"), max_length=32, blank=True, default="")
    sample_size = models.PositiveSmallIntegerField(_("抽取村数"), null=True, blank=True)
    drawn_on = models.DateField(_("抽取日期"), null=True, blank=True)
    drawn_by = models.CharField(_("抽取人"), max_length=80, blank=True, default="")
    published_on = models.DateField(_("公布日期"), null=True, blank=True)
    summary = models.TextField(_("小结"), max_length=2000, blank=True, default="")

    objects: ClassVar[Any] = InspectionRows.as_manager()

    class Meta:
        db_table = "supervision_inspection"
        verbose_name = _("检查")
        verbose_name_plural = _("检查")
        ordering = ["-from_on", "-id"]
        constraints = [
            once(
                "inspection_once", "county_code", "title", "from_on",
                message=_("这一天开始的同名检查已经登记。"),
            ),
            one_of("inspection_kind_known", "kind", InspectionKind),
            one_of("inspection_status_known", "status", InspectionStatus),
            filled("inspection_titled", "title", _("请写明名称。")),
            in_order("inspection_dates", "from_on", "to_on", _("结束日期不能早于开始日期。")),
            check(
                "inspection_drawn_whole",
                Q(drawn_on=None, seed="")
                | (Q(drawn_on__isnull=False, sample_size__gt=0) & ~Q(seed="") & ~Q(drawn_by="")),
                _("抽取名单应记录种子、村数、日期和抽取人。"),
            ),
            check(
                "inspection_published_day", ~Q(status=S.PUBLISHED) | Q(published_on__isnull=False),
                _("公布应有日期。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title


class ChecklistPoint(ListRow):
    """One point that inspectors look at; a new wording is a new row.

    `input_key` names an input of the monthly filing (see `inputs.py`): then what is found is laid
    beside what was filed.
    """

    group = models.CharField(_("分组"), max_length=40)
    answer_kind = models.CharField(
        _("回答方式"), max_length=8, choices=AnswerKind.choices, default=AnswerKind.YES_NO
    )
    unit = models.CharField(_("单位"), max_length=10, blank=True, default="")
    input_key = models.CharField(_("对照的填报项"), max_length=60, blank=True, default="")

    class Meta(ListRow.Meta):
        db_table = "supervision_point"
        verbose_name = _("检查要点")
        verbose_name_plural = _("检查要点")
        constraints = [
            *ListRow.Meta.constraints,
            filled("insp_point_grouped", "group", _("请写明分组。")),
            one_of("insp_point_answer", "answer_kind", AnswerKind),
        ]


class InspectionSite(VillageRow):
    """A village of an inspection, and what was seen there. Photos are never demanded."""

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="sites", verbose_name=_("检查")
    )
    weight = models.PositiveIntegerField(_("抽取权重"), null=True, blank=True)
    why = models.CharField(_("权重理由"), max_length=200, blank=True, default="")
    is_drawn = models.BooleanField(_("随机抽取"), default=False)
    planned_on = models.DateField(_("计划日期"), null=True, blank=True)
    visited_on = models.DateField(_("到村日期"), null=True, blank=True)
    inspector = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("记录人"),
    )  # fmt: skip
    on_duty = models.BooleanField(_("有干部值班"), null=True, blank=True)
    board_updated = models.BooleanField(_("公开栏已更新"), null=True, blank=True)
    board_latest_on = models.DateField(_("公开栏最近日期"), null=True, blank=True)
    meeting_book = models.BooleanField(_("会议记录近三个月齐全"), null=True, blank=True)
    venue_in_use = models.BooleanField(_("场所正常使用"), null=True, blank=True)
    interviewed = models.PositiveSmallIntegerField(_("走访群众人数"), null=True, blank=True)
    satisfied = models.PositiveSmallIntegerField(_("其中满意人数"), null=True, blank=True)
    note = models.CharField(_("情况"), max_length=1000, blank=True, default="")

    objects: ClassVar[Any] = InspectionPartRows.as_manager()

    class Meta:
        db_table = "supervision_site"
        verbose_name = _("检查村")
        verbose_name_plural = _("检查村")
        ordering = ["inspection", "village__code"]
        constraints = [
            once("insp_site_once", "inspection", "village", message=_("这个村已在名单上。")),
            at_most(
                "insp_site_satisfied", "satisfied", "interviewed", _("满意人数不能多于走访人数。")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.village.name} {self.inspection}"


class SiteAnswer(VillageRow):
    """The answer to one point of the checklist in one village.

    Where the point is laid beside the filing, `filed` keeps what the month's filing said and
    `agrees` whether it is the same: the township's private record of accuracy.
    """

    site = models.ForeignKey(
        InspectionSite, models.PROTECT, related_name="answers", verbose_name=_("检查村")
    )
    point = models.ForeignKey(
        ChecklistPoint, models.PROTECT, related_name="+", verbose_name=_("检查要点")
    )
    is_yes = models.BooleanField(_("是否做到"), null=True, blank=True)
    number = models.DecimalField(_("数字"), max_digits=18, decimal_places=4, null=True, blank=True)
    text = models.CharField(_("说明"), max_length=300, blank=True, default="")
    month = models.PositiveIntegerField(_("对照月份"), null=True, blank=True)
    filed = models.CharField(_("填报值"), max_length=60, blank=True, default="")
    agrees = models.BooleanField(_("与填报一致"), null=True, blank=True)

    objects: ClassVar[Any] = SiteChildRows.as_manager()

    class Meta:
        db_table = "supervision_answer"
        verbose_name = _("检查记录")
        verbose_name_plural = _("检查记录")
        ordering = ["site", "point__position", "id"]
        constraints = [
            once("insp_answer_once", "site", "point", message=_("这个要点已经记录。")),
            check(
                "insp_answer_compared", Q(agrees=None) | Q(month__isnull=False),
                _("对照填报应写明月份。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.point}"
