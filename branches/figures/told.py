"""Ratings and joint bodies as figures, beside those of the board, for sheet and API alike."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from branches.figures.consortium import joint
from branches.figures.schemes import grades
from branches.models import Scheme
from branches.schemes.periods import current
from branches.schemes.querysets import SchemeRows
from villages.common.figures import Figure
from villages.common.periods import Period
from villages.common.scope import Scope


def told(scope: Scope, county: str, on: date) -> list[Figure]:
    """Joint bodies on a day; of each scheme in force the branches rated and the shares by grade.

    Ratings are those of the period before the one that is running. Grades are numbered from the
    highest: `ratings.stars.grade_1`. Five queries, and two more per scheme.
    """
    rows: SchemeRows = Scheme.objects.in_county(county).in_force(on)
    found = joint(scope, county, on).figures()
    for scheme in rows.order_by("kind").prefetch_related("grades"):
        period = current(scheme.cycle, on).previous()
        found.extend(_ratings(scheme, scope, county, period, on))
    return found


def _ratings(
    scheme: Scheme, scope: Scope, county: str, period: Period, on: date
) -> Iterator[Figure]:
    whole = grades(scope, county, scheme.kind, period, on)[-1]
    name, prefix = scheme.get_kind_display(), f"ratings.{scheme.kind}"
    rated = whole.coverage
    yield replace(rated, code=f"{prefix}.rated", label=f"{name}:{rated.label}", period=period)
    names = sorted(scheme.grades.all(), key=lambda row: -row.least)
    for place, row in enumerate(names, start=1):
        share = whole.share(row.name)
        yield replace(
            share, code=f"{prefix}.grade_{place}", label=f"{name}:{row.name}", period=period
        )
