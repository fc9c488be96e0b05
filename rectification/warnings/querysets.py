"""Selecting warnings and rules."""

from datetime import date
from typing import Any, Self

from django.db.models import Q

from rectification.warnings.choices import AskStatus
from rectification.warnings.perms import may_see_unpublished
from rectification.warnings.states import LIVE
from villages.common import clock
from villages.common.periods import Month
from villages.common.scope import COUNTY, Scope
from villages.ledgers.models import VillageRows
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
    """Rule sets of a county, or of the whole installation (county_code empty): whoever works
    anywhere in it is judged by them and reads them."""

    scope_path = ScopePath("county_code")

    def in_scope(self, scope: Scope | None) -> Self:
        """Those of every county that the territory touches, and those of all counties."""
        if not scope or scope.everything:
            return super().in_scope(scope)
        counties = {code[:COUNTY] for code in scope.codes if len(code) >= COUNTY}
        return super().in_scope(scope) | self.filter(county_code__in=["", *counties])

    def in_county(self, code: str) -> Self:
        """Those that could hold in a county."""
        return self.filter(county_code__in=["", code])

    def holding(self, county: str, on: date) -> Self:
        """Those that could hold in a county on a day, the county's own and latest first."""
        rows = self.filter(county_code__in=["", county], effective_from__lte=on)
        return rows.order_by("-county_code", "-effective_from", "-id")


class AlertRows(VillageRows):
    """Warning events, seen by whoever covers the village; before they are public by those alone
    who may still explain or correct them."""

    def visible_to(self, user: Any) -> Self:
        """Those of one's territory, as far as they are public or concern the person."""
        rows = super().visible_to(user)
        if getattr(user, "pk", None) is None or may_see_unpublished(user):
            return rows
        return rows.filter(public_at__lte=clock.now())

    def live(self) -> Self:
        """Those that count for the colour today."""
        return self.filter(status__in=LIVE)

    def held_in(self, month: Month) -> Self:
        """Those of earlier months that still count, or ended, in a month."""
        return self.not_over_before(month).filter(raised_month__lte=month.number)

    def not_over_before(self, month: Month) -> Self:
        """Those that count, or ended, in a month or later; raised later ones too."""
        return self.filter(Q(ended_from=None) | Q(ended_from__gte=month.number))


class AskedRows(VillageRows):
    """What departs from the rules for a while."""

    def holding(self, month: Month) -> Self:
        """Those approved that hold in a month."""
        number = month.number
        running = Q(ended_from=None) | Q(ended_from__gt=number)
        return self.filter(
            running, from_month__lte=number, until_month__gte=number,
            status__in=[AskStatus.APPROVED, AskStatus.ENDED],
        )  # fmt: skip


class DecisionRows(VillageRows):
    """What was decided, seen by whoever sees the event."""

    def visible_to(self, user: Any) -> Self:
        """Those of one's territory; of events that are not public yet, as the events."""
        rows = super().visible_to(user)
        if getattr(user, "pk", None) is None or may_see_unpublished(user):
            return rows
        return rows.filter(Q(alert=None) | Q(alert__public_at__lte=clock.now()))
