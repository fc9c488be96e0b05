"""Selecting income."""

from typing import Self

from villages.common.periods import Month
from villages.querysets import ScopedQuerySet, ScopePath


class IncomeQuerySet(ScopedQuerySet):
    """Income, seen by whoever covers its village."""

    scope_path = ScopePath("county_code", "village__township__code", "village__code")

    def current(self) -> Self:
        """Without what a correction replaced."""
        return self.filter(superseded_on=None)

    def year_to_date(self, month: Month) -> Self:
        """Current statements of January to this month."""
        january = month.year_to_date()[0].number
        return self.current().filter(from_month=january, to_month=month.number)
