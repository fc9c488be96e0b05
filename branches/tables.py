"""Columns of the lists of branches that need attention."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from branches.choices import BranchKind
from branches.figures import sizes, terms
from branches.figures.size_rows import members_of
from villages.common.columns import Column, Kind, ListSpec

REASONS = {
    sizes.EMPTY: _("正式党员不足,是空壳支部"),
    sizes.OVERSIZED: _("正式党员过多,是超大支部"),
    sizes.INACTIVE: _("连续数月报明没有开展活动,是空壳支部"),
    sizes.FORM: _("党员数达不到设立党委的人数"),
    sizes.UNAPPROVED: _("设立党委没有登记县委批准文号"),
    sizes.UNITS: _("联合单位过多"),
    sizes.SEATS: _("委员职数与党员数不相称"),
}
FORMS = {
    "joint": _("与邻近单位组建联合党支部"),
    "branch": _("党支部"),
    "general": _("党总支"),
    "committee": _("党委(须经县委批准)"),
}
STATES = (
    (terms.OVERDUE, _("届满未换届")),
    (terms.DUE, _("即将届满")),
    (terms.EXTENDED, _("经批准延期")),
    (terms.RUNNING, _("任期内")),
    (terms.UNKNOWN, _("未登记任期")),
)


def reasons_text(row: dict[str, Any]) -> str:
    """The reasons of a branch as words."""
    return ";".join(str(REASONS[code]) for code in row["reasons"].split(",") if code)


def _place() -> tuple[Column, ...]:
    return (
        Column("name", _("党组织"), width=24),
        Column("village", _("村"), path="village__name", width=14),
        Column("township", _("乡镇"), path="village__township__name", width=14),
        Column("kind", _("类型"), kind=Kind.CHOICE, choices=BranchKind.choices, width=14),
    )


SIZES = ListSpec(
    key="branch-sizes",
    title=_("空壳、超大和设置不当的党支部"),
    columns=(
        *_place(),
        Column(
            "members", _("正式党员"), kind=Kind.INTEGER, unit=_("人"), computed=True,
            show=members_of, needs=("kind", "own", "below", "parts", "parts_counted"),
        ),
        Column(
            "expected", _("按人数应设"), kind=Kind.CHOICE, choices=tuple(FORMS.items()), width=24
        ),
        Column("seats", _("委员职数"), kind=Kind.INTEGER, unit=_("名")),
        Column("last_met", _("最近组织生活"), kind=Kind.DATE),
        Column("reasons", _("原因"), show=reasons_text, width=40),
    ),
    order=("village__code", "name"),
    row_url="ledgers:branches_row",
    row_arg="uid",
    row_label="name",
    search=("name", "village__search_text"),
    empty=_("没有空壳、超大或设置不当的党支部。没有党员数的党支部不在其中,请先登记党员数。"),
)  # fmt: skip

TERMS = ListSpec(
    key="branch-terms",
    title=_("换届日历"),
    columns=(
        *_place(),
        Column("state", _("任期"), kind=Kind.CHOICE, choices=STATES),
        Column("term_ends_on", _("届满日期"), kind=Kind.DATE),
        Column("extended_to", _("延期至"), kind=Kind.DATE),
        Column("days_left", _("还有"), kind=Kind.INTEGER, unit=_("天")),
        Column("vacant_since", _("缺员起始"), kind=Kind.DATE),
        Column("by_election_on", _("应补选"), kind=Kind.DATE),
    ),
    order=("due_on", "village__code", "name"),
    row_url="ledgers:branches_row",
    row_arg="uid",
    row_label="name",
    search=("name", "village__search_text"),
    empty=_("没有即将届满、届满未换届或缺员的党组织。"),
)
