"""Satisfaction: the newest survey of each village (W21)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from villages.affairs.figures.roll import Roll
from villages.affairs.models import Survey
from villages.affairs.parameters import SURVEY_FAIRLY, SURVEY_MONTHS
from villages.common.figures import Figure
from villages.common.periods import Month
from villages.common.shares import share_exact


@dataclass(frozen=True)
class VillageSatisfaction:
    """One village's newest valid survey: how many of the answers were content."""

    held_on: date
    content: int
    answered: int

    @property
    def share(self) -> Fraction | None:
        """Content answers of all answers, exact; never without a base."""
        return share_exact(self.content, self.answered)


@dataclass(frozen=True)
class SatisfactionFigures:
    """Satisfaction of a territory on a day. Villages without a valid survey are missing."""

    roll: Roll
    by_village: Mapping[str, VillageSatisfaction]

    def figure(self, township: str = "") -> Figure:
        """Content answers of all answers, over the newest survey of each village."""
        some = [self.by_village[code] for code in self.roll.within(self.by_village, township)]
        return Figure.of_share(
            "affairs.satisfaction", _("群众满意率"), sum(one.content for one in some),
            sum(one.answered for one in some), as_of=self.roll.on, source=_("满意度测评"),
            missing=self.roll.within(self.roll.silent(self.by_village), township),
            definition=_("各村有效期内最近一次测评的满意(按县定含基本满意)答卷占有效答卷。"),
        )  # fmt: skip


def satisfaction(roll: Roll) -> SatisfactionFigures:
    """The newest survey of each village inside the time that the county accepts. One query."""
    first = Month.of(roll.on).shift(1 - roll.number(SURVEY_MONTHS)).start
    rows = Survey.objects.of(roll.scope, roll.county).up_to("held_on", roll.on)
    fields = ("village_id", "held_on", "satisfied", "fairly", "answered")
    newest = {row[0]: row for row in rows.filter(held_on__gte=first).values_list(*fields)}
    return SatisfactionFigures(roll, dict(_told(roll, newest.values())))


def _told(
    roll: Roll, rows: Iterable[tuple[int, date, int, int, int]]
) -> Iterable[tuple[str, VillageSatisfaction]]:
    fairly_counts = roll.number(SURVEY_FAIRLY)
    for pk, held_on, satisfied, fairly, answered in rows:
        if pk in roll.codes:
            content = satisfied + fairly * fairly_counts
            yield roll.codes[pk], VillageSatisfaction(held_on, content, answered)
