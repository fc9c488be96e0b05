"""A joint review from the township's check to the departments."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cadres.models import JointReview, ReviewDepartment, ReviewFinding, ReviewItem, ReviewOpinion
from cadres.states import ReviewStatus, may_follow
from cadres.wording.reviews import ReviewResult
from villages import parameters, workdays
from villages.common.errors import DomainError
from villages.common.workdays import add_workdays
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def first_check(
    review: JointReview, *, by: Any, checked_on: date, passed: bool, note: str = "",
    found: Iterable[ReviewItem] = (),
) -> JointReview:  # fmt: skip
    """The township's check against the county's list; `found` are conditions not met and bars.

    Passed, the review goes to the county; not passed, it is decided at once. A check that found
    something passes only with a note. Raises `review_step`, `check_needs_note`.
    """
    row, found = locked(review), list(found)
    step = ReviewStatus.TOWNSHIP_PASSED if passed else ReviewStatus.DECIDED
    require_step(row, step)
    if (found or not passed) and not note.strip():
        said = _("列出了问题或者不通过的,应写明情况。")
        raise DomainError("check_needs_note", said, note=said)
    values: dict[str, Any] = {"first_checked_on": checked_on, "first_check": note, "status": step}
    if not passed:
        values |= {"result": ReviewResult.REJECT, "decided_on": checked_on}
    changed(row, **values)
    row.findings.filter(opinion=None).delete()
    ReviewFinding.objects.bulk_create([ReviewFinding(review=row, item=item) for item in found])
    action = "review.checked" if passed else "review.refused"
    record(action, row, by=by, reason=note, after={"first_checked_on": checked_on})
    return row


@transaction.atomic
def send(review: JointReview, *, by: Any, sent_on: date) -> JointReview:
    """Asks every department of the county's list, with one due date for all.

    Raises `review_step`, `no_departments`.
    """
    row = locked(review)
    require_step(row, ReviewStatus.WITH_DEPARTMENTS)
    asked = list(ReviewDepartment.objects.in_county(row.county_code).on(sent_on))
    if not asked:
        hint = _("请先在联审部门清单中登记。")
        raise DomainError("no_departments", _("本县还没有联审部门。"), hint)
    changed(row, sent_on=sent_on, status=ReviewStatus.WITH_DEPARTMENTS)
    due_on = answer_due(row.county_code, sent_on)
    ReviewOpinion.objects.bulk_create(
        ReviewOpinion(
            review=row, department=one, county_code=row.county_code, asked_on=sent_on,
            due_on=due_on,
        )
        for one in asked
    )  # fmt: skip
    record("review.sent", row, by=by, count=len(asked), after={"due_on": due_on})
    return row


@transaction.atomic
def withdraw(review: JointReview, *, by: Any, reason: str) -> JointReview:
    """Ends a review without a conclusion: the person stood back, or the post is no longer free.

    Raises `review_step`.
    """
    row = locked(review)
    if row.result:
        raise _wrong_step(row)
    require_step(row, ReviewStatus.ARCHIVED)
    changed(row, status=ReviewStatus.ARCHIVED, withdrawn_reason=reason)
    record("review.withdrawn", row, by=by, reason=reason)
    return row


def answer_due(county: str, asked_on: date) -> date:
    """The working day by which departments answer."""
    days = parameters.value("cadres.review_answer_days", on=asked_on, county=county)
    return add_workdays(asked_on, days, workdays.adjusted())


def require_step(row: JointReview, step: ReviewStatus) -> None:
    """Refuses a step that does not follow from where the review stands (`review_step`)."""
    if not may_follow(row.status, step):
        raise _wrong_step(row)


def _wrong_step(row: JointReview) -> DomainError:
    words = _("这项联审的状态是“%s”,不能办理这一步。") % row.get_status_display()
    return DomainError("review_step", words, _("请刷新页面后查看。"))
