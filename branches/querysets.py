"""Selecting party organizations."""

from datetime import date
from typing import Self

from django.db.models import Q

from villages.querysets import ScopedQuerySet, ScopePath


class BranchQuerySet(ScopedQuerySet):
    """Party organizations, seen by whoever covers their village."""

    scope_path = ScopePath("county_code", "village__township__code", "village__code")

    def on(self, day: date) -> Self:
        """Those that exist on a day; the day of abolition is no longer one."""
        begun = Q(founded_on=None) | Q(founded_on__lte=day)
        return self.filter(begun & (Q(abolished_on=None) | Q(abolished_on__gt=day)))
