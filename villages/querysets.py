"""The vocabulary of selection that every app shares; first of all, who may see a row."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import Q

from villages.common.scope import COUNTY, TOWNSHIP, VILLAGE, Scope


@dataclass(frozen=True)
class ScopePath:
    """Where a table keeps the codes that decide who sees a row.

    A path may be missing: a table without villages has no village path, and a scope of single
    villages then matches nothing in it.
    """

    county: str = "county_code"
    township: str = ""
    village: str = ""

    def condition(self, scope: Scope) -> Q | None:
        """The filter for this scope; None where nothing can match."""
        parts = [Q(**{f"{self.county}__startswith": wide}) for wide in scope.wide()]
        for path, digits in self._paths():
            if path and (codes := scope.level(digits)):
                parts.append(Q(**{f"{path}__in": codes}))
        return None if not parts else _any_of(parts)

    def _paths(self) -> tuple[tuple[str, int], ...]:
        return (self.county, COUNTY), (self.township, TOWNSHIP), (self.village, VILLAGE)


def _any_of(parts: list[Q]) -> Q:
    condition = parts[0]
    for part in parts[1:]:
        condition |= part
    return condition


class ScopedQuerySet(models.QuerySet[Any]):
    """Rows that belong to a place. Fails closed: no user, no scope, no path means no row."""

    scope_path: ScopePath | None = None

    def visible_to(self, user: Any) -> Self:
        """The rows inside the user's territory."""
        return self.in_scope(getattr(user, "territory", None))

    def in_scope(self, scope: Scope | None) -> Self:
        """The rows inside a territory."""
        if not scope or self.scope_path is None:
            return self.none()
        if scope.everything:
            return self.all()
        condition = self.scope_path.condition(scope)
        return self.none() if condition is None else self.filter(condition)

    def handed_on(self) -> Self:
        """Rows that may leave the portal on paper and in packs; restricted ones never do."""
        return self

    def in_county(self, code: str) -> Self:
        """Rows of one county."""
        path = self.scope_path.county if self.scope_path else "county_code"
        return self.filter(**{path: code})


class DatedQuerySet(ScopedQuerySet):
    """Rows with `valid_from` and `valid_to`, both ends inclusive, null meaning open."""

    def on(self, day: date) -> Self:
        """Rows in force on a day: the map as it was."""
        begun = Q(valid_from=None) | Q(valid_from__lte=day)
        return self.filter(begun & (Q(valid_to=None) | Q(valid_to__gte=day)))


class CountyQuerySet(DatedQuerySet):
    """Counties. A unit's name is no secret to those who work inside it."""

    scope_path = ScopePath(county="code")

    def in_scope(self, scope: Scope | None) -> Self:
        """Counties that the territory covers or lies in."""
        return _touched(self, scope, COUNTY)


class TownshipQuerySet(DatedQuerySet):
    """Townships. First secretaries see the name of their own."""

    scope_path = ScopePath(county="county_code", township="code")

    def in_scope(self, scope: Scope | None) -> Self:
        """Townships that the territory covers or lies in."""
        return _touched(self, scope, TOWNSHIP)


Rows = TypeVar("Rows", bound=ScopedQuerySet)


def _touched(rows: Rows, scope: Scope | None, digits: int) -> Rows:
    """Rows whose code begins with, or is the beginning of, a code of the territory."""
    if not scope:
        return rows.none()
    if scope.everything:
        return rows.all()
    exact = {code[:digits] for code in scope.codes if len(code) >= digits}
    wide = [code for code in scope.codes if len(code) < digits]
    return rows.filter(_any_of([Q(code__in=exact), *(Q(code__startswith=c) for c in wide)]))


class VillageQuerySet(DatedQuerySet):
    """Villages."""

    scope_path = ScopePath(county="county_code", township="township__code", village="code")
