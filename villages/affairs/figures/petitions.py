"""Petitions of a month (W19), and of several months together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Sum
from django.utils.translation import gettext as _

from villages.affairs.figures.roll import Roll
from villages.affairs.figures.saying import summed
from villages.affairs.models import PetitionCount
from villages.common.figures import Figure
from villages.common.periods import Month

NAMES = ("first", "repeat", "collective", "beyond", "unresolved", "overdue")


@dataclass(frozen=True)
class Petitions:
    """One village's petitions of a month, and those open at its end."""

    first: int
    repeat: int
    collective: int
    beyond: int
    unresolved: int
    overdue: int


@dataclass(frozen=True)
class PetitionFigures:
    """Petitions of a territory in one month. Villages without a row are missing, not zero."""

    roll: Roll
    month: Month
    by_village: Mapping[str, Petitions]

    def figure(self, name: str = "first", township: str = "") -> Figure:
        """The sum of one kind over the villages that filed."""
        field: Any = PetitionCount._meta.get_field(name)
        numbers = [(code, getattr(one, name)) for code, one in self.by_village.items()]
        return summed(
            self.roll, f"affairs.petitions_{name}", field.verbose_name, numbers, _("件"), township,
            source=_("信访情况"), period=self.month,
            definition=_("当月件数;未办结和超期为月末数。没有填报的村不计入。"),
        )  # fmt: skip


def petitions(roll: Roll, month: Month) -> PetitionFigures:
    """What the villages filed for a month. One query."""
    rows = PetitionCount.objects.of(roll.scope, roll.county).filter(month=month.number)
    by_village = {
        roll.codes[pk]: Petitions(*counts)
        for pk, *counts in rows.values_list("village_id", *NAMES)
        if pk in roll.codes
    }
    return PetitionFigures(roll, month, by_village)


@dataclass(frozen=True)
class PetitionsOfSpan:
    """One village's petitions of several months: those of the `months` that were filed."""

    all: int
    months: int


def petitions_of_span(roll: Roll, first: Month, last: Month) -> Mapping[str, PetitionsOfSpan]:
    """First and repeated petitions from one month to another. One query.

    A village that filed none of the months has no entry: unknown is not zero.
    """
    rows = PetitionCount.objects.of(roll.scope, roll.county)
    rows = rows.filter(month__gte=first.number, month__lte=last.number).order_by()
    found = rows.values_list("village_id").annotate(Sum("first"), Sum("repeat"), Count("pk"))
    return {
        roll.codes[pk]: PetitionsOfSpan(new + again, months)
        for pk, new, again, months in found
        if pk in roll.codes
    }
