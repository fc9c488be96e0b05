"""What answers and findings of a village ask: of which visit they are, and whether it is open."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import django_filters
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from rectification.supervision.ledgers.sites import over
from villages.common.columns import Column, Kind
from villages.common.faults import Fault
from villages.ledgers.declaring import Item


def _find_villages(values: Sequence[dict[str, Any]], _by: Any) -> None:
    """Rows that name only their site belong to its village. Two queries for a batch."""
    sites = [one["site"] for one in values if one.get("site")]
    prefetch_related_objects(sites, "village", "inspection")
    for one in values:
        if site := one.get("site"):
            one["village"] = site.village


SITE_ITEMS = (
    Item("village", fixed=True, find=_find_villages),
    Item("site", fixed=True, shown=False, width=30),
)
INSPECTION = Column("inspection", _("检查"), path="site__inspection__title", width=24)
VISITED = Column("visited_on", _("到村日期"), path="site__visited_on", kind=Kind.DATE)
CRITERIA = {
    "inspection": django_filters.CharFilter(
        field_name="site__inspection__uid", label=_("检查编号")
    ),
    "year": django_filters.NumberFilter(
        field_name="site__inspection__from_on__year", label=_("年度")
    ),
}


def in_site(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    """A stored row may have gone along with a change of the map: its village stays as it is."""
    site, village = values.get("site"), values.get("village")
    if site is None:
        return
    is_new = getattr(row, "pk", None) is None
    if is_new and village is not None and site.village_id != village.pk:
        yield Fault("site", "other_village", say("它属于另一个村。"), say("请选择本村的检查。"))
    point = values.get("point")
    if point is not None and point.county_code != site.county_code:
        yield Fault("point", "other_county", say("它是另一个县的要点。"), say("请选择本县的。"))
    yield from over(site.inspection, "site")


def of_site(row: Any, _by: Any) -> None:
    if row.site_id:
        row.village = row.site.village if not row.village_id else row.village
        row.county_code = row.site.county_code
