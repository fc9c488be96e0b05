"""Incidents: the worst of each village (W20)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from villages.affairs.choices import Grade, IncidentKind
from villages.affairs.figures.roll import Roll
from villages.affairs.figures.saying import villages_with
from villages.affairs.models import Incident
from villages.affairs.parameters import INCIDENT_MONTHS
from villages.common.figures import Figure
from villages.common.periods import Month

_WEIGHT = {grade: place for place, grade in enumerate(Grade)}


@dataclass(frozen=True)
class VillageIncidents:
    """One village: how many, the gravest grade, whether one was a mass incident, how many are
    not closed, and the gravest grade of what was no natural disaster, None where all were."""

    count: int
    worst: Grade
    has_mass: bool
    still_open: int
    worst_accident: Grade | None


@dataclass(frozen=True)
class IncidentFigures:
    """Incidents of a territory. A village without a row had none reported: incidents are filed
    when they happen, so every village is in the denominator."""

    roll: Roll
    by_village: Mapping[str, VillageIncidents]

    def figure(self, township: str = "") -> Figure:
        """Villages with an incident, of all villages."""
        return villages_with(
            self.roll, "affairs.incidents", _("发生事件的村"), self.by_village,
            list(self.roll.codes.values()), township, source=_("安全和群体性事件"),
            definition=_("回看期内有安全事故、群体性事件、自然灾害或其他事件上报登记的村。"),
        )  # fmt: skip


def incidents(roll: Roll) -> IncidentFigures:
    """Incidents of the months that the county looks back on, to the roll's day. One query."""
    first = Month.of(roll.on).shift(1 - roll.number(INCIDENT_MONTHS)).start
    rows = Incident.objects.of(roll.scope, roll.county)
    found: dict[int, list[Incident]] = defaultdict(list)
    for row in rows.filter(happened_on__gte=first, happened_on__lte=roll.on):
        found[row.village_id].append(row)
    by_village = {
        roll.codes[pk]: _sum(some, roll) for pk, some in found.items() if pk in roll.codes
    }
    return IncidentFigures(roll, by_village)


def _sum(rows: list[Incident], roll: Roll) -> VillageIncidents:
    made = [row for row in rows if row.kind != IncidentKind.DISASTER]
    return VillageIncidents(
        count=len(rows),
        worst=_worst(rows) or Grade.GENERAL,
        has_mass=any(row.kind == IncidentKind.MASS for row in rows),
        still_open=sum(row.closed_on is None or row.closed_on > roll.on for row in rows),
        worst_accident=_worst(made),
    )


def _worst(rows: list[Incident]) -> Grade | None:
    return max((Grade(row.grade) for row in rows), key=_WEIGHT.__getitem__, default=None)
