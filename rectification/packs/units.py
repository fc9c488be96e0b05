"""Units that a pack may be about: a county, a township, a village."""

from typing import Any

from django.utils.translation import gettext as _

from villages.common.scope import COUNTY, TOWNSHIP
from villages.models import County, Township, Village


def model_of(code: str) -> Any:
    """The table of units whose codes are so long."""
    return {COUNTY: County, TOWNSHIP: Township}.get(len(code), Village)


def unit_name(code: str) -> str:
    """The unit as people call it; its code where nobody knows it."""
    found = model_of(code).objects.filter(code=code).first()
    return str(getattr(found, "full_name", None) or found or code)


def units_of(user: Any, county: str, on: Any) -> list[tuple[Any, Any]]:
    """The units that lie whole in a person's territory, as the options of a select."""
    territory = user.territory
    groups: list[tuple[Any, Any]] = []
    for label, model in ((_("县"), County), (_("乡镇"), Township), (_("村"), Village)):
        rows = model.objects.visible_to(user).on(on).filter(code__startswith=county)
        pairs = _named(rows, model)
        covered = [(code, name) for code, name in pairs if territory.covers(code)]
        groups += [(label, covered)] if covered else []
    return groups


def _named(rows: Any, model: Any) -> list[tuple[str, str]]:
    if model is not Village:
        return list(rows.order_by("code").values_list("code", "name"))
    found = rows.order_by("code").values_list("code", "township__name", "name")
    return [(code, f"{township} {name}") for code, township, name in found]
