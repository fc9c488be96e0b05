"""Lists about people and the trail."""

from typing import Any

from django.db.models import Case, CharField, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from villages.accounts.choices import RequestState, Role
from villages.accounts.models import AccessRequest
from villages.common.columns import Column, Kind, ListSpec
from villages.models import County, Township, Village
from villages.trace.labels import CHANNELS, RESULTS
from villages.trace.sentences import sentence

TRAIL_NEEDS = (
    "action", "object_kind", "object_name", "before", "after", "reason", "count", "actor_name",
    "on_behalf_of",
)  # fmt: skip


def _state(row: dict[str, Any]) -> str:
    if row["is_active"]:
        return _now("在用")
    return _now("待审批") if row["waiting"] else _now("已停用")


def _who(row: dict[str, Any]) -> str:
    if not row["on_behalf_of"]:
        return str(row["actor_name"])
    names = {"actor": row["actor_name"], "principal": row["on_behalf_of"]}
    return _now("%(actor)s(代理 %(principal)s)") % names


USERS = ListSpec(
    key="users",
    title=_("用户与权限"),
    columns=(
        Column("name", _("姓名"), width=12),
        Column("username", _("用户名"), width=16),
        Column("role", _("角色"), kind=Kind.CHOICE, choices=Role, width=16),
        Column("unit_name", _("单位"), width=24),
        Column("place", _("所属区划"), width=20),
        Column("state", _("状态"), computed=True, needs=("is_active", "waiting"), show=_state),
        Column("created_at", _("开设时间"), kind=Kind.INSTANT, visible=False, width=16),
    ),
    order=("home_code", "role", "name"),
    row_url="accounts:user",
    row_arg="uid",
    row_label="name",
    search=("name", "username", "unit_name"),
    empty=_("没有符合条件的用户。"),
)

REQUESTS = ListSpec(
    key="access-requests",
    title=_("授权申请"),
    columns=(
        Column("subject", _("对象"), path="subject__name", width=12),
        Column("unit", _("单位"), path="subject__unit_name", width=20),
        Column(
            "role", _("申请的角色"), path="wanted_role", kind=Kind.CHOICE, choices=Role, width=16
        ),
        Column("reason", _("理由"), width=30),
        Column("requested_by", _("申请人"), path="requested_by__name", width=12),
        Column("requested_at", _("申请时间"), kind=Kind.INSTANT, width=16),
        Column("state", _("状态"), kind=Kind.CHOICE, choices=RequestState, width=10),
        Column("decided_by", _("审批人"), path="decided_by__name", width=12),
        Column("answer", _("审批意见"), width=24, visible=False),
    ),
    order=("-requested_at",),
    row_url="accounts:request",
    row_arg="uid",
    row_label="subject",
    search=("subject__name", "requested_by__name", "reason"),
    empty=_("没有授权申请。角色变更和县级管辖的申请会出现在这里。"),
)

HANDOVERS = ListSpec(
    key="handovers",
    title=_("工作交接"),
    columns=(
        Column("leaver", _("离任人"), path="leaver__name", width=12),
        Column("unit", _("单位"), path="leaver__unit_name", width=20),
        Column("successor", _("接任人"), path="successor__name", width=12),
        Column("leaves_on", _("离任日期"), kind=Kind.DATE, width=12),
        Column("reason", _("依据"), width=30),
        Column("done_at", _("办理时间"), kind=Kind.INSTANT, width=16),
        Column("closed_at", _("账号停用时间"), kind=Kind.INSTANT, width=16),
    ),
    order=("-done_at",),
    row_url="accounts:handover",
    row_arg="uid",
    row_label="leaver",
    search=("leaver__name", "successor__name", "reason"),
    empty=_("还没有办理过工作交接。"),
)

TRAIL = ListSpec(
    key="trail",
    title=_("操作留痕"),
    columns=(
        Column("at", _("时间"), kind=Kind.INSTANT, width=18),
        Column("who", _("操作人"), computed=True, needs=TRAIL_NEEDS, show=_who, width=16),
        Column("what", _("内容"), computed=True, needs=TRAIL_NEEDS, show=sentence, width=50),
        Column("result", _("结果"), kind=Kind.CHOICE, choices=RESULTS, width=8),
        Column("channel", _("途径"), kind=Kind.CHOICE, choices=CHANNELS, width=10),
        Column("address", _("来源地址"), kind=Kind.CODE, width=16, visible=False),
        Column("action", _("操作代号"), width=20, visible=False),
        Column("count", _("行数"), kind=Kind.INTEGER, width=8, visible=False),
        Column("request_id", _("请求编号"), kind=Kind.CODE, width=34, visible=False),
    ),
    order=("-id",),
    identity="id",
    row_url="accounts:trail_entry",
    row_arg="address_key",
    row_label="what",
    search=("object_name", "actor_name", "reason"),
    empty=_("没有符合条件的留痕。"),
)


def with_place(rows: Any) -> Any:
    """People with the name of the unit they belong to, and whether a request waits for them."""
    waiting = AccessRequest.objects.filter(subject=OuterRef("pk"), state=RequestState.WAITING)
    return rows.annotate(
        place=Coalesce(
            Subquery(Village.objects.filter(code=OuterRef("home_code")).values("name")[:1]),
            Subquery(Township.objects.filter(code=OuterRef("home_code")).values("name")[:1]),
            Subquery(County.objects.filter(code=OuterRef("home_code")).values("name")[:1]),
            F("home_code"),
            output_field=CharField(),
        ),
        waiting=Subquery(waiting.values("pk")[:1]),
    )


def with_address(rows: Any) -> Any:
    """Entries with their public address: chain and number."""
    number = Cast("number", CharField())
    return rows.annotate(address_key=Concat("chain", Value("-"), number, output_field=CharField()))


def with_wanted_role(rows: Any) -> Any:
    """Requests with the role that would hold afterwards."""
    return rows.annotate(
        wanted_role=Case(
            When(role="", then="subject__role"), default="role", output_field=CharField()
        )
    )
