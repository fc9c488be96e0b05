"""Who answers for which department: reviewers have no territory, only a seat."""

from datetime import date
from typing import Any

from django.db.models import Q

from cadres.models import ReviewerSeat, ReviewOpinion
from cadres.models.opinions import OpinionRows
from cadres.states import FINISHED


def seats_of(user: Any, on: date) -> Any:
    """The seats that somebody holds on a day, both ends included; a deputy has his principal's."""
    held = Q(valid_from__lte=on) & (Q(valid_to=None) | Q(valid_to__gte=on))
    person = getattr(user, "acting_for", None) or user
    return ReviewerSeat.objects.filter(held, user_id=getattr(person, "pk", 0))


def sits_for(user: Any, department: int, on: date) -> bool:
    """Whether somebody answers for a department on a day. One query."""
    return bool(seats_of(user, on).filter(department_id=department).exists())


def opinions_for(user: Any, on: date) -> OpinionRows:
    """What is or was asked of the reviewer's departments, and nothing else."""
    departments = seats_of(user, on).values("department_id")
    rows: OpinionRows = ReviewOpinion.objects.filter(department_id__in=departments)
    return rows


def waiting_for(user: Any, on: date) -> OpinionRows:
    """Open questions to somebody's departments, the earliest due first. One query."""
    rows = opinions_for(user, on).waiting().exclude(review__status__in=FINISHED)
    return named(rows.order_by("due_on", "pk"))


def named(rows: OpinionRows) -> OpinionRows:
    """With all that a line about an opinion names."""
    return rows.select_related("department", "review__person", "review__village__township")
