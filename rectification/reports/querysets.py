"""Selecting reports."""

from typing import Self

from villages.common.periods import Period
from villages.querysets import ScopedQuerySet, ScopePath


class ReportQuerySet(ScopedQuerySet):
    """Reports on a whole county, seen by whoever covers it."""

    scope_path = ScopePath("county_code")

    def about(self, county: str, kind: str, period: Period) -> Self:
        """All versions of one report, the latest first."""
        rows = self.filter(county_code=county, kind=kind, period=period.code)
        return rows.order_by("-version")
