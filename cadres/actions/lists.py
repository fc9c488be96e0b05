"""All lists that a county starts with, together."""

from datetime import date
from typing import Any

from django.db import transaction

from cadres.actions.assessments import install_default_scheme
from cadres.actions.disposition_lists import install_default_dispositions
from cadres.actions.pools import install_default_helper_kinds
from cadres.actions.review_lists import install_default_review_lists
from cadres.models import (
    AssessmentItem,
    DispositionKind,
    HelperKind,
    ReviewDepartment,
    ReviewItem,
    UnfitSituation,
)
from villages.models import County

_LISTS = (
    ReviewDepartment, ReviewItem, DispositionKind, UnfitSituation, AssessmentItem, HelperKind,
)  # fmt: skip


@transaction.atomic
def install_default_lists(*, county: County, on: date, by: Any) -> int:
    """Every default list where the county has none of its own; gives how many rows."""
    return sum(
        install(county=county, on=on, by=by)
        for install in (
            install_default_review_lists,
            install_default_dispositions,
            install_default_scheme,
            install_default_helper_kinds,
        )
    )


def lists_missing(county: str) -> bool:
    """Whether one of the lists is empty. A query per list until one is."""
    return not all(model._default_manager.filter(county_code=county).exists() for model in _LISTS)
