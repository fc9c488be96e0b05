"""Selecting reports."""

from collections.abc import Iterable
from typing import Any, Self

from django.db.models import Q

from rectification.reports.states import STANDING, ReportStatus
from villages.common.periods import Period
from villages.common.scope import COUNTY
from villages.querysets import ScopedQuerySet, ScopePath

_CITY = 4
_OUT = (ReportStatus.ISSUED, ReportStatus.SUPERSEDED)


def _is_issued(row: Any) -> bool:
    return row is not None and row.status == ReportStatus.ISSUED


class ReportQuerySet(ScopedQuerySet):
    """Reports on a whole county (or city, four digits). Whoever covers it sees all of them;
    whoever works inside sees what was issued."""

    scope_path = ScopePath("county_code")

    def visible_to(self, user: Any) -> Self:
        """All reports of the person's counties, and issued ones of the county and city that the
        person's territory belongs to."""
        scope = user.territory
        if scope.everything:
            return self.all()
        inside = {code[:6] for code in scope.codes if len(code) > COUNTY}
        inside |= {code[:_CITY] for code in scope.codes if len(code) >= COUNTY}
        whole = Q(pk__in=self.in_scope(scope).values("pk"))
        issued = Q(county_code__in=inside, status__in=_OUT, issued_at__isnull=False)
        return self.filter(whole | issued)

    def about(self, county: str, kind: str, period: Period) -> Self:
        """All versions of one report, the latest first."""
        rows = self.filter(county_code=county, kind=kind, period=period.code)
        return rows.order_by("-version")

    def standing(self, county: str, kind: str, period: Period) -> Any:
        """What is said about a period now: the issued version, else the last draft. One query."""
        return self.standing_of(county, kind, [period]).get(period.code)

    def standing_of(self, county: str, kind: str, periods: Iterable[Period]) -> dict[str, Any]:
        """The same of several periods, by the period's code. One query."""
        codes = [period.code for period in periods]
        rows = self.filter(county_code=county, kind=kind, period__in=codes, status__in=STANDING)
        found: dict[str, Any] = {}
        for row in rows.order_by("version"):
            if row.status == ReportStatus.ISSUED or not _is_issued(found.get(row.period)):
                found[row.period] = row
        return found

    def current(self) -> Self:
        """Versions that no later one has superseded."""
        return self.filter(status__in=STANDING)
