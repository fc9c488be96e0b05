"""Who sees which saved view."""

from typing import Any, Self

from django.db.models import Q

from villages.common.scope import COUNTY, Scope
from villages.querysets import ScopedQuerySet


class SavedViewQuerySet(ScopedQuerySet):
    """Saved views."""

    def visible_to(self, user: Any) -> Self:
        """One's own, and those shared with a county that one works in."""
        if getattr(user, "pk", None) is None:
            return self.none()
        return self.filter(Q(owner=user) | _shared_with(getattr(user, "territory", None)))

    def named(self) -> Self:
        """The views alone, without anybody's settings."""
        return self.exclude(name="")

    def of_list(self, key: str) -> Self:
        """The views of one list."""
        return self.filter(list_key=key)


def _shared_with(scope: Scope | None) -> Q:
    """Views of every county that the territory touches."""
    shared = ~Q(county_code="")
    if not scope:
        return Q(pk__in=[])
    if scope.everything:
        return shared
    counties = {code[:COUNTY] for code in scope.codes if len(code) >= COUNTY}
    inside = Q(county_code__in=sorted(counties))
    for wide in scope.wide():
        inside |= Q(county_code__startswith=wide)
    return shared & inside
