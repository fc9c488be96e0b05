"""Reopenings with the names of the units that they name by code."""

from collections.abc import Iterable

from villages.imports.models import Reopening
from villages.models import County, Township, Village

LEVELS = ((6, County), (9, Township), (12, Village))


def named(reopenings: Iterable[Reopening]) -> list[tuple[Reopening, str]]:
    """Each with its unit in words, a village with its township in front. Three queries more."""
    found = list(reopenings)
    names = _names({one.unit_code for one in found})
    return [(one, _in_words(one.unit_code, names)) for one in found]


def _names(codes: set[str]) -> dict[str, str]:
    wanted = codes | {code[:9] for code in codes if len(code) == 12}
    names: dict[str, str] = {}
    for digits, model in LEVELS:
        if of_level := [code for code in wanted if len(code) == digits]:
            names |= dict(model.objects.filter(code__in=of_level).values_list("code", "name"))
    return names


def _in_words(code: str, names: dict[str, str]) -> str:
    above = names.get(code[:9], "") if len(code) == 12 else ""
    return f"{above}{names.get(code, code)}"
