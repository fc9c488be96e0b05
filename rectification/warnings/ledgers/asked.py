"""Colours set by hand and exemptions: asked for by one person, decided by another."""

from typing import Any

import django_filters
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from rectification.warnings import perms
from rectification.warnings.actions import asking
from rectification.warnings.choices import AskStatus
from rectification.warnings.models import ColourOverride, Exemption
from villages.common import clock
from villages.common.columns import Column, Kind
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Verb
from villages.rest.fields import Field


def _rules(row: dict[str, Any]) -> str:
    return "、".join(row["rules"]) if row["rules"] else say("全部规则")


def _text(label: Any, *, required: bool = True) -> Ask:
    return Ask("text", label, "words", required=required, most=300, wide=True)


def _act(action: Any) -> Any:
    def act(row: Any, *, by: Any, text: str | None = "") -> Any:
        return action(by=by, row=row, on=clock.today(), text=text or "")

    return act


VERBS = (
    Verb(
        "approve", _("批准"), "approve", act=_act(asking.approve), may=perms.may_decide_county,
        offered=lambda user, row: row.status == AskStatus.ASKED and asking.may_approve(user, row),
        explains=_("由申请人以外的人审批。批准后立即对未封账的月份起作用,每处颜色旁都有标记。"),
        asks=(_text(_("审批意见"), required=False),), many=True,
    ),
    Verb(
        "refuse", _("不批准"), "refuse", act=_act(asking.refuse), may=perms.may_decide_county,
        offered=lambda user, row: row.status == AskStatus.ASKED and asking.may_settle(user, row),
        asks=(_text(_("理由")),),
    ),
    Verb(
        "end", _("提前结束"), "end early", act=_act(asking.end), may=perms.may_decide_county,
        offered=lambda user, row: row.status == AskStatus.APPROVED and asking.may_settle(user, row),
        explains=_("从未封账的月份起不再起作用,封账的月份不变。"), danger=True,
        asks=(_text(_("原因")),),
    ),
)  # fmt: skip


_ASKED = (
    Item("from_month", asked=False),
    Item("until_month", asked=False),
    Item("reason", asked=False, wide=True, width=30),
    Item("status", chosen=True, asked=False, width=8),
    Item("asked_name", asked=False),
    Item("asked_on", asked=False, shown=False),
    Item("decided_name", asked=False),
    Item("decided_on", asked=False, shown=False),
    Item("decided_reason", asked=False, wide=True, shown=False),
    Item("ended_from", asked=False, kind=Kind.MONTH, shown=False),
)
_COMMON: dict[str, Any] = {
    "hub": "warnings", "order": ("-id",), "writable": False, "removable": False,
    "imported": False, "may_read": perms.may_see_warnings, "verbs": VERBS,
    "names": asking.name_shown,
}  # fmt: skip
OVERRIDES = Ledger(
    key="colour-overrides",
    model=ColourOverride,
    title=_("人工调整"),
    one=_("人工调整"),
    title_en="colours set by hand",
    one_en="colour set by hand",
    items=(
        Item("village", chosen=True, asked=False), Item("colour", chosen=True, asked=False),
        *_ASKED,
    ),
    natural_key=("village", "from_month", "colour"),
    search=("reason",),
    empty=_("没有人工调整的颜色。调整要写明理由和截止月份,由另一人审批。"),
    **_COMMON,
)  # fmt: skip
EXEMPTIONS = Ledger(
    key="exemptions",
    model=Exemption,
    title=_("预警豁免"),
    one=_("预警豁免"),
    title_en="exemptions",
    one_en="exemption",
    items=(
        Item("village", chosen=True, asked=False), Item("kind", chosen=True, asked=False),
        *_ASKED,
    ),
    natural_key=("village", "from_month", "kind"),
    columns=(
        Column("exempt_rules", _("不适用的规则"), computed=True, show=_rules, needs=("rules",),
               width=20),
    ),
    criteria={"batch": django_filters.CharFilter(label=_("批次"))},
    answers=(
        Field("rules", "不适用的规则", "Codes of rules that do not hold; none: all",
              many=True),
        Field("batch", "批次", "Joins the rows of one decision on several villages",
              filters=("exact",)),
    ),
    charts=(Chart("kinds", _("按类别"), by="kind", unit=_("件")),),
    search=("reason",),
    empty=_("没有预警豁免。遇到雨雪、灾害等情况,可以申请规则在几个月内不适用。"),
    **_COMMON,
)  # fmt: skip
LEDGERS: tuple[Any, ...] = (OVERRIDES, EXEMPTIONS)
