"""The county's kinds of dispositions and situations."""

from datetime import date
from typing import Any

from django.db import transaction

from cadres.defaults.dispositions import KINDS, SITUATIONS
from cadres.models import DispositionKind, UnfitSituation
from villages.models import County
from villages.trace.record import record


@transaction.atomic
def install_default_dispositions(*, county: County, on: date, by: Any) -> int:
    """Five kinds and twenty-five situations where the county has none; gives how many rows."""
    made = 0
    if not DispositionKind.objects.in_county(county.code).exists():
        made += len(_kinds(county.code, on))
    if not UnfitSituation.objects.in_county(county.code).exists():
        made += len(_situations(county.code, on))
    if made:
        record("disposition.lists_installed", county, by=by, count=made)
    return made


def _kinds(county: str, on: date) -> list[DispositionKind]:
    return DispositionKind.objects.bulk_create(
        DispositionKind(
            county_code=county, position=place, name=name, duration_months=months, retest=retest,
            effect=effect, exit_rule=rule, valid_from=on,
        )
        for place, (name, months, retest, effect, rule) in enumerate(KINDS, start=1)
    )  # fmt: skip


def _situations(county: str, on: date) -> list[UnfitSituation]:
    named = [(category, name) for category, names in SITUATIONS.items() for name in names]
    return UnfitSituation.objects.bulk_create(
        UnfitSituation(
            county_code=county, position=place, category=category, name=name, valid_from=on
        )
        for place, (category, name) in enumerate(named, start=1)
    )
