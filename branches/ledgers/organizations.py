"""The ledger of party organizations."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from branches.actions.branches import abolish, approve, extend
from branches.actions.elections import term_end, usual_years
from branches.choices import BranchKind
from branches.figures.size_rows import members_of, with_members
from branches.models import PartyBranch
from villages.common.columns import Column, Kind
from villages.common.errors import DomainError
from villages.common.faults import Fault
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Part, Verb


def _check(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    """The parent stands above: a general branch over branches, a committee over both. As each
    parent has a higher level than its child, no circle is possible."""
    parent, village = values.get("parent"), values.get("village")
    if parent is None:
        return
    if parent.level <= BranchKind(values["kind"]).level:
        yield Fault("parent", "parent_level", str(_("上级应为党总支或党委,且级别更高。")))
    if village is not None and parent.county_code != village.county_code:
        yield Fault("parent", "parent_county", str(_("上级党组织应在同一个县。")))


def _settle(row: PartyBranch, _by: Any) -> None:
    """The length of a term follows from the kind, its end from its beginning."""
    if row.term_start is None:
        row.term_ends_on = None
        return
    row.term_years = row.term_years or usual_years(row.kind, row.county_code, row.term_start)
    row.term_ends_on = term_end(row.term_start, row.term_years)


def _after(row: PartyBranch, before: Mapping[str, Any], _by: Any) -> None:
    """A changed kind must still stand above what is below it."""
    if not before or before.get("kind") == row.kind:
        return
    levels = (BranchKind(kind).level for kind in row.children.values_list("kind", flat=True))
    if max(levels, default=0) >= row.level:
        words = str(_("下面还有党组织,不能改为这个类型。"))
        raise DomainError("kind_below_parts", words, kind=words)


def _exists(_user: Any, row: PartyBranch) -> bool:
    return row.abolished_on is None


BRANCHES = Ledger(
    key="branches",
    hub="branches",
    model=PartyBranch,
    title=_("党组织"),
    one=_("党组织"),
    title_en="party organizations",
    one_en="party organization",
    items=(
        Item("village", fixed=True),
        Item("name", width=24),
        Item("kind", chosen=True),
        Item("parent", by="name", shown=False, width=24),
        Item("units", shown=False, total=True),
        Item("party_groups", shown=False, total=True),
        Item("founded_on", shown=False),
        Item("approved_on", shown=False),
        Item("approval_no", shown=False, width=20),
        Item("county_approved_on", shown=False),
        Item("county_approval_no", shown=False, width=20),
        Item("seats", total=True),
        Item("filled", total=True),
        Item("vacant_since", shown=False),
        Item("term_start", shown=False),
        Item("term_years", shown=False),
        Item("term_ends_on", asked=False),
        Item("extended_to", asked=False, shown=False),
        Item("extension_no", asked=False, shown=False),
        Item("extension_reason", asked=False, shown=False, wide=True),
        Item("abolished_on", asked=False, shown=False),
        Item("abolition_no", asked=False, shown=False),
        Item("abolition_reason", asked=False, shown=False, wide=True),
    ),
    sections=(
        (_("组织"), ("village", "name", "kind", "parent", "units", "party_groups")),
        (_("成立"), ("founded_on", "approved_on", "approval_no", "county_approved_on",
                   "county_approval_no")),
        (_("班子"), ("seats", "filled", "vacant_since")),
        (_("任期"), ("term_start", "term_years", "term_ends_on", "extended_to", "extension_no",
                   "extension_reason")),
        (_("撤销"), ("abolished_on", "abolition_no", "abolition_reason")),
    ),
    natural_key=("village", "name"),
    order=("village__code", "name"),
    search=("name", "village__search_text"),
    annotate=with_members,
    columns=(
        Column(
            "members", _("正式党员"), kind=Kind.INTEGER, unit=_("人"), computed=True,
            show=members_of, needs=("kind", "own", "below", "parts", "parts_counted"),
            help=_("最近一次党员数;党总支、党委为所属党支部之和,有一个未填则不显示。"),
        ),
        Column("counted_on", _("党员数日期"), kind=Kind.DATE, visible=False),
    ),
    check=_check,
    settle=_settle,
    after=_after,
    verbs=(
        Verb(
            "approve", _("登记成立批准"), "approve founding", act=approve,
            asks=(
                Ask("approved_on", _("批准日期"), "approved on", Kind.DATE),
                Ask("approval_no", _("批准文号"), "approval number", most=60),
            ),
            offered=lambda user, row: _exists(user, row) and row.approved_on is None,
        ),
        Verb(
            "extend", _("登记延期换届"), "extend term", act=extend,
            asks=(
                Ask("extended_to", _("延期至"), "extended to", Kind.DATE),
                Ask("approval_no", _("批准文号"), "approval number", most=60),
                Ask("reason", _("理由"), "reason", wide=True),
            ),
            offered=lambda user, row: _exists(user, row) and row.term_ends_on is not None,
            explains=_("延期换届要经上级党组织批准,一般不超过一年。"),
        ),
        Verb(
            "abolish", _("撤销党组织"), "abolish", act=abolish, danger=True,
            asks=(
                Ask("abolished_on", _("撤销日期"), "abolished on", Kind.DATE),
                Ask("approval_no", _("批准文号"), "approval number", most=60),
                Ask("reason", _("原因"), "reason", wide=True),
            ),
            offered=_exists,
            explains=_("撤销后不再计入现有党组织,以前的登记都保留。"),
        ),
    ),
    parts=(
        Part("branches", "parent", _("所属党组织")),
        Part("member-counts", "branch"),
        Part("meetings", "branch"),
        Part("branch-elections", "branch"),
        Part("development-records", "branch"),
    ),
    charts=(Chart("kinds", _("按类型"), by="kind"), Chart("townships", _("按乡镇"), by="township")),
    names=lambda row: str(row.name),
    empty=_("还没有党组织。乡镇组织干事登记或导入后显示在这里。"),
)  # fmt: skip
