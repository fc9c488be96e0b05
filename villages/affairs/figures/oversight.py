"""Oversight of small powers, seal and spending: exceptions found, open, late."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from villages.affairs.figures.roll import Roll
from villages.affairs.figures.saying import villages_with
from villages.affairs.models import PowerException, SealUse, SpendingException
from villages.affairs.parameters import MEND_DAYS
from villages.common.figures import Figure

SUBJECTS = ("power", "seal", "spending")


@dataclass(frozen=True)
class VillageOversight:
    """One village: exceptions by subject (`power`, `seal`, `spending`), those not mended, and
    those not mended within the county's time."""

    found: Mapping[str, int] = field(default_factory=dict)
    still_open: int = 0
    late: int = 0

    @property
    def total(self) -> int:
        """All exceptions."""
        return sum(self.found.values())


@dataclass(frozen=True)
class OversightFigures:
    """Exceptions of a territory up to a day. They are filed when found: a village without a row
    has none on record, so every village is in the denominator."""

    roll: Roll
    by_village: Mapping[str, VillageOversight]

    def figure(self, township: str = "") -> Figure:
        """Villages with an exception that is not mended, of all villages."""
        hit = [code for code, one in self.by_village.items() if one.still_open]
        return villages_with(
            self.roll, "affairs.exceptions_open", _("有监督问题未整改的村"), hit,
            list(self.roll.codes.values()), township,
            source=_("小微权力问题、用印记录、财务监督问题"),
            definition=_("小微权力、用印、财务监督发现的问题中至少有一个没有整改日期。"),
        )  # fmt: skip


def oversight(roll: Roll) -> OversightFigures:
    """Exceptions found up to the roll's day, as they stood on it. Three queries."""
    found: Counter[tuple[str, str]] = Counter()
    still_open: Counter[str] = Counter()
    late: Counter[str] = Counter()
    limit = roll.number(MEND_DAYS)
    for subject, pk, day, mended in _rows(roll):
        if pk not in roll.codes:
            continue
        code = roll.codes[pk]
        found[code, subject] += 1
        if mended is None or mended > roll.on:
            still_open[code] += 1
            late[code] += (roll.on - day).days > limit
    by_village = {
        code: VillageOversight(
            {subject: found[code, subject] for subject in SUBJECTS}, still_open[code], late[code]
        )
        for code in {code for code, _subject in found}
    }
    return OversightFigures(roll, by_village)


def _rows(roll: Roll) -> Iterator[tuple[str, int, date, date | None]]:
    sources = (
        ("power", PowerException.objects.all(), "found_on"),
        ("seal", SealUse.objects.filter(is_exception=True), "used_on"),
        ("spending", SpendingException.objects.all(), "found_on"),
    )
    for subject, rows, day in sources:
        inside = rows.of(roll.scope, roll.county).filter(**{f"{day}__lte": roll.on})
        for pk, found_on, mended_on in inside.values_list("village_id", day, "mended_on"):
            yield subject, pk, found_on, mended_on
