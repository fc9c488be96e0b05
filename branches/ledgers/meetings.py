"""The ledgers of organization life."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from branches.ledgers.belonging import of_village, while_it_exists
from branches.models import Meeting, QuietMonth
from villages.common.columns import Column, Kind
from villages.common.faults import Fault
from villages.common.shares import share
from villages.ledgers.declaring import Chart, Item, Ledger


def _check(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    yield from of_village(values)
    yield from while_it_exists(values.get("branch"), values.get("held_on"), "held_on")


def _rate(row: dict[str, Any]) -> Any:
    attended, should = row["attended"], row["should_attend"]
    return None if attended is None or not should else share(attended, should)


MEETINGS = Ledger(
    key="meetings",
    hub="branches",
    model=Meeting,
    title=_("组织生活"),
    one=_("组织生活"),
    title_en="organization life",
    one_en="meeting",
    items=(
        Item("village", fixed=True),
        Item("branch", by="name", width=24, fixed=True),
        Item("kind", chosen=True),
        Item("held_on"),
        Item("attended", total=True),
        Item("should_attend", total=True),
        Item("topic", width=24),
        Item("by_secretary", shown=False, chosen=True),
    ),
    natural_key=("village", "branch", "kind", "held_on"),
    month="held_on",
    order=("-held_on", "village__code"),
    columns=(
        Column(
            "rate", _("到会率"), kind=Kind.SHARE, computed=True, show=_rate,
            needs=("attended", "should_attend"), help=_("实到人数除以应到人数。"),
        ),
    ),
    check=_check,
    charts=(Chart("kinds", _("按类型"), by="kind"), Chart("months", _("按月份"), by="held_on")),
    names=lambda row: f"{row.branch.name} {row.get_kind_display()} {row.held_on}",
    empty=_("还没有组织生活记录。每月在“本月组织生活”中一次填完,也可以导入。"),
)  # fmt: skip

QUIET_MONTHS = Ledger(
    key="quiet-months",
    hub="branches",
    model=QuietMonth,
    title=_("未开展组织生活的月份"),
    one=_("未开展组织生活的月份"),
    title_en="months without meetings",
    one_en="month without meetings",
    items=(
        Item("village", fixed=True),
        Item("branch", by="name", width=24, fixed=True),
        Item("month", fixed=True),
        Item("reason", wide=True, width=30),
    ),
    natural_key=("village", "branch", "month"),
    month="month",
    order=("-month", "village__code"),
    check=of_village,
    names=lambda row: f"{row.branch.name} {row.month}",
    empty=_("没有党组织报明未开展。当月没有任何登记的,按未填报处理,不算未开展。"),
)
