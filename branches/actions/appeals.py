"""An appeal against a rating, and its decision by somebody else."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from branches.actions.receipts import change_points, locked, require, rescore
from branches.models import SchemeRating
from branches.schemes.choices import Outcome, RatingState
from branches.schemes.parameters import appeal_workdays
from branches.schemes.sheet import Answer
from villages import workdays
from villages.accounts.perms import may_change_map, works_for_township
from villages.common.errors import DomainError
from villages.common.workdays import add_workdays
from villages.trace.record import record


def appeal_until(rating: SchemeRating) -> date | None:
    """The last day on which an appeal is taken; None before the county has confirmed."""
    if rating.confirmed_on is None:
        return None
    days = appeal_workdays(on=rating.confirmed_on, county=rating.county_code)
    return add_workdays(rating.confirmed_on, days, workdays.adjusted())


@transaction.atomic
def appeal_rating(*, rating: SchemeRating, text: str, on: date, by: Any) -> SchemeRating:
    """The township objects, once. Raises `rating_state`, `appeal_late`, `appeal_empty`."""
    rating = locked(rating, RatingState.CONFIRMED)
    require(works_for_township(by) and by.territory.covers(rating.village.code))
    last = appeal_until(rating)
    if last is None or on > last:
        said = _("申诉期限到 %s 为止。") % last
        raise DomainError("appeal_late", said, _("请向组织部说明情况。"))
    if not text.strip():
        raise DomainError("appeal_empty", _("请写明申诉理由。"), "", text=_("请写明申诉理由。"))
    rating.state, rating.appealed_on, rating.appeal = RatingState.APPEALED, on, text.strip()
    rating.version += 1
    rating.save()
    record("branches.rating_appealed", rating, by=by, reason=rating.appeal)
    return rating


@transaction.atomic
def decide_appeal(
    *,
    rating: SchemeRating,
    outcome: str,
    reason: str,
    on: date,
    by: Any,
    changes: Mapping[int, Answer] | None = None,
) -> SchemeRating:
    """Upholds the rating, or changes points of some items; never by whoever confirmed it.

    Raises `rating_state`, `second_person`, `decision_incomplete`, `answer_invalid`.
    """
    rating = locked(rating, RatingState.APPEALED)
    require(may_change_map(by) and by.territory.covers(rating.village.code))
    _require_second(rating, by)
    changes = changes or {}
    _require_whole(outcome, reason, changes)
    before = {"score": rating.score}
    change_points(rating, changes, "decided_points", "decided_reason")
    rating.state, rating.decided_on = RatingState(outcome), on
    rating.decided_by_id, rating.decision = getattr(by, "pk", None), reason.strip()
    rescore(rating)
    after = {"score": rating.score, "grade": rating.grade.name}
    record(
        "branches.rating_decided", rating, by=by, before=before, after=after,
        reason=rating.decision, count=len(changes),
    )  # fmt: skip
    return rating


def _require_second(rating: SchemeRating, by: Any) -> None:
    """Neither the one who confirmed nor his deputy, nor he himself as somebody's deputy."""
    principal = getattr(by, "acting_for", None)
    people = {getattr(by, "pk", None), getattr(principal, "pk", None)}
    if rating.confirmed_by_id is not None and rating.confirmed_by_id in people:
        raise DomainError(
            "second_person",
            _("确认人不能裁定对自己结果的申诉。"),
            _("请由组织部的另一名同志裁定。"),
        )


def _require_whole(outcome: str, reason: str, changes: Mapping[int, Answer]) -> None:
    if not reason.strip():
        said = _("请写明裁定理由。")
        raise DomainError("decision_incomplete", said, "", reason=said)
    if (outcome == Outcome.CHANGED) != bool(changes):
        said = _("变更结果要至少改动一项评分;维持原结果则不改动。")
        raise DomainError("decision_incomplete", said, "", outcome=said)
