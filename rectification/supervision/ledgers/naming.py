"""Units that a program or a form names in words."""

import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.models import Department
from villages.common import clock
from villages.common.errors import DomainError
from villages.models import Township

_BETWEEN = re.compile(r"[、,,;;\s]+")


def townships_named(county: str, text: str) -> list[Township]:
    """Townships of a county by code. One query; raises `unit_unknown`."""
    rows = Township.objects.in_county(county).on(clock.today())
    return _found(rows, "code", text)


def departments_named(county: str, text: str) -> list[Department]:
    """Departments of a county by name. One query; raises `unit_unknown`."""
    return _found(Department.objects.in_county(county).on(clock.today()), "name", text)


def _found(rows: Any, path: str, text: str) -> list[Any]:
    wanted = [one for one in _BETWEEN.split(text.strip()) if one]
    if not wanted:
        return []
    found = {getattr(row, path): row for row in rows.filter(**{f"{path}__in": wanted})}
    _refuse_unknown(one for one in wanted if one not in found)
    return list(found.values())


def _refuse_unknown(names: Iterable[str]) -> None:
    if said := "、".join(names):
        words = _("没有这个单位:%s。") % said
        raise DomainError("unit_unknown", words, _("请核对代码或名称。"))
