"""The county's checklist of inspections."""

from datetime import date
from typing import Any

from django.db import transaction

from rectification.supervision.defaults.checklist import CHECKLIST
from rectification.supervision.models import ChecklistPoint
from villages.models import County
from villages.trace.record import record


@transaction.atomic
def install_checklist(county: County, *, by: Any, on: date) -> int:
    """A usual checklist for a county that has none yet; gives how many points were added."""
    if ChecklistPoint.objects.in_county(county.code).exists():
        return 0
    ChecklistPoint.objects.bulk_create(
        ChecklistPoint(
            county_code=county.code, position=place, group=group, name=name, answer_kind=kind,
            unit=unit, input_key=key, valid_from=on,
        )
        for place, (group, name, kind, unit, key) in enumerate(CHECKLIST, start=1)
    )  # fmt: skip
    record("points.installed", county, by=by, count=len(CHECKLIST))
    return len(CHECKLIST)
