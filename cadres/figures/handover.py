"""What a new first secretary takes over in one village (交接清单)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Sum

from cadres.figures.residents import Resident, residents
from cadres.models import Disposition, JointReview, Leave, Posting, ResidentDuty, TeamAssessment
from villages.common.periods import Month
from villages.common.scope import Scope


@dataclass(frozen=True)
class Handover:
    """Open things of one village on a day.

    `residents` tell days and missing months of the year up to the last whole month. `visited` and
    `done` are sums over the months that were told, None where nobody told any. `reviews` and
    `dispositions` are open ones, without their restricted texts.
    """

    month: Month
    postings: tuple[Posting, ...]
    residents: tuple[Resident, ...]
    visited: int | None
    done: int | None
    leaves: tuple[Leave, ...]
    reviews: tuple[JointReview, ...]
    dispositions: tuple[Disposition, ...]
    assessment: TeamAssessment | None


def handover(village: Any, on: date) -> Handover:
    """Nothing is typed for it: all of it stands in the ledgers. Eight queries."""
    month = Month.of(on).previous()
    told = ResidentDuty.objects.filter(
        village=village, month__range=(month.year * 100 + 1, month.number)
    )
    sums = told.aggregate(visited=Sum("households_visited"), done=Sum("things_done"))
    leaves = Leave.objects.filter(village=village, to_on__gte=on).exclude(state="refused")
    return Handover(
        month=month,
        postings=tuple(Posting.objects.filter(village=village).on(on)),
        residents=residents(Scope.of([village.code]), village.county_code, month),
        visited=sums["visited"],
        done=sums["done"],
        leaves=tuple(leaves.select_related("posting", "substitute").order_by("from_on")),
        reviews=tuple(JointReview.objects.filter(village=village).open().select_related("person")),
        dispositions=tuple(
            Disposition.objects.filter(village=village)
            .open()
            .select_related("person", "situation", "kind")
        ),
        assessment=TeamAssessment.objects.filter(village=village).order_by("-assessed_on").first(),
    )
