"""What is still ahead or open of inspections goes along when townships end and villages move.

Trips of this month and later get the township that takes over; where the same plan already goes
there in that month it is one journey. Villages that nobody has visited yet and findings that
nobody has settled get the main successor; what was seen stays with the village in which it was.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from rectification.supervision.inspection_states import FindingStatus, InspectionStatus
from rectification.supervision.models import Finding, InspectionSite, PlanTrip
from villages.common import clock
from villages.common.periods import Month
from villages.models import Township, Village

_RUNNING = (InspectionStatus.PREPARED, InspectionStatus.DRAWN, InspectionStatus.UNDER_WAY)
_UNSETTLED = (FindingStatus.OPEN, FindingStatus.ORDERED, FindingStatus.CASED)


def ending(*, codes: Sequence[str]) -> Iterator[Any]:
    """Rows of these townships and villages that would go along."""
    yield _trips().filter(unit_code__in=codes)
    yield _sites().filter(village__code__in=codes)
    yield _findings().filter(village__code__in=codes)


def take_over(old: str, new: str) -> int:
    """Planned trips to one township lead to another; how many."""
    name = Township.objects.get(code=new).name
    coming = list(_trips().filter(unit_code=old))
    there = {(one.plan_id, one.month): one for one in _trips().filter(unit_code=new)}
    for trip in coming:
        if known := there.get((trip.plan_id, trip.month)):
            _be_one(trip, known)
        else:
            _changed(PlanTrip.objects.filter(pk=trip.pk), unit_code=new, unit_name=name)
    return len(coming)


def inherit(old: Village, new: Village) -> int:
    """Unvisited villages of a list and open findings get the successor; how many.

    A successor that is on the list itself is not put on it twice: the old line says so instead.
    """
    listed = InspectionSite.objects.filter(village=new).values_list("inspection", flat=True)
    sites = _sites().filter(village=old)
    twice = list(sites.filter(inspection__in=list(listed)).values_list("pk", flat=True))
    return sum((
        _changed(sites.exclude(pk__in=twice), village=new),
        _changed(InspectionSite.objects.filter(pk__in=twice), note=_joined(new)),
        _changed(_findings().filter(village=old), village=new),
    ))  # fmt: skip


def _joined(new: Village) -> str:
    return _("区划调整,由%s一并检查。") % new.name


def _be_one(trip: PlanTrip, known: PlanTrip) -> None:
    """Whoever went along with the trip now goes along with the one that stays, or its host."""
    known.refresh_from_db()
    host = known.joined_to or known
    _changed(PlanTrip.objects.filter(joined_to=trip).exclude(pk=host.pk), joined_to=host)
    trip.delete()


def _changed(rows: Any, **values: Any) -> int:
    return int(rows.update(**values, version=F("version") + 1))


def _trips() -> Any:
    """Of this month and later."""
    return PlanTrip.objects.filter(month__gte=Month.of(clock.today()).number)


def _sites() -> Any:
    """Nobody was there yet or said why not, and the inspection is not over."""
    rows = InspectionSite.objects.filter(visited_on=None, note="")
    return rows.filter(inspection__status__in=_RUNNING)


def _findings() -> Any:
    return Finding.objects.filter(status__in=_UNSETTLED)
