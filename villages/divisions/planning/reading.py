"""What several plans look up."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from villages.common.codes import VillageKind, village_kind_of
from villages.common.errors import DomainError
from villages.divisions.mapchange import NamedCode
from villages.models import Township, Village

_SPANS = {
    VillageKind.RESIDENTS: range(1, 200),
    VillageKind.VILLAGERS: range(200, 400),
    VillageKind.QUASI: range(400, 1000),
}


def townships_now(county: str) -> list[str]:
    """Codes of the county's townships in force."""
    rows = Township.objects.filter(county_code=county, valid_to=None)
    return list(rows.values_list("code", flat=True))


def versions_of(*units: Any) -> dict[str, int]:
    """Versions by code, to find out later whether something moved."""
    return {unit.code: unit.version for unit in units}


def named(units: Iterable[Any]) -> tuple[NamedCode, ...]:
    """Codes with the names they bear."""
    return tuple(NamedCode(unit.code, unit.name) for unit in units)


def new_codes(
    villages: Sequence[Village], township: str, given: Mapping[str, str]
) -> dict[str, str]:
    """New codes of villages in another township: as given, else the old ending if it is free,
    else the next free number of its kind. Raises `map_codes_full`."""
    rows = Village.objects.filter(code__startswith=township)
    used = set(rows.values_list("code", flat=True)) | set(given.values())
    found: dict[str, str] = {}
    for village in villages:
        found[village.code] = given.get(village.code) or _free(village.code, township, used)
        used.add(found[village.code])
    return found


def _free(code: str, township: str, used: set[str]) -> str:
    numbers = [int(code[9:]), *_SPANS[VillageKind(village_kind_of(code))]]
    for number in numbers:
        if (wanted := f"{township}{number:03d}") not in used:
            return wanted
    raise DomainError(
        "map_codes_full", _("乡镇 %s 已没有同类空号。") % township, _("请逐村填写新代码。")
    )
