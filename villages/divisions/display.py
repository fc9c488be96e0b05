"""Two villages of one name are told apart by their township, everywhere."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef

from villages.models import Village


def with_twins(rows: Any) -> Any:
    """Annotates `has_twin`: another village of the county in force bears the same name."""
    others = Village.objects.filter(
        county_code=OuterRef("county_code"), name=OuterRef("name"), valid_to=None
    )
    return rows.annotate(has_twin=Exists(others.exclude(pk=OuterRef("pk"))))


def shown_name(name: str, township: str, has_twin: bool) -> str:
    """东关街道 李庄村 where 李庄村 stands twice in the county, else the name alone."""
    return f"{township} {name}" if has_twin else name


def display_names(villages: Iterable[Village]) -> dict[str, str]:
    """How villages are called in a list or a choice, by code; one query, any number of them.

    Each village needs its township at hand (`select_related`) or costs one more query.
    """
    wanted = list(villages)
    codes = [village.code for village in wanted]
    rows = with_twins(Village.objects.filter(code__in=codes))
    twins = dict(rows.values_list("code", "has_twin"))
    return {one.code: shown_name(one.name, one.township.name, twins[one.code]) for one in wanted}
