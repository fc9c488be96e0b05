"""How villages came on the list."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.actions import objections
from rectification.choices import Origin
from rectification.ledgers.belonging import CASE_ITEMS, all_of, in_case, kept_in, of_case
from rectification.models import CaseObjection, CaseOpinion, CaseSituation, ScreeningDecision
from rectification.perms import (
    may_keep_cases,
    may_see_cases,
    may_see_restricted,
    may_take_county_steps,
)
from rectification.states import CANDIDATES, UNDER_WORK, WORKABLE, CaseStatus
from villages.common.columns import Column, Kind
from villages.common.faults import Fault
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Verb

# A situation is found before the village is listed, or written down after a direct decision.
FINDING = tuple(dict.fromkeys((*CANDIDATES, *WORKABLE)))

REVIEW = (CaseStatus.PROPOSED, CaseStatus.JOINT_REVIEW)


def _one_standard(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    """A situation of the county in which the case is."""
    item, case = values.get("item"), values.get("case")
    if item is not None and case is not None and item.county_code != case.county_code:
        yield Fault("item", "other_county", _("它属于另一个县的标准。"), _("请选择本县的情形。"))


SITUATION = Column(
    "situation", gettext_lazy("情形内容"), path="item__situation", width=28,
    help=gettext_lazy("标准中这一条的原文。"),
)  # fmt: skip
SITUATIONS = Ledger(
    key="case-situations",
    hub="cases",
    model=CaseSituation,
    title=gettext_lazy("认定情形"),
    one=gettext_lazy("认定情形"),
    title_en="situations of cases",
    one_en="situation of a case",
    items=(
        *CASE_ITEMS,
        Item("item", by="code", fixed=True, chosen=True, width=10),
        Item("facts", wide=True, width=40),
    ),
    natural_key=("village", "case", "item"),
    order=("-case__listed_year", "village__code", "item__code"),
    may_read=may_see_cases,
    may_write=may_keep_cases,
    # No sheets: they would be kept as they came, with restricted facts in them, and codes repeat
    # from year to year.
    imported=False,
    check=all_of(in_case(*FINDING), _one_standard),
    holds=kept_in(*FINDING),
    settle=of_case,
    columns=(SITUATION,),
    secret=lambda row: bool(row.item_id and row.item.restricted),
    charts=(Chart("townships", gettext_lazy("按乡镇"), by="township", unit=gettext_lazy("项")),),
    search=("item__situation", "facts"),
    names=lambda row: f"{row.village.name} {row.item}",
    empty=gettext_lazy("还没有认定情形。排查登记时写明符合标准的哪几条和事实。"),
)


def _review_open(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    """Opinions belong to the review; what a paper ledger holds may be written down later."""
    case = values.get("case")
    late = case is not None and case.origin == Origin.LEDGER
    yield from in_case(*REVIEW, *(WORKABLE if late else ()))(values, row)


OPINIONS = Ledger(
    key="case-opinions",
    hub="cases",
    model=CaseOpinion,
    title=gettext_lazy("部门研判意见"),
    one=gettext_lazy("研判意见"),
    title_en="departments' opinions about candidates",
    one_en="department's opinion about a candidate",
    items=(
        *CASE_ITEMS,
        Item("department", chosen=True, fixed=True, width=20),
        Item("opinion", chosen=True),
        Item("text", wide=True, width=40, seen_by=may_see_restricted),
        Item("answered_on"),
    ),
    natural_key=("village", "case", "department"),
    order=("-case__listed_year", "village__code", "answered_on"),
    dated=lambda row: row.answered_on,
    may_read=may_see_cases,
    may_write=may_take_county_steps,
    check=_review_open,
    holds=lambda row: _review_open({"case": row.case, "village": row.village}, row),
    settle=of_case,
    charts=(Chart("opinions", gettext_lazy("按意见"), by="opinion", unit=gettext_lazy("个")),),
    search=("department",),
    names=lambda row: f"{row.village.name} {row}",
    empty=gettext_lazy("还没有部门意见。联合研判时由组织部登记,够数才能认定。"),
)


def _is_unanswered(_user: Any, row: Any) -> bool:
    return row.answered_on is None


def _still_open(_values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    """What was answered is neither worded differently nor taken away."""
    if row.answered_on is not None:
        yield Fault("", "objection_answered", _("已经答复的异议不能改动或删除。"))


ANSWER = Verb(
    "answer", gettext_lazy("答复"), "answer", act=objections.answer_objection,
    may=may_take_county_steps,
    offered=_is_unanswered,
    explains=gettext_lazy("异议成立的,另行办理“误列撤销”;答复本身不会撤销认定。"),
    asks=(
        Ask("on", gettext_lazy("答复日期"), "answered on", Kind.DATE),
        Ask("answer", gettext_lazy("答复"), "answer", most=500, wide=True),
        Ask("upheld", gettext_lazy("异议成立"), "upheld", Kind.BOOLEAN, required=False),
    ),
)  # fmt: skip
OBJECTIONS = Ledger(
    key="case-objections",
    hub="cases",
    model=CaseObjection,
    title=gettext_lazy("认定异议"),
    one=gettext_lazy("异议"),
    title_en="objections to being listed",
    one_en="objection to being listed",
    items=(
        *CASE_ITEMS,
        Item("raised_by", fixed=True),
        Item("raised_on", fixed=True),
        Item("text", wide=True, width=40),
        Item("answered_on", asked=False),
        Item("answer", asked=False, wide=True, width=40),
        Item("upheld", asked=False, chosen=True),
    ),
    natural_key=("village", "case", "raised_by", "raised_on"),
    order=("-raised_on", "village__code"),
    dated=lambda row: row.raised_on,
    may_read=may_see_cases,
    may_write=may_keep_cases,
    check=all_of(in_case(*UNDER_WORK), _still_open),
    holds=lambda row: _still_open({}, row),
    settle=of_case,
    verbs=(ANSWER,),
    search=("raised_by", "text"),
    names=lambda row: f"{row.village.name} {row}",
    empty=gettext_lazy("没有异议。认定以后,乡镇和村可以提出,组织部书面答复。"),
)
DECISIONS = Ledger(
    key="screening-decisions",
    hub="cases",
    model=ScreeningDecision,
    title=gettext_lazy("排查决定"),
    one=gettext_lazy("排查决定"),
    title_en="decisions about candidates",
    one_en="decision about a candidate",
    items=(
        Item("village", fixed=True),
        Item("year", fixed=True, chosen=True),
        Item("outcome", chosen=True),
        Item("reason", wide=True, width=40),
        Item("decided_on"),
        Item("points", asked=False, seen_by=may_see_restricted),
    ),
    natural_key=("village", "year"),
    order=("-year", "village__code"),
    dated=lambda row: row.decided_on,
    may_read=may_see_cases,
    may_write=may_take_county_steps,
    charts=(Chart("outcomes", gettext_lazy("按决定"), by="outcome", unit=gettext_lazy("个村")),),
    search=("reason",),
    names=lambda row: f"{row.village.name} {row}",
    empty=gettext_lazy("还没有排查决定。在候选名单上逐村或批量写明列入、观察或不列入和理由。"),
)
LEDGERS: tuple[Ledger, ...] = (SITUATIONS, OPINIONS, OBJECTIONS, DECISIONS)
