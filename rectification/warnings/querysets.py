"""Selecting warnings and rules."""

from datetime import date
from typing import Self

from villages.common.periods import Month
from villages.querysets import ScopedQuerySet, ScopePath


class WarningQuerySet(ScopedQuerySet):
    """Colours of villages, seen by whoever covers the village."""

    scope_path = ScopePath("county_code", "village__township__code", "village__code")

    def in_month(self, month: Month) -> Self:
        """Those of one month."""
        return self.filter(month=month.number)


class EvaluationQuerySet(ScopedQuerySet):
    """Evaluations of a whole county."""

    scope_path = ScopePath("county_code")


class RuleSetQuerySet(ScopedQuerySet):
    """Rule sets of a county, or of the whole installation (county_code empty)."""

    scope_path = ScopePath("county_code")

    def holding(self, county: str, on: date) -> Self:
        """Those that could hold in a county on a day, the county's own and latest first."""
        rows = self.filter(county_code__in=["", county], effective_from__lte=on)
        return rows.order_by("-county_code", "-effective_from", "-id")
