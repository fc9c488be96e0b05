"""Open work about joint reviews, leaves and filings."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cadres.figures.filings import open_filings
from cadres.models import JointReview, Leave, ReviewOpinion
from cadres.perms import (
    answers_reviews,
    may_answer_filings,
    may_keep_judgements,
)
from cadres.reviewers import waiting_for
from cadres.states import ReviewStatus
from cadres.wording.resident import LeaveLevel
from villages.accounts.perms import works_for_township
from villages.common import clock
from villages.common.registries import TodoItem, TodoSource

SHOWN = 20
_ROW = "ledgers:joint-reviews_row"
_TOWNSHIP = {ReviewStatus.DRAFT: (gettext_lazy("乡镇初审:%s"), "cadres:first_check")}
# Sent reviews wait for departments; collected ones for the county once nobody is silent.
_COUNTY = {
    ReviewStatus.TOWNSHIP_PASSED: (gettext_lazy("送部门联审:%s"), _ROW),
    ReviewStatus.COLLECTING: (gettext_lazy("作联审结论:%s"), _ROW),
}


def _opinions(user: Any) -> Iterable[TodoItem]:
    """What a reviewer's departments are asked. One query."""
    for one in waiting_for(user, clock.today())[:SHOWN]:
        yield TodoItem(
            title=_("答复联审:%(person)s(%(post)s)")
            % {"person": one.review.person.name, "post": one.review.get_post_display()},
            url=reverse("cadres:opinion", args=[one.uid]),
            detail=str(one.review.village.full_name),
            due_on=one.due_on,
            minutes=5,
        )


def _steps(user: Any) -> dict[ReviewStatus, tuple[Any, str]]:
    return _TOWNSHIP if works_for_township(user) else _COUNTY


def _review_rows(user: Any) -> Any:
    return JointReview.objects.visible_to(user).filter(status__in=list(_steps(user)))


def _reviews(user: Any) -> Iterable[TodoItem]:
    """Reviews that wait for a step of this person. One query."""
    steps, silent = _steps(user), ReviewOpinion.objects.waiting().values("review_id")
    rows = _review_rows(user).exclude(status=ReviewStatus.COLLECTING, pk__in=silent)
    rows = rows.select_related("person", "village__township").order_by("initiated_on", "pk")
    for one in rows[:SHOWN]:
        words, page = steps[ReviewStatus(one.status)]
        yield TodoItem(
            title=str(words) % one,
            url=reverse(page, args=[one.uid]),
            detail=str(one.village.full_name),
            minutes=5,
        )


def _leave_rows(user: Any) -> Any:
    level = LeaveLevel.TOWNSHIP if works_for_township(user) else LeaveLevel.COUNTY
    return Leave.objects.visible_to(user).waiting().filter(level=level)


def _leaves(user: Any) -> Iterable[TodoItem]:
    """Leaves that this person may decide. One query."""
    for one in _leave_rows(user).select_related("posting", "village").order_by("from_on")[:SHOWN]:
        yield TodoItem(
            title=_("批复请假:%s") % one.posting,
            url=reverse("ledgers:leaves_row", args=[one.uid]),
            detail=_("%(village)s,%(days)d 天") % {"village": one.village.name, "days": one.days},
            due_on=one.from_on,
            minutes=2,
        )


def _filings(user: Any) -> Iterable[TodoItem]:
    """Filings that the county has not answered, the oldest first. One query.

    Whoever answers belongs to one county: other territories have no filings to answer.
    """
    counties = {code[:6] for code in user.territory.codes}
    county = counties.pop() if len(counties) == 1 else user.current_county_code
    for one in open_filings(user.territory, county, clock.today())[:SHOWN]:
        yield TodoItem(
            title=_("答复任免备案:%s") % one.filing,
            url=reverse("ledgers:post-filings_row", args=[one.filing.uid]),
            detail=str(one.filing.village.full_name),
            due_on=one.due_on,
            minutes=3,
        )


TODOS = (
    TodoSource("cadres_opinions", answers_reviews, _opinions),
    TodoSource("cadres_reviews", may_keep_judgements, _reviews, _review_rows),
    TodoSource("cadres_leaves", may_keep_judgements, _leaves, _leave_rows),
    TodoSource("cadres_filings", may_answer_filings, _filings),
)
