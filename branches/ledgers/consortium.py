"""Ledgers of joint bodies and their members."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from branches.actions.consortium import check_body, check_member, end_body
from branches.models import JointBody, JointMember
from villages.accounts.perms import may_change_map
from villages.common.columns import Column, Kind
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Part, Verb


def _check_body(row: JointBody, _by: Any) -> None:
    check_body(row)


def _check(row: JointMember, _by: Any) -> None:
    check_member(row)


def _check_again(row: JointMember, _before: Any, _by: Any) -> None:
    """Rows of one batch know of each other only once all of them are written."""
    check_member(row)


def _member(row: dict[str, Any]) -> str:
    village = row["village__name"]
    return f"{row['village__township__name']}{village}" if village else str(row["unit_name"])


def _is_open(_user: Any, row: JointBody) -> bool:
    return row.ended_on is None


BODIES = Ledger(
    key="joint-bodies",
    hub="branches",
    model=JointBody,
    title=_("联建组织"),
    one=_("联建组织"),
    title_en="joint bodies",
    one_en="joint body",
    items=(
        Item("name", width=24),
        Item("kind", chosen=True),
        Item("lead", width=20),
        Item("founded_on"),
        Item("approved_on", shown=False),
        Item("approval_no", shown=False, width=18),
        Item("ended_on", asked=False),
        Item("end_reason", listed=False, asked=False),
        Item("stated_on"),
        Item("cooperatives", total=True),
        Item("households", total=True),
        Item("pooled_mu", total=True),
        Item("income_fen", total=True),
        Item("source", listed=False),
    ),
    natural_key=("name",),
    may_write=may_change_map,
    settle=_check_body,
    verbs=(
        Verb(
            "end", _("终止联建组织"), "end", end_body, may=may_change_map, offered=_is_open,
            asks=(
                Ask("ended_on", _("终止日期"), "day of ending", Kind.DATE),
                Ask("end_reason", _("终止原因"), "reason of ending", wide=True),
            ),
            danger=True,
            explains=_("终止后全部成员同日退出,份额不再计算;历史数据保留。"),
        ),
    ),
    parts=(Part("joint-members", "body"),),
    charts=(Chart("kinds", _("按类型"), by="kind"),),
    order=("name",),
    search=("name", "lead"),
    sections=(
        (_("组织"), ("name", "kind", "lead", "founded_on", "approved_on", "approval_no")),
        (_("经营数据"), ("stated_on", "cooperatives", "households", "pooled_mu", "income_fen")),
    ),
)  # fmt: skip

MEMBERS = Ledger(
    key="joint-members",
    hub="branches",
    model=JointMember,
    title=_("联建成员"),
    one=_("联建成员"),
    title_en="members of joint bodies",
    one_en="joint member",
    items=(
        Item("body", by="name", width=24, fixed=True),
        Item("village", width=16, fixed=True),
        Item("unit_name", width=20, fixed=True, shown=False),
        Item("joined_on"),
        Item("left_on"),
        Item("share_percent"),
        Item("source", listed=False),
    ),
    natural_key=("body", "village", "unit_name", "joined_on"),
    may_write=may_change_map,
    # Villages and other units under one head, also where a body's page leaves the village out.
    columns=(
        Column(
            "member",
            _("成员"),
            computed=True,
            width=20,
            show=_member,
            needs=("village__name", "village__township__name", "unit_name"),
        ),
    ),
    settle=_check,
    after=_check_again,
    order=("body__name", "joined_on", "pk"),
    search=("body__name", "village__search_text", "unit_name"),
    names=lambda row: str(row),
)

LEDGERS = (BODIES, MEMBERS)
