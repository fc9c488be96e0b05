"""Joint reviews."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cadres.actions import conclusions, reviews
from cadres.models import JointReview, ReviewItem
from cadres.perms import may_keep_judgements, may_see_judgements, may_see_opinions
from cadres.rules.reviews import item_codes
from cadres.states import FINISHED, ReviewStatus
from cadres.wording.reviews import ReviewResult
from villages.common.columns import Column, Kind
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Part, Verb


def _at(*states: str) -> Any:
    return lambda _user, row: row.status in states


def _is_open(_user: Any, row: Any) -> bool:
    return row.status not in FINISHED


def _first_check(
    row: JointReview, *, by: Any, checked_on: date, passed: bool, note: str = "", found: str = ""
) -> JointReview:
    """Items named as P1, N3, as the county numbers them on the day of the check."""
    codes = item_codes(found or "")
    items = ReviewItem.objects.in_county(row.county_code).on(checked_on)
    named = [one for one in items if (one.side, one.position) in codes]
    return reviews.first_check(
        row, by=by, checked_on=checked_on, passed=passed, note=note or "", found=named
    )


def _decide(
    row: JointReview, *, by: Any, result: str, decided_on: date, condition: str = "",
    valid_until: date | None = None,
) -> JointReview:  # fmt: skip
    return conclusions.decide(
        row, by=by, result=result, decided_on=decided_on, condition=condition or "",
        valid_until=valid_until,
    )  # fmt: skip


FIRST_CHECK = Verb(
    "first-check", _("乡镇初审"), "first check", act=_first_check, may=may_keep_judgements,
    offered=_at(ReviewStatus.DRAFT),
    asks=(
        Ask("checked_on", _("初审日期"), "checked on", Kind.DATE),
        Ask("passed", _("初审通过"), "passed", Kind.BOOLEAN),
        Ask(
            "found", _("列出的问题"), "items found", required=False,
            about_zh=_("按清单编号填写,例如:正1、负3;没有问题的留空。"),
            about_en="Items of the county's list, such as P1, N3.",
        ),
        Ask("note", _("初审意见"), "note", required=False, most=500, wide=True),
    ),
)  # fmt: skip
SEND = Verb(
    "send",
    _("送部门联审"),
    "send to departments",
    act=reviews.send,
    may=may_see_opinions,
    offered=_at(ReviewStatus.TOWNSHIP_PASSED),
    asks=(Ask("sent_on", _("送审日期"), "sent on", Kind.DATE),),
    explains=_("向清单上的每个部门征求意见,并按工作日推算答复期限。"),
)
DECIDE = Verb(
    "decide", _("作出结论"), "decide", act=_decide, may=may_see_opinions,
    offered=_at(ReviewStatus.COLLECTING),
    asks=(
        Ask("result", _("结论"), "result", Kind.CHOICE, choices=ReviewResult.choices),
        Ask("decided_on", _("结论日期"), "decided on", Kind.DATE),
        Ask(
            "condition", _("附带条件"), "condition", required=False, most=300, wide=True,
            about_zh=_("有条件通过的应写明条件和理由。"),
            about_en="Needed for a conditional result.",
        ),
        Ask(
            "valid_until", _("有效期至"), "valid until", Kind.DATE, required=False,
            about_zh=_("留空按县里规定的有效期推算。"),
            about_en="Computed from the county's period when empty.",
        ),
    ),
)  # fmt: skip
WITHDRAW = Verb(
    "withdraw",
    _("撤回"),
    "withdraw",
    act=reviews.withdraw,
    may=may_keep_judgements,
    offered=_is_open,
    danger=True,
    asks=(Ask("reason", _("撤回原因"), "reason"),),
)
ARCHIVE = Verb(
    "archive",
    _("归档"),
    "archive",
    act=conclusions.archive,
    may=may_see_opinions,
    offered=_at(ReviewStatus.DECIDED),
)

CHECKLIST = Column(
    "checklist", _("初审清单"), computed=True, needs=("uid", "status"), visible=False,
    show=lambda row: str(_("对照清单初审")) if row["status"] == ReviewStatus.DRAFT else "",
    href=lambda row: reverse("cadres:first_check", args=[row["uid"]]), width=14,
)  # fmt: skip

JOINT_REVIEWS = Ledger(
    key="joint-reviews",
    hub="cadres",
    model=JointReview,
    title=_("任职资格联审"),
    one=_("联审"),
    title_en="joint reviews",
    one_en="joint review",
    items=(
        Item("village", fixed=True),
        Item("person", by="name", fixed=True),
        Item("post", chosen=True, fixed=True),
        Item("occasion", chosen=True),
        Item("initiated_on", fixed=True),
        Item("status", chosen=True, asked=False),
        Item("first_checked_on", asked=False, shown=False),
        Item("first_check", asked=False, wide=True, listed=False),
        Item("sent_on", asked=False, shown=False),
        Item("result", chosen=True, asked=False),
        Item("decided_on", asked=False),
        Item("valid_until", asked=False),
        Item("condition", asked=False, wide=True, listed=False),
        Item("problems", asked=False, listed=False, seen_by=may_see_opinions),
        Item("withdrawn_reason", asked=False, wide=True, listed=False),
    ),
    natural_key=("village", "person", "post", "initiated_on"),
    order=("-initiated_on",),
    may_read=may_see_judgements,
    may_write=may_keep_judgements,
    removable=False,
    columns=(CHECKLIST,),
    verbs=(FIRST_CHECK, SEND, DECIDE, ARCHIVE, WITHDRAW),
    parts=(Part("review-opinions", "review"),),
    charts=(
        Chart("results", _("按结论"), by="result", unit=_("人次")),
        Chart("states", _("按状态"), by="status", unit=_("人次")),
    ),
    search=("person__name",),
    empty=_("还没有联审。乡镇在拟任村干部前发起,县里送部门征求意见后作结论。"),
)
LEDGERS = (JOINT_REVIEWS,)
