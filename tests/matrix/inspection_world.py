"""Inspections of the matrix: a hidden and a published one at home, a hidden one abroad."""

from collections.abc import Mapping
from datetime import date

from rectification.supervision.inspection_states import InspectionStatus
from rectification.supervision.models import Inspection, InspectionSite
from villages.models import Village


def inspection_keys(villages: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Inspections and their sites by place; the published one visited the village near."""
    told, _site = _visit(
        villages["near"], date(2026, 9, 1), status=InspectionStatus.PUBLISHED,
        published_on=date(2026, 9, 10),
    )  # fmt: skip
    near, site = _visit(villages["near"], date(2026, 12, 1))
    abroad, far_site = _visit(villages["abroad"], date(2026, 12, 1))
    return {
        "inspection": {"told": told, "near": near, "abroad": abroad},
        "site": {"near": site, "abroad": far_site},
    }


def _visit(code: str, day: date, **given: object) -> tuple[str, str]:
    where = Village.objects.get(code=code)
    place = {"county_code": where.county_code}
    inspection = Inspection.objects.create(
        **place, kind="hidden", title="暗访", from_on=day, to_on=day, **given
    )
    site = InspectionSite.objects.create(**place, inspection=inspection, village=where)
    return str(inspection.uid), str(site.uid)
