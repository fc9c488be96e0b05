"""Sums of one case's visits, as its file states them."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Sum

from rectification.models import CaseVisit, RectificationCase


@dataclass(frozen=True)
class Visits:
    """How often somebody came, for how many days, and what it settled."""

    visits: int
    days: Decimal
    solved: int


def visits_of(case: RectificationCase) -> Visits:
    """All visits of a case. One query."""
    found = CaseVisit.objects.filter(case=case).aggregate(
        visits=Count("pk"), days=Sum("days"), solved=Sum("solved")
    )
    return Visits(found["visits"], found["days"] or Decimal(0), found["solved"] or 0)
