"""Disclosure: which quarters and months a village missed, and how late it is (W16).

村民委员会组织法第三十五条(2025年修订,2026-01-01 施行): general matters at least every quarter, busy
finances every month.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from villages.affairs.figures.due import Due, Span, VillageDisclosure
from villages.affairs.figures.roll import Roll
from villages.affairs.figures.saying import villages_with
from villages.affairs.models import Disclosure, DisclosureDuty
from villages.affairs.parameters import DISCLOSURE_KEPT
from villages.common.figures import Figure
from villages.common.scope import Scope


@dataclass(frozen=True)
class DisclosureFigures:
    """Disclosure of a territory on a day. Villages that never disclosed anything are missing."""

    roll: Roll
    by_village: Mapping[str, VillageDisclosure]

    def figure(self, township: str = "") -> Figure:
        """Villages that missed a due period, of those that ever disclosed."""
        late = [code for code, one in self.by_village.items() if one.days_late]
        return villages_with(
            self.roll, "affairs.disclosure_missed", _("公开逾期的村"), late, self.by_village,
            township, source=_("党务村务财务公开"),
            definition=_(
                "最近到期的季度(按月公开的村为月份)缺村务或财务公开,且已过宽限期;"
                "从未登记公开的村不计入。"
            ),
        )  # fmt: skip


def disclosure(roll: Roll, grace: int | None = None) -> DisclosureFigures:
    """What the villages disclosed up to the roll's day. Two queries.

    `grace` are the days after a period within which nothing is late; None takes the county's.
    """
    judged = _judged(roll, Disclosure.objects.all(), grace)
    by_village = {roll.codes[pk]: one for pk, one in judged.items() if pk in roll.codes}
    return DisclosureFigures(roll, by_village)


def days_late(scope: Scope, county: str, on: date) -> list[int]:
    """Days late of the existing villages that missed a due period. Two queries."""
    nobody = Roll(scope, county, on, {}, {})
    judged = _judged(nobody, Disclosure.objects.filter(village__valid_to=None))
    return [one.days_late for one in judged.values() if one.days_late]


Done = dict[int, set[tuple[str, str]]]


def _judged(roll: Roll, rows: Any, grace: int | None = None) -> dict[int, VillageDisclosure]:
    done, short = _published(roll, rows)
    duties = DisclosureDuty.objects.of(roll.scope, roll.county)
    busy: dict[int, list[Span]] = defaultdict(list)
    for village, start, end in duties.values_list("village_id", "valid_from", "valid_to"):
        busy[village].append((start, end))
    due = Due(roll, grace)
    return {pk: due.judge(periods, busy[pk], short[pk]) for pk, periods in done.items()}


def _published(roll: Roll, rows: Any) -> tuple[Done, dict[int, int]]:
    done: Done = defaultdict(set)
    short: dict[int, int] = defaultdict(int)
    least = timedelta(days=roll.number(DISCLOSURE_KEPT))
    inside = rows.of(roll.scope, roll.county).filter(published_on__lte=roll.on)
    fields = ("village_id", "kind", "period", "published_on", "kept_until")
    for village, kind, period, published, kept in inside.values_list(*fields):
        done[village].add((kind, period))
        short[village] += kept is not None and kept - published < least
    return done, short
