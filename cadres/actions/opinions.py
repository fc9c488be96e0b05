"""What departments answer, and what happens when they do not."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cadres.actions.reviews import require_step
from cadres.models import JointReview, ReviewFinding, ReviewItem, ReviewOpinion
from cadres.perms import may_force_opinions, may_see_opinions
from cadres.reviewers import sits_for
from cadres.states import ReviewStatus
from cadres.wording.reviews import OpinionResult
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def answer(
    opinion: ReviewOpinion, *, by: Any, on: date, result: str, signed_by: str, text: str = "",
    found: Iterable[ReviewItem] = (),
) -> ReviewOpinion:  # fmt: skip
    """The department's opinion, given by its reviewer, or by the organization department from
    paper. `found` are items of the negative list; with one the result is a problem.

    The trail says that there is an answer, not which. Raises `opinion_not_yours`,
    `opinion_answered`, `opinion_contradicts`, `review_step`.
    """
    review = locked(opinion.review)
    row, found = locked(opinion), list(found)
    _require_answerer(row, by, on)
    _refuse_answer(row, result, found)
    _collect(review)
    changed(row, result=result, text=text, signed_by=signed_by, answered_on=on)
    ReviewFinding.objects.bulk_create(
        [ReviewFinding(review=review, opinion=row, item=item) for item in found]
    )
    changed(review, problems=_problems(review))
    record("review.answered", review, by=by, after={"department": row.department})
    return row


@transaction.atomic
def force(opinion: ReviewOpinion, *, by: Any, on: date, reason: str) -> ReviewOpinion:
    """The head of the organization department goes on without an overdue opinion.

    Raises `opinion_not_yours`, `opinion_answered`, and what the constraints say of the day.
    """
    review, row = locked(opinion.review), locked(opinion)
    if not may_force_opinions(by):
        raise _not_yours(_("只有部领导可以按未答复处理。"))
    _refuse_answer(row, OpinionResult.NO_PROBLEM, [])
    _collect(review)
    changed(row, forced_on=on, forced_reason=reason)
    changed(review)
    after = {"department": row.department}
    record("review.forced", review, by=by, reason=reason, after=after)
    return row


def _require_answerer(row: ReviewOpinion, by: Any, on: date) -> None:
    if not (may_see_opinions(by) or sits_for(by, row.department_id, on)):
        raise _not_yours(_("这份意见由%s答复。") % row.department)


def _refuse_answer(row: ReviewOpinion, result: str, found: list[ReviewItem]) -> None:
    if row.result != OpinionResult.PENDING or row.forced_on:
        raise DomainError("opinion_answered", _("这份意见已经办结。"), _("请刷新页面后查看。"))
    if result == OpinionResult.PENDING or (found and result != OpinionResult.PROBLEM):
        said = _("请选择无问题或有问题;勾选了负面清单的,应为有问题。")
        raise DomainError("opinion_contradicts", said, result=said)


def _collect(review: JointReview) -> None:
    """The first answer takes the review from “sent” to “collecting”."""
    if review.status != ReviewStatus.COLLECTING:
        require_step(review, ReviewStatus.COLLECTING)
        changed(review, status=ReviewStatus.COLLECTING)


def _problems(review: JointReview) -> int:
    return ReviewOpinion.objects.filter(review=review, result=OpinionResult.PROBLEM).count()


def _not_yours(words: str) -> DomainError:
    return DomainError("opinion_not_yours", words, _("请与县委组织部联系。"))
