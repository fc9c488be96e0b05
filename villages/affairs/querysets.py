"""How rows of village facts are chosen."""

from datetime import date
from typing import Self

from django.db.models import Q

from villages.common.scope import Scope
from villages.ledgers.models import CountyRows, VillageRows


class CountyListRows(CountyRows):
    """A county's own lists: whoever works anywhere in the county reads them."""

    def in_scope(self, scope: Scope | None) -> Self:
        """Rows of every county that the territory touches."""
        if not scope or scope.everything:
            return super().in_scope(scope)
        counties = {code[:6] for code in scope.codes if len(code) >= 6}
        return super().in_scope(scope) | self.filter(county_code__in=counties)

    def on(self, day: date) -> Self:
        """Lines in force on a day, both ends inclusive."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)


class FactRows(VillageRows):
    """Rows about villages of one county as a figure reads them."""

    def of(self, scope: Scope, county: str) -> Self:
        """The rows of a county that lie in the scope."""
        return self.in_scope(scope).in_county(county)

    def up_to(self, field: str, day: date) -> Self:
        """Rows whose `field` is not after a day, the newest last: a dict keeps the newest."""
        return self.filter(**{f"{field}__lte": day}).order_by(field, "pk")
