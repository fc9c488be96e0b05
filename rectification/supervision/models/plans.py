"""The year's register of inspections (督查检查计划备案)."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rectification.supervision.choices import InspectionKind
from rectification.supervision.more_querysets import TripRows
from villages.ledgers.constraints import a_year, filled, in_order, once, one_of
from villages.ledgers.models import LedgerRow


class InspectionPlan(LedgerRow):
    """What an office means to inspect in a year: registered before anybody travels."""

    year = models.PositiveSmallIntegerField(_("年度"))
    title = models.CharField(_("检查事项"), max_length=80)
    kind = models.CharField(
        _("方式"), max_length=8, choices=InspectionKind.choices, default=InspectionKind.ROUTINE
    )
    office = models.CharField(_("牵头部门"), max_length=60)
    basis = models.CharField(_("依据"), max_length=200, blank=True, default="")
    from_on = models.DateField(_("开始日期"))
    to_on = models.DateField(_("结束日期"))
    team_size = models.PositiveSmallIntegerField(_("每组人数"), default=3)

    class Meta:
        db_table = "supervision_plan"
        verbose_name = _("检查计划")
        verbose_name_plural = _("检查计划")
        ordering = ["-year", "from_on", "id"]
        constraints = [
            once(
                "insp_plan_once", "county_code", "year", "title", "office",
                message=_("这个部门这一年的同名检查已经备案。"),
            ),
            a_year("insp_plan_year", "year", _("年度应在 2000 到 2099 之间。")),
            filled("insp_plan_titled", "title", _("请写明检查事项。")),
            filled("insp_plan_office", "office", _("请写明牵头部门。")),
            one_of("insp_plan_kind", "kind", InspectionKind),
            in_order("insp_plan_dates", "from_on", "to_on", _("结束日期不能早于开始日期。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.title}({self.office})"


class PlanTrip(LedgerRow):
    """One visit of a plan to a township in a month.

    `joined_to` is the trip of another plan with which it goes together: people travel once.
    """

    plan = models.ForeignKey(
        InspectionPlan, models.PROTECT, related_name="trips", verbose_name=_("检查计划")
    )
    unit_code = models.CharField(_("乡镇代码"), max_length=9)
    unit_name = models.CharField(_("乡镇"), max_length=60)
    month = models.PositiveIntegerField(_("月份"))
    planned_on = models.DateField(_("计划日期"), null=True, blank=True)
    joined_to = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="joined",
        verbose_name=_("合并到"),
    )  # fmt: skip

    objects: ClassVar[Any] = TripRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "supervision_trip"
        verbose_name = _("检查行程")
        verbose_name_plural = _("检查行程")
        ordering = ["month", "unit_code", "id"]
        constraints = [
            once(
                "insp_trip_once", "plan", "unit_code", "month",
                message=_("这项检查这个月到这个乡镇的行程已经登记。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.unit_name} {self.month} {self.plan}"
