"""Activity sites: who has none, a dangerous or a small one, and what is lacking."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext as _

from villages.affairs.choices import SiteState
from villages.affairs.figures.roll import Roll
from villages.affairs.figures.saying import villages_with
from villages.affairs.models import ActivitySite, SiteItem, SiteNeed
from villages.affairs.parameters import SITE_AREA
from villages.common.figures import Figure

_UNUSABLE = {SiteState.NONE, SiteState.DANGEROUS, SiteState.BUILDING}


@dataclass(frozen=True)
class VillageSite:
    """One village's site in use: its state, area in m² (None unknown), the needs it lacks and
    those nobody has looked at."""

    state: str
    area_m2: Decimal | None
    lacks: tuple[str, ...]
    unchecked: tuple[str, ...]


@dataclass(frozen=True)
class SiteFigures:
    """Sites of a territory on a day; villages without a row are in no count."""

    roll: Roll
    by_village: Mapping[str, VillageSite]
    needs: tuple[str, ...]

    def short(self, code: str) -> bool:
        """Whether a village's site is unusable, too small, or known to lack something."""
        one = self.by_village[code]
        small = one.area_m2 is not None and one.area_m2 < self.roll.number(SITE_AREA)
        return one.state in _UNUSABLE or small or bool(one.lacks)

    def figure(self, township: str = "") -> Figure:
        """Villages whose site falls short, of those with a site on record."""
        short = [code for code in self.by_village if self.short(code)]
        return villages_with(
            self.roll, "affairs.site_short", _("活动场所不足的村"), short, self.by_village,
            township, source=_("活动场所、场所配备"),
            definition=_("无场所、在建、危房、面积不足或缺配备项;没有登记场所的村不计入。"),
        )  # fmt: skip


def sites(roll: Roll) -> SiteFigures:
    """Sites in use on the roll's day. Three queries."""
    open_on = Q(closed_on=None) | Q(closed_on__gt=roll.on)
    rows = ActivitySite.objects.of(roll.scope, roll.county).up_to("checked_on", roll.on)
    stated = {row.village_id: row for row in rows.filter(open_on)}
    needs = SiteNeed.objects.in_county(roll.county).on(roll.on).order_by("number", "pk")
    names = dict(needs.values_list("pk", "name"))
    present = _present(roll)
    by_village = {
        roll.codes[pk]: _site(row, names, present[pk])
        for pk, row in stated.items()
        if pk in roll.codes
    }
    return SiteFigures(roll, by_village, tuple(names.values()))


def _present(roll: Roll) -> dict[int, dict[int, bool]]:
    found: dict[int, dict[int, bool]] = defaultdict(dict)
    rows = SiteItem.objects.of(roll.scope, roll.county).filter(checked_on__lte=roll.on)
    for village, need, is_present in rows.values_list("village_id", "need_id", "is_present"):
        found[village][need] = is_present
    return found


def _site(row: ActivitySite, names: Mapping[int, str], present: dict[int, bool]) -> VillageSite:
    lacks = tuple(name for pk, name in names.items() if present.get(pk) is False)
    unchecked = tuple(name for pk, name in names.items() if pk not in present)
    return VillageSite(row.state, row.area_m2, lacks, unchecked)
