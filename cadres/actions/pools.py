"""The county's kinds of helpers."""

from datetime import date
from typing import Any

from django.db import transaction

from cadres.defaults.pools import KINDS
from cadres.models import HelperKind
from villages.models import County
from villages.trace.record import record


@transaction.atomic
def install_default_helper_kinds(*, county: County, on: date, by: Any) -> int:
    """Three kinds where the county has none; gives how many rows."""
    if HelperKind.objects.in_county(county.code).exists():
        return 0
    HelperKind.objects.bulk_create(
        HelperKind(county_code=county.code, position=place, name=name, valid_from=on)
        for place, name in enumerate(KINDS, start=1)
    )
    record("helpers.kinds_installed", county, by=by, count=len(KINDS))
    return len(KINDS)
