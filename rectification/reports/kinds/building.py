"""A report of any territory as content: a county, a city of several, a township's part."""

from datetime import date

from rectification.reports.asked import asked_of
from rectification.reports.content import ReportContent
from rectification.reports.extract import extract
from rectification.reports.kinds.city import compose_city
from rectification.reports.kinds.composing import compose
from rectification.reports.kinds.planning import Plan
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Period
from villages.common.scope import COUNTY, TOWNSHIP, Scope
from villages.models import County


def built(
    kind: str, plan: Plan, period: Period, scope: Scope, on: date | None = None
) -> ReportContent:
    """What the report says about one unit: six digits name a county, four a city (from its
    counties' reports), nine a township (its part of the county's). Writes nothing; `on` is the day
    on which it is made, today if none is given. Raises `report_unit` for anything else.
    """
    day = on or clock.today()
    code = next(iter(scope.codes), "")
    if len(scope.codes) != 1 or len(code) not in (COUNTY - 2, COUNTY, TOWNSHIP):
        raise DomainError(
            "report_unit", "报告只能按一个市、一个县或者一个乡镇生成。", "请选定一个单位。"
        )
    if len(code) < COUNTY:
        return compose_city(kind, code, period, day)
    county = County.objects.get(code=code[:COUNTY])
    whole = compose(kind, plan, asked_of(county, kind, period, day), lambda _done, _all: None)
    return extract(whole, code) if len(code) == TOWNSHIP else whole
