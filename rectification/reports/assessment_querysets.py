"""Who sees rows of the year-end assessment."""

from typing import Any, Self

from django.db.models import Q

from rectification.reports.assessment.states import AssessmentStatus
from villages.common.scope import COUNTY, Scope
from villages.ledgers.models import CountyRows
from villages.querysets import ScopedQuerySet, ScopePath

_PUBLIC = (AssessmentStatus.PUBLISHED, AssessmentStatus.FINAL)


class TownshipRows(ScopedQuerySet):
    """Rows about a township, seen by the county and by itself alone, by whom once published."""

    scope_path = ScopePath("county_code", "township_code")

    def visible_to(self, user: Any) -> Self:
        """All of the county for those who cover it; a township's own once it is published."""
        scope = getattr(user, "territory", None)
        rows = self.in_scope(scope).select_related("assessment")
        if not scope or scope.everything:
            return rows
        shown = Q(assessment__status__in=_PUBLIC)
        return rows.filter(Q(pk__in=self._of_counties(scope)) | shown)

    def _of_counties(self, scope: Any) -> Any:
        wide = [code for code in scope.codes if len(code) <= 6]
        condition = Q(pk__in=())
        for code in wide:
            condition |= Q(county_code__startswith=code)
        return self.model._default_manager.filter(condition).values("pk")


class ScoreSchemeRows(CountyRows):
    """Schemes: whoever is judged by them may read them."""

    def in_scope(self, scope: Scope | None) -> Self:
        """Rows of every county that the territory touches."""
        if not scope or scope.everything:
            return super().in_scope(scope)
        counties = {code[:COUNTY] for code in scope.codes if len(code) >= COUNTY}
        return super().in_scope(scope) | self.filter(county_code__in=counties)


class ScorePartRows(ScoreSchemeRows):
    """Rows of schemes, named together with them."""

    def visible_to(self, user: Any) -> Self:
        """Those that the person may read."""
        return super().visible_to(user).select_related("scheme")
