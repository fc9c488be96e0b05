"""Opinions of departments: for the organization department alone."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from cadres.actions import opinions
from cadres.models import ReviewOpinion
from cadres.perms import may_force_opinions, may_see_opinions
from cadres.wording.reviews import OpinionResult
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask, Item, Ledger, Verb

_ANSWERS = [choice for choice in OpinionResult.choices if choice[0] != OpinionResult.PENDING]


def _is_waiting(_user: Any, row: ReviewOpinion) -> bool:
    return row.result == OpinionResult.PENDING and row.forced_on is None


def _answer(
    row: ReviewOpinion, *, by: Any, on: date, result: str, signed_by: str, text: str = ""
) -> ReviewOpinion:
    return opinions.answer(row, by=by, on=on, result=result, signed_by=signed_by, text=text or "")


OPINIONS = Ledger(
    key="review-opinions",
    hub="cadres",
    model=ReviewOpinion,
    title=_("联审意见"),
    one=_("联审意见"),
    title_en="review opinions",
    one_en="review opinion",
    items=(
        Item("review", by="person__name"),
        Item("department", by="name", chosen=True),
        Item("asked_on"),
        Item("due_on"),
        Item("answered_on"),
        Item("result", chosen=True),
        Item("text", wide=True, listed=False, seen_by=may_see_opinions),
        Item("signed_by", shown=False),
        Item("forced_on", shown=False),
        Item("forced_reason", listed=False),
    ),
    natural_key=("review", "department"),
    order=("-asked_on",),
    may_read=may_see_opinions,
    may_write=may_see_opinions,
    writable=False,
    imported=False,
    verbs=(
        Verb(
            "answer", _("代录书面意见"), "enter a paper opinion", act=_answer,
            may=may_see_opinions, offered=_is_waiting,
            asks=(
                Ask("on", _("答复日期"), "answered on", Kind.DATE),
                Ask("result", _("意见"), "result", Kind.CHOICE, choices=_ANSWERS),
                Ask("signed_by", _("签字人"), "signed by", most=40),
                Ask("text", _("情况说明"), "text", required=False, most=1000, wide=True),
            ),
        ),
        Verb(
            "force", _("按未答复处理"), "go on without", act=opinions.force,
            may=may_force_opinions, offered=_is_waiting, danger=True,
            asks=(
                Ask("on", _("处理日期"), "on", Kind.DATE),
                Ask("reason", _("理由"), "reason"),
            ),
        ),
    ),
)  # fmt: skip
LEDGERS = (OPINIONS,)
