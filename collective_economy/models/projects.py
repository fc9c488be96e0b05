"""Projects that are to make a collective earn, their money, villages and yield."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collective_economy.kinds import FundLevel, Mode, ProjectStatus
from villages.ledgers.constraints import (
    a_year,
    at_most,
    check,
    in_order,
    not_negative,
    once,
    one_of,
    within,
)
from villages.ledgers.models import VillageRow

# A joint project is divided in ten-thousandths.
WHOLE = 10_000
_STARTED = (ProjectStatus.BUILDING, ProjectStatus.RUNNING, ProjectStatus.IDLE)


class Project(VillageRow):
    """A support project (扶持项目). `village` leads; joint projects (抱团) name the others and
    their shares in `ProjectVillage`."""

    name = models.CharField(_("项目名称"), max_length=80)
    year = models.PositiveSmallIntegerField(_("立项年度"))
    mode = models.CharField(_("经营方式"), max_length=12, choices=Mode.choices)
    status = models.CharField(
        _("状态"), max_length=10, choices=ProjectStatus.choices, default=ProjectStatus.PLANNING
    )
    approved_on = models.DateField(_("批准日期"), null=True, blank=True)
    planned_start_on = models.DateField(_("计划开工"), null=True, blank=True)
    started_on = models.DateField(_("实际开工"), null=True, blank=True)
    planned_finish_on = models.DateField(_("计划完工"), null=True, blank=True)
    finished_on = models.DateField(_("投产日期"), null=True, blank=True)
    stopped_on = models.DateField(_("闲置或失败日期"), null=True, blank=True)
    progress = models.PositiveSmallIntegerField(_("进度"), default=0)
    expected_income_fen = models.BigIntegerField(_("预计年收入"), null=True, blank=True)
    households = models.PositiveIntegerField(_("受益户数"), null=True, blank=True)
    asset_no = models.CharField(_("资产编号"), max_length=40, blank=True, default="")
    risk = models.CharField(_("风险和困难"), max_length=200, blank=True, default="")

    class Meta:
        db_table = "economy_project"
        verbose_name = _("扶持项目")
        verbose_name_plural = _("扶持项目")
        constraints = [
            once(
                "project_once", "village", "name", "year",
                message=_("这个村该年度已有同名项目。"),
            ),
            a_year("project_year", "year", _("立项年度应写成 2026 的形式。")),
            one_of("project_status", "status", ProjectStatus, _("项目状态不在列表中。")),
            check("project_progress", Q(progress__lte=100), _("进度应在 0 到 100 之间。")),
            check(
                "project_approved",
                Q(status__in=(ProjectStatus.PLANNING, ProjectStatus.FAILED))
                | Q(approved_on__isnull=False),
                _("已批准、在建、运行或闲置的项目必须写明批准日期。"),
            ),
            check(
                "project_started", ~Q(status__in=_STARTED) | Q(started_on__isnull=False),
                _("在建、运行或闲置的项目必须写明实际开工日期。"),
            ),
            check(
                "project_running",
                ~Q(status=ProjectStatus.RUNNING) | Q(finished_on__isnull=False, progress=100),
                _("运行的项目必须写明投产日期,进度为 100。"),
            ),
            check(
                "project_stopped",
                (Q(status__in=(ProjectStatus.IDLE, ProjectStatus.FAILED))
                 & Q(stopped_on__isnull=False))
                | (~Q(status__in=(ProjectStatus.IDLE, ProjectStatus.FAILED))
                   & Q(stopped_on=None)),
                _("闲置或失败的项目写明闲置或失败日期,其他项目不写。"),
            ),
            in_order(
                "project_plan_dates", "planned_start_on", "planned_finish_on",
                _("计划完工不能早于计划开工。"),
            ),
            in_order(
                "project_dates", "started_on", "finished_on", _("投产日期不能早于实际开工。")
            ),
            in_order(
                "project_stop_date", "started_on", "stopped_on",
                _("闲置或失败日期不能早于实际开工。"),
            ),
            not_negative(
                "project_expected", "expected_income_fen", message=_("预计年收入不能为负数。")
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class ProjectVillage(VillageRow):
    """The share of one village in a joint project, in ten-thousandths of the whole."""

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="villages", verbose_name=_("项目")
    )
    share = models.PositiveIntegerField(_("份额"))

    class Meta:
        db_table = "economy_project_village"
        verbose_name = _("抱团项目份额")
        verbose_name_plural = _("抱团项目份额")
        constraints = [
            once(
                "project_village_once", "project", "village",
                message=_("这个村在项目里已有份额。"),
            ),
            within(
                "project_village_share", "share", 1, WHOLE,
                _("份额以万分之一计,应在 1 到 10000 之间。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.project_id} {self.share}"


class ProjectFund(VillageRow):
    """Money given to a project by one level of government or the village itself."""

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="funds", verbose_name=_("项目")
    )
    level = models.CharField(_("资金级次"), max_length=10, choices=FundLevel.choices)
    amount_fen = models.BigIntegerField(_("下达金额"))
    arrived_on = models.DateField(_("到账日期"))
    spent_fen = models.BigIntegerField(_("已支出"), default=0)

    class Meta:
        db_table = "economy_project_fund"
        verbose_name = _("项目资金")
        verbose_name_plural = _("项目资金")
        constraints = [
            once(
                "project_fund_once", "project", "level", "arrived_on",
                message=_("这笔资金已经登记。"),
            ),
            check("project_fund_positive", Q(amount_fen__gt=0), _("下达金额应大于零。")),
            not_negative("project_fund_spent", "spent_fen", message=_("已支出不能为负数。")),
            at_most(
                "project_fund_within", "spent_fen", "amount_fen", _("已支出不能多于下达金额。")
            ),
            one_of("project_fund_level", "level", FundLevel, _("资金级次不在列表中。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.project_id} {self.level} {self.arrived_on}"


class ProjectIncome(VillageRow):
    """What a project brought in one calendar year, to all its villages together."""

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="incomes", verbose_name=_("项目")
    )
    year = models.PositiveSmallIntegerField(_("年度"))
    income_fen = models.BigIntegerField(_("收益"))

    class Meta:
        db_table = "economy_project_income"
        verbose_name = _("项目收益")
        verbose_name_plural = _("项目收益")
        constraints = [
            once(
                "project_income_once", "project", "year",
                message=_("这个项目该年度的收益已经登记。"),
            ),
            a_year("project_income_year", "year", _("年度应写成 2026 的形式。")),
            not_negative("project_income_fen", "income_fen", message=_("收益不能为负数。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.project_id} {self.year}"
