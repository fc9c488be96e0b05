"""Selecting filings and forms."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Self

from villages.common.periods import Month
from villages.common.scope import COUNTY, Scope
from villages.querysets import DatedQuerySet, ScopedQuerySet, ScopePath


class FilingQuerySet(ScopedQuerySet):
    """Filings, seen by whoever covers their village."""

    scope_path = ScopePath("county_code", "village__township__code", "village__code")

    def of_month(self, month: Month) -> Self:
        """Those of one month."""
        return self.filter(month=month.number)

    def of_villages(self, villages: Iterable[int]) -> Self:
        """Those of these villages, by primary key."""
        return self.filter(village_id__in=list(villages))


class PartQuerySet(ScopedQuerySet):
    """Rows that belong to a filing."""

    scope_path = ScopePath(
        "county_code", "filing__village__township__code", "filing__village__code"
    )


class ReceiptQuerySet(ScopedQuerySet):
    """Receipts, seen by whoever covers their township."""

    scope_path = ScopePath("county_code", "township_code")


class ChaseQuerySet(ReceiptQuerySet):
    """Reminders, seen by whoever covers the township, and found by whom they reach."""

    def reaching(self, user: Any, at: datetime) -> Self:
        """Those that have reached this person, or whom the person stands in for, by now."""
        absent = getattr(user, "acting_for", None)
        return self.filter(user__in=[one.pk for one in (user, absent) if one], due_at__lte=at)


class FormQuerySet(DatedQuerySet):
    """Forms of a county: everybody who works in it may know what is asked and why."""

    scope_path = ScopePath("county_code")

    def in_scope(self, scope: Scope | None) -> Self:
        """Forms of every county that the territory covers or lies in."""
        if not scope or scope.everything:
            return super().in_scope(scope)
        return super().in_scope(Scope.of(code[:COUNTY] for code in scope.codes))

    def in_force(self, county: str, on: date) -> Self:
        """What a county asks on a day."""
        return self.in_county(county).on(on)
