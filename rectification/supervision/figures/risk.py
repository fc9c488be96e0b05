"""How likely each village is to be visited, and why: weights of a draw."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q
from django.utils.translation import gettext as _

from rectification.models import RectificationCase
from rectification.states import UNDER_WORK, CaseStatus
from rectification.supervision.inspection_states import InspectionStatus
from rectification.supervision.models import InspectionSite, OrderItem
from rectification.supervision.parameters import inspections as limits
from rectification.supervision.risk_sources import Reason, sources
from rectification.supervision.states import OWING, OrderStatus
from villages import parameters
from villages.common.calendar_months import add_months
from villages.common.periods import Month
from villages.filings.choices import FilingState
from villages.filings.models import Filing
from villages.models import Village

_FILED_MONTHS = 6
_WHY_MOST = 200


@dataclass(frozen=True)
class Risk:
    """The weight of one village (primary key) and the reasons for it in words."""

    village: int
    weight: int
    reasons: tuple[str, ...]

    @property
    def why(self) -> str:
        """The reasons in one line."""
        return ";".join(self.reasons)[:_WHY_MOST]


def risks(county: str, on: date) -> dict[str, Risk]:
    """Weights of all villages of a county on a day, by code.

    Eight queries for any number of villages. A village of which nothing is known has the base
    weight; the weights are dated rows of the county.
    """
    base = _points(limits.BASE.key, county, on)
    facts: dict[int, list[Reason]] = defaultdict(list)
    for source in (*_OWN, *(one.facts for one in sources())):
        for village, reason in source(county, on).items():
            facts[village].append(reason)
    villages = Village.objects.in_county(county).on(on).order_by("code")
    return {
        code: Risk(pk, base + sum(points for points, _why in facts[pk]), _words(facts[pk]))
        for pk, code in villages.values_list("pk", "code")
    }


def _words(reasons: list[Reason]) -> tuple[str, ...]:
    return tuple(why for points, why in reasons if points)


def _points(key: str, county: str, on: date) -> int:
    return int(parameters.value(key, on=on, county=county))


def _cases(county: str, on: date) -> Mapping[int, Reason]:
    points = _points(limits.CASE.key, county, on)
    rows = RectificationCase.objects.in_county(county).filter(status__in=UNDER_WORK)
    return {
        village: (points, _("正在整顿(%s)") % CaseStatus(status).label)
        for village, status in rows.values_list("village_id", "status")
    }


def _late_orders(county: str, on: date) -> Mapping[int, Reason]:
    points = _points(limits.OVERDUE.key, county, on)
    rows = OrderItem.objects.in_county(county).filter(
        unit__order__status=OrderStatus.ISSUED, unit__status__in=OWING, unit__due_on__lt=on,
        village__isnull=False,
    )  # fmt: skip
    counted: dict[int, int] = defaultdict(int)
    for village in rows.values_list("village_id", flat=True):
        counted[village] += 1
    return {pk: (points, _("督办事项逾期 %d 项") % count) for pk, count in counted.items()}


def _unvisited(county: str, on: date) -> Mapping[int, Reason]:
    """Villages that no inspection visited for a long time, cancelled ones apart."""
    points = _points(limits.UNVISITED.key, county, on)
    since = add_months(on, -_points(limits.UNVISITED_MONTHS.key, county, on))
    rows = InspectionSite.objects.in_county(county).filter(visited_on__lte=on)
    rows = rows.exclude(inspection__status=InspectionStatus.CANCELLED).order_by()
    last = dict(rows.values_list("village_id").annotate(last=Max("visited_on")))
    villages = Village.objects.in_county(county).on(on).values_list("pk", flat=True)
    return {
        pk: (points, _("%s以来没有检查") % day.isoformat() if day else _("没有检查记录"))
        for pk in villages
        if (day := last.get(pk)) is None or day < since
    }


def _filings(county: str, on: date) -> Mapping[int, Reason]:
    points, month = _points(limits.LATE.key, county, on), Month.of(on)
    rows = Filing.objects.in_county(county).filter(
        Q(is_late=True) | Q(state=FilingState.RETURNED),
        month__gte=month.shift(-_FILED_MONTHS).number, month__lte=month.number,
    )  # fmt: skip
    counted: dict[int, int] = defaultdict(int)
    for village in rows.values_list("village_id", flat=True):
        counted[village] += 1
    words = _("近半年迟报或被退回 %d 次")
    return {pk: (points, words % count) for pk, count in counted.items()}


_OWN: tuple[Callable[[str, date], Mapping[int, Reason]], ...] = (
    _cases, _late_orders, _unvisited, _filings,
)  # fmt: skip
