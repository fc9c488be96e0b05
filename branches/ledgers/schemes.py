"""Ledgers of ratings and their receipts; both are written by acts alone."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from branches.actions.appeals import appeal_rating, appeal_until, decide_appeal
from branches.actions.ratings import confirm_rating
from branches.models import SchemeRating, SchemeReceipt
from branches.schemes.choices import Outcome, RatingState
from villages.accounts.perms import may_change_map, works_for_township
from villages.common import clock
from villages.common.columns import Column
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Part, Verb


def _confirm(row: SchemeRating, *, by: Any) -> SchemeRating:
    return confirm_rating(rating=row, on=clock.today(), by=by)


def _appeal(row: SchemeRating, *, by: Any, text: str) -> SchemeRating:
    return appeal_rating(rating=row, text=text, on=clock.today(), by=by)


def _decide(row: SchemeRating, *, by: Any, reason: str) -> SchemeRating:
    return decide_appeal(rating=row, outcome=Outcome.UPHELD, reason=reason, on=clock.today(), by=by)


def _why(_row: dict[str, Any]) -> str:
    return str(_("为什么是这个分"))


def may_still_appeal(_user: Any, row: SchemeRating) -> bool:
    """Whether the rating is confirmed and its days of appeal are not over."""
    last = appeal_until(row)
    return row.state == RatingState.CONFIRMED and last is not None and clock.today() <= last


def _is_proposed(_user: Any, row: SchemeRating) -> bool:
    return row.state == RatingState.PROPOSED


def _is_appealed(user: Any, row: SchemeRating) -> bool:
    return row.state == RatingState.APPEALED and row.confirmed_by_id != user.pk


RATINGS = Ledger(
    key="branch-ratings",
    hub="branches",
    model=SchemeRating,
    title=_("党组织评定"),
    one=_("评定"),
    title_en="ratings of branches",
    one_en="branch rating",
    items=(
        Item("village", width=16),
        Item("branch", width=20),
        Item("kind", chosen=True),
        Item("period", chosen=True),
        Item("scheme", shown=False, width=24),
        Item("score"),
        Item("possible", shown=False),
        Item("grade"),
        Item("vetoed", shown=False, chosen=True),
        Item("state", chosen=True),
        Item("proposed_on", shown=False),
        Item("confirmed_on"),
        Item("appealed_on", shown=False),
        Item("appeal", listed=False, wide=True),
        Item("decided_on", shown=False),
        Item("decision", listed=False, wide=True),
    ),
    columns=(
        Column(
            "why", _("逐项说明"), computed=True, show=_why, needs=("uid",),
            href=lambda row: reverse("branches:rating", args=[row["uid"]]),
        ),
    ),
    natural_key=("branch", "kind", "period"),
    writable=False,
    imported=False,
    verbs=(
        Verb(
            "confirm", _("确认自评结果"), "confirm", _confirm, may=may_change_map,
            offered=_is_proposed,
            explains=_("按乡镇自评和数据计算的得分确认;要改动某项评分,请到评分凭证页。"),
        ),
        Verb(
            "appeal", _("申诉"), "appeal", _appeal, may=works_for_township,
            offered=may_still_appeal,
            asks=(Ask("text", _("申诉理由"), "grounds of the appeal", wide=True, most=300),),
        ),
        Verb(
            "uphold", _("维持原结果"), "uphold", _decide, may=may_change_map,
            offered=_is_appealed,
            asks=(Ask("reason", _("裁定理由"), "reason of the decision", wide=True, most=300),),
            explains=_("维持原结果;要变更某项评分,请到评分凭证页裁定。确认人不能裁定。"),
        ),
    ),
    parts=(Part("branch-rating-items", "rating", _("评分凭证")),),
    charts=(Chart("states", _("按状态"), by="state"), Chart("grades", _("按等次"), by="grade")),
    order=("-period", "village__code", "branch__name"),
    search=("branch__name", "village__search_text"),
    empty=_("还没有评定。乡镇在“评定方案”里选择方案和评定期,为党组织自评。"),
)  # fmt: skip

RECEIPTS = Ledger(
    key="branch-rating-items",
    hub="branches",
    model=SchemeReceipt,
    title=_("评分凭证"),
    one=_("评分凭证"),
    title_en="receipts of ratings",
    one_en="rating receipt",
    items=(
        Item("village", width=16),
        Item("rating", width=24),
        Item("item", by="text", width=36),
        Item("points"),
        Item("most"),
        Item("computed_points", shown=False),
        Item("computed_value"),
        Item("computed_source", shown=False, width=24),
        Item("township_points"),
        Item("township_note", shown=False, wide=True, width=24),
        Item("county_points"),
        Item("county_reason", shown=False, wide=True, width=24),
        Item("decided_points", shown=False),
        Item("decided_reason", shown=False, wide=True, width=24),
    ),
    natural_key=("rating", "item"),
    writable=False,
    imported=False,
    order=("-rating__period", "village__code", "rating_id", "item__number"),
    search=("item__text", "village__search_text"),
)

LEDGERS = (RATINGS, RECEIPTS)
