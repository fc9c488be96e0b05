"""Figures of party organizations for programs: the same as on the page."""

from collections.abc import Iterable
from datetime import date

from branches.figures.board import board
from branches.figures.told import told
from villages.accounts.perms import works_in_territory
from villages.common.figures import Figure
from villages.common.scope import Scope
from villages.rest.figure_views import DayFigures, reading


class BranchFigures(DayFigures):
    """All figures of party organizations of one unit on one day."""

    key, label_zh, label_en = "branches", "党组织指标", "figures of party organizations"
    allowed = works_in_territory
    operations = reading("branch_figures_list", "Figures of party organizations", "党组织指标")

    def found(self, scope: Scope, county: str, on: date) -> Iterable[Figure]:
        """Those of the page, then those that its sentences tell."""
        return (*board(scope, county, on).figures, *told(scope, county, on))
