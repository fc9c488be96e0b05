"""Selecting schemes and ratings."""

from datetime import date
from typing import Self

from django.db.models import Q

from branches.schemes.choices import FINAL, SchemeStatus
from villages.common.scope import COUNTY, Scope
from villages.ledgers.models import VillageRows
from villages.querysets import ScopedQuerySet, ScopePath


class CountyBook(ScopedQuerySet):
    """What a county lays down for everybody: whoever works anywhere in it may read it."""

    scope_path = ScopePath("county_code")

    def in_scope(self, scope: Scope | None) -> Self:
        """Rows of every county that the territory covers or lies in."""
        if not scope:
            return self.none()
        if scope.everything:
            return self.all()
        path = self.scope_path.county if self.scope_path else ""
        inside = {code[:COUNTY] for code in scope.codes if len(code) >= COUNTY}
        condition = Q(**{f"{path}__in": inside})
        for wide in scope.wide():
            condition |= Q(**{f"{path}__startswith": wide})
        return self.filter(condition)


class SchemeRows(CountyBook):
    """Versions of schemes."""

    def in_force(self, day: date) -> Self:
        """The version of each kind that holds on a day; drafts hold on none."""
        published = self.exclude(status=SchemeStatus.DRAFT)
        return published.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)


class SchemeParts(CountyBook):
    """Items and grades, read with their scheme."""

    scope_path = ScopePath("scheme__county_code")


class RatingRows(VillageRows):
    """Ratings of branches, seen by whoever covers the village."""

    def final(self) -> Self:
        """Those that stand: confirmed, or decided after an appeal."""
        return self.filter(state__in=FINAL)
