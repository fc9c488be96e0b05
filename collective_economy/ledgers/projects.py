"""Support projects with their money, yield and shares."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from collective_economy.actions.projects import move_project
from collective_economy.kinds import ProjectStatus
from collective_economy.ledgers.belonging import same_village
from collective_economy.models import Project, ProjectFund, ProjectIncome, ProjectVillage
from collective_economy.models.projects import WHOLE
from collective_economy.project_states import NEXT
from villages.common.columns import Column, Kind
from villages.common.errors import DomainError
from villages.common.faults import Fault
from villages.common.shares import share
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Part, Verb


def _mover(status: ProjectStatus) -> Any:
    def act(row: Project, *, by: Any, on: date, risk: str = "") -> Project:
        return move_project(row, status=status, on=on, risk=risk, by=by)

    return act


def _from(status: ProjectStatus) -> Any:
    return lambda _user, row: status in NEXT[ProjectStatus(row.status)]


def _verb(
    key: str, label: Any, en: str, status: ProjectStatus, day: Any, *, danger: bool = False
) -> Verb:
    asks: tuple[Ask, ...] = (Ask("on", day, "Day", Kind.DATE),)
    if danger:
        asks = (*asks, Ask("risk", _("原因和打算"), "Why, and what next", wide=True))
    return Verb(key, label, en, act=_mover(status), asks=asks, offered=_from(status), danger=danger)


def _whole_at_most(row: ProjectVillage, _before: Any, _by: Any) -> None:
    """Together the villages have no more than the whole project."""
    row_sum = ProjectVillage.objects.filter(project=row.project).aggregate(all=Sum("share"))
    if row_sum["all"] > WHOLE:
        words = say("各村份额合计超过 10000(万分之一)。")
        raise DomainError("shares_above_whole", words, say("请先减少其他村的份额。"), share=words)


def _year(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    project, year = values.get("project"), values.get("year")
    if project is not None and year is not None and year < project.year:
        yield Fault("year", "too_early", say("收益年度早于立项年度。"), say("请核对年度。"))


def _income_check(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    yield from same_village("project")(values, row)
    yield from _year(values, row)


def _spent(row: dict[str, Any]) -> Any:
    return share(row["funds_spent_fen"] or 0, row["funds_arrived_fen"] or 0)


def _with_money(rows: Any, _on: Any) -> Any:
    return rows.annotate(
        funds_arrived_fen=Sum("funds__amount_fen"), funds_spent_fen=Sum("funds__spent_fen")
    )


PROJECTS = Ledger(
    key="support-projects",
    hub="economy",
    model=Project,
    title=_("扶持项目"),
    one=_("扶持项目"),
    title_en="support projects",
    one_en="support project",
    items=(
        Item("village", fixed=True),
        Item("name", width=24),
        Item("year", chosen=True),
        Item("mode", chosen=True),
        Item("status", chosen=True),
        Item("progress"),
        Item("approved_on", shown=False),
        Item("planned_start_on", shown=False),
        Item("started_on", shown=False),
        Item("planned_finish_on", shown=False),
        Item("finished_on", shown=False),
        Item("stopped_on", shown=False),
        Item("expected_income_fen", total=True),
        Item("households", total=True, shown=False),
        Item("asset_no", shown=False),
        Item("risk", wide=True, shown=False, width=24),
    ),
    natural_key=("village", "name", "year"),
    order=("-year", "village__code", "name"),
    annotate=_with_money,
    columns=(
        Column("funds", _("到账资金"), path="funds_arrived_fen", kind=Kind.WAN, total=True),
        Column(
            "spend_rate", _("支出率"), kind=Kind.SHARE, computed=True, show=_spent,
            needs=("funds_arrived_fen", "funds_spent_fen"), help=_("已支出除以到账资金。"),
        ),
    ),
    charts=(
        Chart("states", _("按状态"), by="status"),
        Chart("modes", _("按经营方式"), by="mode"),
        Chart("townships", _("按乡镇"), by="township"),
    ),
    parts=(
        Part("project-funds", "project"),
        Part("project-incomes", "project"),
        Part("project-villages", "project"),
    ),
    verbs=(
        _verb("approve", _("批准"), "approve", ProjectStatus.APPROVED, _("批准日期")),
        _verb("start", _("开工"), "start building", ProjectStatus.BUILDING, _("开工日期")),
        _verb("run", _("投产运行"), "begin to run", ProjectStatus.RUNNING, _("投产日期")),
        _verb("idle", _("转为闲置"), "stand idle", ProjectStatus.IDLE, _("闲置日期"), danger=True),
        _verb("fail", _("转为失败"), "give up", ProjectStatus.FAILED, _("失败日期"), danger=True),
    ),
    search=("name",),
    names=lambda row: f"{row.village.name} {row.name}",
    empty=_("还没有扶持项目。登记后可以看到资金支出率和每万元资金的收益。"),
)  # fmt: skip
FUNDS = Ledger(
    key="project-funds",
    hub="economy",
    model=ProjectFund,
    title=_("项目资金"),
    one=_("项目资金"),
    title_en="project funds",
    one_en="project fund",
    items=(
        Item("village", fixed=True),
        Item("project", by="name", width=24, fixed=True),
        Item("level", chosen=True, fixed=True),
        Item("amount_fen", total=True),
        Item("arrived_on", fixed=True),
        Item("spent_fen", total=True),
    ),
    natural_key=("village", "project", "level", "arrived_on"),
    order=("-arrived_on", "village__code"),
    check=same_village("project"),
    charts=(Chart("levels", _("按资金级次"), by="level", measure="amount_fen"),),
    names=lambda row: f"{row.project.name} {row.get_level_display()}",
    empty=_("还没有项目资金。"),
)
INCOMES = Ledger(
    key="project-incomes",
    hub="economy",
    model=ProjectIncome,
    title=_("项目收益"),
    one=_("项目收益"),
    title_en="project incomes",
    one_en="project income",
    items=(
        Item("village", fixed=True),
        Item("project", by="name", width=24, fixed=True),
        Item("year", chosen=True, fixed=True),
        Item("income_fen", total=True),
    ),
    natural_key=("village", "project", "year"),
    order=("-year", "village__code"),
    check=_income_check,
    names=lambda row: f"{row.project.name} {row.year}",
    empty=_("还没有项目收益。"),
)
SHARES = Ledger(
    key="project-villages",
    hub="economy",
    model=ProjectVillage,
    title=_("抱团项目份额"),
    one=_("抱团项目份额"),
    title_en="shares in joint projects",
    one_en="share in a joint project",
    items=(
        Item("village", fixed=True),
        Item("project", by="uid", width=24, fixed=True),
        Item("share", total=True),
    ),
    natural_key=("village", "project"),
    order=("project", "village__code"),
    after=_whole_at_most,
    # The project is led by another village, which a sheet cannot name inside the own one.
    imported=False,
    names=lambda row: f"{row.project.name} {row.village.name}",
    empty=_("没有写明份额的项目,收益全部属于牵头村。"),
)
