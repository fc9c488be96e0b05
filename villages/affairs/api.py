"""Figures of village facts for programs: the same as on the page."""

from collections.abc import Iterable
from datetime import date

from villages.accounts.perms import works_in_territory
from villages.affairs.figures import roll
from villages.affairs.figures.overview import overview
from villages.common.figures import Figure
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.rest.figure_views import DayFigures, reading


class AffairsFigures(DayFigures):
    """All figures of village facts of one unit on one day; petitions are of the month before."""

    key, label_zh, label_en = "affairs-figures", "村务指标", "figures of village facts"
    allowed = works_in_territory
    operations = reading("affairs_figures_list", "Figures of village facts", "村务指标")

    def found(self, scope: Scope, county: str, on: date) -> Iterable[Figure]:
        """In the order of the page."""
        return overview(roll(scope, county, on), Month.of(on).previous()).figures()
