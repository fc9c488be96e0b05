"""The township's own check of the work, and its application for acceptance."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.reasons import return_reason
from rectification.actions.stepping import Said, ready, take
from rectification.figures.plans import work_left
from rectification.models import RectificationCase
from rectification.states import APPLY, CHECK, CHECK_FAILED, RETURN_APPLICATION
from rectification.wording.plans import left_words
from villages.common.errors import DomainError

FULL = 100


@transaction.atomic
def check(
    case: RectificationCase, *, by: Any, on: date, self_score: Decimal, text: str = ""
) -> RectificationCase:
    """The township finds all work done and scores itself; an earlier application is over.

    Raises `work_unfinished` with what is left, `self_score`, `case_step`, `case_step_early`.
    """
    held = ready(case, CHECK, on)
    _refuse_unfinished(held)
    if not 0 <= self_score <= FULL:
        said = _("自评得分应在 0 到 100 之间。")
        raise DomainError("self_score", said, self_score=said)
    values = {"checked_on": on, "self_score": self_score, "applied_on": None}
    row: RectificationCase = take(held, CHECK, by=by, on=on, said=Said(text=text, values=values))
    return row


def check_failed(case: RectificationCase, *, by: Any, on: date, text: str) -> RectificationCase:
    """The township's check found gaps: back to work. Raises `return_unexplained`, `case_step`."""
    row: RectificationCase = take(case, CHECK_FAILED, by=by, on=on, said=Said(text=_told(text)))
    return row


@transaction.atomic
def apply(
    case: RectificationCase, *, by: Any, on: date, application: str, signed_by: str
) -> RectificationCase:
    """Applies for acceptance, with a summary and the name of the secretary who signed it.

    Raises `work_unfinished`, `case_step`, `case_step_early`, and the words of a constraint.
    """
    held = ready(case, APPLY, on)
    _refuse_unfinished(held)
    values = {"applied_on": on, "application": application.strip(), "signed_by": signed_by.strip()}
    said = Said(text=_("签字人:%s") % signed_by.strip(), values=values)
    row: RectificationCase = take(held, APPLY, by=by, on=on, said=said)
    return row


@transaction.atomic
def return_application(
    case: RectificationCase, *, by: Any, on: date, reason: str, text: str
) -> RectificationCase:
    """Sends the application back to work, with one of the county's reasons and what is lacking.

    Raises `return_reason`, `return_unexplained`, `case_step`, `case_step_early`.
    """
    held = ready(case, RETURN_APPLICATION, on)
    said = Said(reason=return_reason(held.county_code, reason, on), text=_told(text))
    row: RectificationCase = take(held, RETURN_APPLICATION, by=by, on=on, said=said)
    return row


def _refuse_unfinished(case: RectificationCase) -> None:
    """Problems may be reopened after the check, so the application looks again."""
    if left := work_left(case):
        raise DomainError(
            "work_unfinished",
            _("还有 %(count)d 项没有完成:%(words)s。")
            % {"count": len(left), "words": ";".join(map(left_words, left))},
            _("任务都到 100%、问题都登记解决以后再办理。"),
        )


def _told(text: str) -> str:
    if not text.strip():
        said = _("请写明差在哪里。")
        raise DomainError("return_unexplained", said, text=said)
    return text.strip()
