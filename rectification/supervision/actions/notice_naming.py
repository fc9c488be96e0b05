"""Units of a notice as programs name them: by code, departments by key."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.actions.notices import Addressed
from rectification.supervision.models import Department, Notice, NoticeUnit
from villages.common.errors import DomainError
from villages.common.scope import COUNTY
from villages.models import Township, Village

KINDS = ("townships", "departments", "villages")
_KEYS = {"townships": "code", "departments": "uid", "villages": "code"}


def units_named(house: str, named: Mapping[str, Iterable[str]], *, on: date) -> Addressed:
    """The units that a house addresses on a day. Raises `notice_unit_unknown`."""
    return Addressed(**{kind: _found(kind, house, named.get(kind) or (), on) for kind in KINDS})


def names_of(notice: Notice) -> dict[str, list[str]]:
    """Whom a notice addresses now, in the same words. One query."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for one in NoticeUnit.objects.filter(notice=notice).select_related("department"):
        key = one.department.uid if one.department else one.unit_code
        found[f"{one.unit_kind}s"].append(key)
    return found


def _found(kind: str, house: str, wanted: Iterable[str], on: date) -> list[Any]:
    keys = list(dict.fromkeys(wanted))
    rows = _offered(kind, house, on).filter(**{f"{_KEYS[kind]}__in": keys}) if keys else ()
    found = {getattr(one, _KEYS[kind]): one for one in rows}
    if missing := [one for one in keys if one not in found]:
        words = _("没有这些单位,或者不归您通知:%s。") % "、".join(missing)
        raise DomainError("notice_unit_unknown", words, _("请核对代码。"), **{kind: words})
    return [found[one] for one in keys]


def _offered(kind: str, house: str, on: date) -> Any:
    if kind == "villages":
        return Village.objects.filter(township__code=house).on(on)
    model: Any = Township if kind == "townships" else Department
    # A township's house stands in no county's list: it addresses villages alone.
    return model.objects.in_county(house if len(house) == COUNTY else "").on(on)
