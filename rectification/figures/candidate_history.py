"""What happened to villages before and in the year of a screening."""

from collections import defaultdict
from typing import Any

from rectification.models import CaseSituation, RectificationCase, ScreeningDecision
from rectification.parameters.screening import REPEAT_YEARS
from rectification.states import LISTED, OPEN
from villages.affairs.figures import Roll


class History:
    """Cases, decisions and registered situations of a county, by primary key of the village.

    `cases` are those of the year or still open, `times` how often a village was listed in the
    years before, `relapsed` those of which an earlier case came back. Three queries.
    """

    def __init__(self, of: Roll, year: int) -> None:
        self.cases: dict[int, RectificationCase] = {}
        self.times: dict[int, int] = defaultdict(int)
        self.relapsed: set[int] = set()
        self.listed_this_year = 0
        first = year - of.number(REPEAT_YEARS)
        for row in RectificationCase.objects.in_county(of.county).order_by("listed_year", "pk"):
            self._take(row, first, year)
        decided = ScreeningDecision.objects.in_county(of.county).filter(year=year)
        self.decisions = {row.village_id: row for row in decided}
        self.situations = self._said()

    def _take(self, row: Any, first: int, year: int) -> None:
        pk, listed = row.village_id, row.status in LISTED
        if row.status in OPEN or (listed and row.listed_year == year):
            self.cases[pk] = row
        self.listed_this_year += listed and row.listed_year == year
        self.times[pk] += listed and first <= row.listed_year < year
        if row.round > 1 or row.relapsed_on:
            self.relapsed.add(pk)

    def _said(self) -> dict[int, dict[str, str]]:
        """Situations that people registered, with their facts, by village and code."""
        rows = CaseSituation.objects.filter(case__in=[one.pk for one in self.cases.values()])
        found: dict[int, dict[str, str]] = defaultdict(dict)
        for village, code, facts in rows.values_list("village_id", "item__code", "facts"):
            found[village][code] = facts
        return found
