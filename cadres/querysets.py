"""Selecting people and their posts."""

from datetime import date
from typing import Self

from django.db.models import Q

from villages.querysets import ScopedQuerySet, ScopePath


class PersonQuerySet(ScopedQuerySet):
    """People, seen by whoever covers the village in whose ledger they stand."""

    scope_path = ScopePath("county_code", "village__township__code", "village__code")


class TenureQuerySet(ScopedQuerySet):
    """Tenures, seen by whoever covers their village."""

    scope_path = ScopePath("county_code", "village__township__code", "village__code")

    def open(self) -> Self:
        """Not ended."""
        return self.filter(ended_on=None)

    def on(self, day: date) -> Self:
        """In force on a day. The day of ending is no longer one in office; a tenure whose begin
        nobody wrote down counts from the beginning."""
        begun = Q(started_on=None) | Q(started_on__lte=day)
        return self.filter(begun & (Q(ended_on=None) | Q(ended_on__gt=day)))
