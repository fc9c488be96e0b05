"""How many problems of a batch there are, by kind, and how many are solved."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from rectification.models import ProblemItem
from rectification.states import ProblemStatus
from villages.common.scope import Scope

SOLVED = (ProblemStatus.SOLVED, ProblemStatus.VERIFIED)


@dataclass(frozen=True)
class KindOfProblem:
    """One kind: solved are those that the township solved, verified those of them that the county
    has verified; `villages` have at least one of the kind."""

    key: str
    name: str
    all: int
    solved: int
    verified: int
    reopened: int
    villages: int

    @property
    def open(self) -> int:
        """Not solved, or there again."""
        return self.all - self.solved


def problems(scope: Scope | None, county: str, year: int) -> tuple[KindOfProblem, ...]:
    """Problems of the cases of one year's batch, in the order of the county's words. One query."""
    rows = problems_of(scope, county, year).order_by()
    found = rows.values_list("kind__uid", "kind__name").annotate(
        kept=Count("pk"),
        solved=Count("pk", filter=Q(status__in=SOLVED)),
        verified=Count("pk", filter=Q(status=ProblemStatus.VERIFIED)),
        back=Count("pk", filter=Q(reopened_count__gt=0)),
        places=Count("village", distinct=True),
    )
    ordered = found.order_by("kind__position", "kind__name")
    return tuple(KindOfProblem(*row) for row in ordered)


def problems_of(scope: Scope | None, county: str, year: int) -> Any:
    """The rows behind every number: problems of the cases of one year's batch."""
    return ProblemItem.objects.in_scope(scope).in_county(county).of_year(year)
