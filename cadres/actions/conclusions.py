"""The county's conclusion of a joint review."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cadres.actions.reviews import require_step
from cadres.models import JointReview, ReviewOpinion
from cadres.states import ReviewStatus
from cadres.wording.reviews import ReviewResult
from villages import parameters
from villages.common.calendar_months import add_months
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def decide(
    review: JointReview, *, by: Any, result: str, decided_on: date, condition: str = "",
    valid_until: date | None = None,
) -> JointReview:  # fmt: skip
    """Pass, reject or conditional, once every department has answered or was given up.

    A department that sees a problem rules out a plain pass. Without `valid_until` the county's
    period counts from the conclusion. Raises `review_step`, `opinions_open`, and what the
    constraints say.
    """
    row = locked(review)
    require_step(row, ReviewStatus.DECIDED)
    _require_collected(row)
    rejected = result == ReviewResult.REJECT
    until = None if rejected else valid_until or valid_to(row.county_code, decided_on)
    values = {"result": result, "decided_on": decided_on, "valid_until": until}
    changed(row, status=ReviewStatus.DECIDED, condition=condition, **values)
    record("review.decided", row, by=by, reason=condition, after=_in_words(row))
    return row


@transaction.atomic
def archive(review: JointReview, *, by: Any) -> JointReview:
    """Puts a concluded review away. Raises `review_step`."""
    row = locked(review)
    if not row.result:
        raise DomainError("review_step", _("没有结论的联审不能归档。"), _("请先作结论或撤回。"))
    require_step(row, ReviewStatus.ARCHIVED)
    changed(row, status=ReviewStatus.ARCHIVED)
    record("review.archived", row, by=by)
    return row


def valid_to(county: str, decided_on: date) -> date:
    """The last day on which a conclusion of this day holds."""
    months = parameters.value("cadres.review_valid_months", on=decided_on, county=county)
    return add_months(decided_on, months)


def _require_collected(row: JointReview) -> None:
    if not row.sent_on:
        return _refuse_unsent()
    open_ones = ReviewOpinion.objects.filter(review=row).waiting().select_related("department")
    if names := "、".join(str(one.department) for one in open_ones):
        raise DomainError(
            "opinions_open",
            _("还没有答复的部门:%s。") % names,
            _("请等待答复;过了期限的,由部领导按未答复处理。"),
        )
    return None


def _refuse_unsent() -> None:
    raise DomainError("review_step", _("还没有送部门联审。"), _("乡镇不同意的,请在初审时办理。"))


def _in_words(row: JointReview) -> dict[str, Any]:
    return {"result": str(row.get_result_display()), "valid_until": row.valid_until}
