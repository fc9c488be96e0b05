"""A plan (一村一策) from its beginning to its approval."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.reasons import return_reason
from rectification.actions.stepping import Said, ready, take
from rectification.figures.plans import plan_gaps
from rectification.models import RectificationCase
from rectification.states import APPROVE_PLAN, RETURN_PLAN, START_PLAN, SUBMIT_PLAN
from rectification.wording.plans import gap_words
from villages.common.errors import DomainError


def start_plan(case: RectificationCase, *, by: Any, on: date) -> RectificationCase:
    """The township begins to write the plan. Raises `case_step`, `case_step_early`."""
    row: RectificationCase = take(case, START_PLAN, by=by, on=on, said=Said())
    return row


@transaction.atomic
def submit_plan(
    case: RectificationCase, *, by: Any, on: date, text: str = ""
) -> RectificationCase:  # fmt: skip
    """Sends the plan to the county. `text` explains helpers that the village does not have.

    Raises `plan_incomplete` with all that is missing, `case_step`, `case_step_early`.
    """
    held = ready(case, SUBMIT_PLAN, on)
    _refuse_gaps(held, on, text)
    said = Said(text=text, values={"plan_submitted_on": on})
    row: RectificationCase = take(held, SUBMIT_PLAN, by=by, on=on, said=said)
    return row


@transaction.atomic
def return_plan(
    case: RectificationCase, *, by: Any, on: date, reason: str, text: str
) -> RectificationCase:
    """Sends the plan back, with one of the county's reasons and what to change; it is counted.

    Raises `return_reason`, `return_unexplained`, `case_step`, `case_step_early`.
    """
    held = ready(case, RETURN_PLAN, on)
    said = Said(
        reason=return_reason(held.county_code, reason, on), text=_told(text),
        values={"return_count": held.return_count + 1},
    )  # fmt: skip
    row: RectificationCase = take(held, RETURN_PLAN, by=by, on=on, said=said)
    return row


@transaction.atomic
def approve_plan(
    case: RectificationCase, *, by: Any, on: date, text: str = ""
) -> RectificationCase:  # fmt: skip
    """The plan holds from this day, and with it the first deadline.

    Raises `case_step`, `case_step_early`.
    """
    held = ready(case, APPROVE_PLAN, on)
    values = {"plan_approved_on": on, "first_deadline": held.deadline}
    said = Said(text=text, values=values)
    row: RectificationCase = take(held, APPROVE_PLAN, by=by, on=on, said=said)
    return row


def _refuse_gaps(case: RectificationCase, on: date, text: str) -> None:
    missing = plan_gaps(case, on, text)
    if not missing:
        return
    words = ";".join(map(gap_words, missing))
    raise DomainError(
        "plan_incomplete",
        _("方案还缺 %(count)d 项:%(words)s。") % {"count": len(missing), "words": words},
        _("请补齐后再报审;没有的帮扶力量可以在说明中写明名称和原因。"),
    )


def _told(text: str) -> str:
    if not text.strip():
        said = _("请写明要改什么。")
        raise DomainError("return_unexplained", said, text=said)
    return text.strip()
