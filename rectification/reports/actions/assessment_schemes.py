"""The scheme that holds until a county lays down its own."""

from datetime import date
from typing import Any

from django.db import transaction

from rectification.reports.assessment.rules.schemes import (
    DEFAULT,
    DEFAULT_BLOCKS,
    DEFAULT_VETOES,
)
from rectification.reports.models import AssessmentBlock, AssessmentScheme, VetoGround
from villages.models import County
from villages.trace.record import record


@transaction.atomic
def default_scheme(*, by: Any, county: County, year: int) -> AssessmentScheme:
    """Lays down the default weights, bounds and vetoes as rows of the county, which it may edit
    until a year is published by them."""
    row: AssessmentScheme = AssessmentScheme.objects.create(
        county_code=county.code, title=DEFAULT.title, valid_from=date(year, 1, 1)
    )
    AssessmentBlock.objects.bulk_create(
        AssessmentBlock(
            county_code=county.code, scheme=row, seq=seq,
            **{key: value for key, value in one.items() if value is not None},
        )
        for seq, one in enumerate(DEFAULT_BLOCKS, 1)
    )  # fmt: skip
    VetoGround.objects.bulk_create(
        VetoGround(county_code=county.code, scheme=row, name=name, best_grade=str(grade))
        for name, grade in DEFAULT_VETOES
    )
    record("assessment-scheme.defaulted", row, by=by, after={"title": row.title})
    return row
