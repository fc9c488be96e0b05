"""`case-rebound`: how many closed villages came back, the same as on the page."""

from collections.abc import Iterable
from datetime import date

from rectification.figures.rebound import rebound
from rectification.perms import may_see_cases
from villages.common.figures import Figure
from villages.common.scope import Scope
from villages.rest.figure_views import DayFigures, reading


class CaseRebound(DayFigures):
    """The whole first, then by kind of problem and by line of work."""

    key, label_zh, label_en = "cases", "整顿", "rectification cases"
    allowed = may_see_cases
    operations = reading("case_rebound", "Closed cases that came back", "反弹情况")

    def found(self, scope: Scope, county: str, on: date) -> Iterable[Figure]:
        """Cases closed by the day."""
        return rebound(scope, county, on).figures
