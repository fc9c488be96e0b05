"""A unit takes another name and stays findable by the old one."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from villages.divisions.finding import readings_of
from villages.models import FormerName

_AT_ONCE = 500


def former_names(codes: Iterable[str]) -> dict[str, list[str]]:
    """Former names by code, the latest first. One query."""
    found: dict[str, list[str]] = {}
    rows = FormerName.objects.filter(unit_code__in=list(codes)).order_by("unit_code", "-valid_to")
    for code, name in rows.values_list("unit_code", "name"):
        found.setdefault(code, []).append(name)
    return found


def former_name(code: str, name: str, on: date, basis: str) -> FormerName:
    """The record that a unit bore a name until the day before `on`; not yet saved."""
    return FormerName(
        unit_code=code,
        county_code=code[:6],
        township_code=code[:9] if len(code) > 6 else "",
        name=name,
        valid_to=on - timedelta(days=1),
        basis=basis,
    )


def apply_renames(
    model: Any, rows: Sequence[tuple[str, str]], known: dict[str, str], *, on: date
) -> int:
    """Gives units the names of a list; how many were renamed.

    A name that the unit has borne before is not taken back: the county was ahead of the list.
    """
    renamed = 0
    for start in range(0, len(rows), _AT_ONCE):
        renamed += _rename_some(model, rows[start : start + _AT_ONCE], known, on)
    return renamed


def _rename_some(
    model: Any, rows: Sequence[tuple[str, str]], known: dict[str, str], on: date
) -> int:
    former = former_names(code for code, _name in rows)
    wanted = {code: name for code, name in rows if name not in former.get(code, ())}
    units = list(model.objects.filter(code__in=list(wanted)))
    for unit in units:
        unit.name = wanted[unit.code]
        before = [known[unit.code], *former.get(unit.code, ())]
        unit.pinyin, unit.initials, unit.search_text = readings_of(unit.name, unit.code, before)
        unit.version = F("version") + 1
    basis = _("导入区划名录")
    FormerName.objects.bulk_create(
        former_name(unit.code, known[unit.code], on, basis) for unit in units
    )
    fields = ["name", "pinyin", "initials", "search_text", "version"]
    model.objects.bulk_update(units, fields, batch_size=100)
    return len(units)
