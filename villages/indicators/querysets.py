"""How definitions and values are chosen."""

from datetime import date
from typing import Self

from villages.common.scope import Scope
from villages.indicators.choices import IndicatorState
from villages.ledgers.models import CountyRows, VillageRows


class DefinitionRows(CountyRows):
    """Definitions are the county's: whoever works anywhere in it reads them."""

    def in_scope(self, scope: Scope | None) -> Self:
        """Definitions of every county that the territory touches."""
        if not scope or scope.everything:
            return super().in_scope(scope)
        counties = {code[:6] for code in scope.codes if len(code) >= 6}
        return super().in_scope(scope) | self.filter(county_code__in=counties)

    def in_force(self, on: date) -> Self:
        """Those that are asked on a day."""
        return self.filter(state=IndicatorState.IN_FORCE, begun_on__lte=on, sunset_on__gte=on)


class ValueRows(VillageRows):
    """Values of villages."""

    def of(self, scope: Scope, county: str) -> Self:
        """The values of a county that lie in the scope."""
        return self.in_scope(scope).in_county(county)
