"""The vocabulary of selection of cases and of the rows that belong to them."""

from datetime import date
from typing import Any, Self

from django.db.models import Q

from rectification.perms import may_see_restricted
from rectification.states import CANDIDATES, LISTED, OFF_THE_LIST, OPEN, UNDER_WORK
from villages.common.scope import Scope
from villages.ledgers.models import VillageRows
from villages.querysets import DatedQuerySet, ScopePath


class CountyLists(DatedQuerySet):
    """Lists of a county that whoever works anywhere in it reads."""

    scope_path = ScopePath("county_code")

    def in_scope(self, scope: Scope | None) -> Self:
        """Rows of every county that the territory covers or lies in."""
        inside = super().in_scope(scope)
        if not scope or scope.everything:
            return inside
        counties = {code[:6] for code in scope.codes if len(code) >= 6}
        return inside | self.filter(county_code__in=counties)


class StandardItemRows(CountyLists):
    """Situations of screening standards; restricted ones exist for the county alone."""

    def visible_to(self, user: Any) -> Self:
        """The rows of the county, without restricted ones for those who may not know."""
        # Names say the year of the standard: joined once, not asked row by row.
        rows = super().visible_to(user).select_related("standard")
        return rows if may_see_restricted(user) else rows.filter(restricted=False)


class CaseRows(VillageRows):
    """Cases."""

    def open(self) -> Self:
        """Neither closed nor withdrawn: a village has at most one."""
        return self.filter(status__in=OPEN)

    def candidates(self) -> Self:
        """Screened and not yet decided."""
        return self.filter(status__in=CANDIDATES)

    def under_work(self) -> Self:
        """On the county's list and not yet off it."""
        return self.filter(status__in=UNDER_WORK)

    def off_the_list(self) -> Self:
        """Closed, whether or not the time of following up is over."""
        return self.filter(status__in=OFF_THE_LIST)

    def listed(self, year: int | None = None) -> Self:
        """Ever on the county's list, of one year's batch or of all; withdrawn ones are not."""
        rows = self.filter(status__in=LISTED)
        return rows if year is None else rows.filter(listed_year=year)

    def overdue(self, on: date) -> Self:
        """Under work after their deadline."""
        return self.under_work().filter(deadline__lt=on)


class CaseChildRows(VillageRows):
    """Rows of a case's file, seen by whoever covers its village."""

    def counted(self) -> Self:
        """Rows of cases that were ever on the list: what figures of a batch add up."""
        return self.filter(case__status__in=LISTED)

    def of_year(self, year: int) -> Self:
        """Rows of the cases of one year's batch."""
        return self.counted().filter(case__listed_year=year)


class LinkRows(CaseChildRows):
    """People who help with a case."""

    def on(self, day: date) -> Self:
        """Those who are there on a day."""
        return self.filter(Q(to=None) | Q(to__gte=day), since__lte=day)


class RestrictedRows(CaseChildRows):
    """Rows of which some are for the county alone: to everybody else they do not exist."""

    restricted_path = "restricted"

    def visible_to(self, user: Any) -> Self:
        """The rows inside the territory, without restricted ones for those who may not know."""
        rows = super().visible_to(user)
        service = getattr(user, "role", "") == "service"
        return rows if service or may_see_restricted(user) else rows.handed_on()

    def handed_on(self) -> Self:
        """Never the restricted ones."""
        return self.filter(**{self.restricted_path: False})

    def restricted(self) -> Self:
        """The restricted ones alone."""
        return self.filter(**{self.restricted_path: True})


class SituationRows(RestrictedRows):
    """Situations of a case; the item of the standard says whether one is restricted."""

    restricted_path = "item__restricted"
