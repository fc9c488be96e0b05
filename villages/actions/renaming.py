"""A unit takes another name and stays findable by the old one."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from villages.accounts.perms import may_change_map
from villages.common.errors import DomainError
from villages.common.text import compact_name
from villages.divisions import refusals
from villages.divisions.finding import refresh
from villages.divisions.mapchange import NamedCode
from villages.divisions.renaming import former_name, former_names
from villages.models import Township, Village
from villages.trace.record import record


@transaction.atomic
def rename_unit(
    *, unit: Any, name: str, on: date, basis: str, version: int, today: date, by: Any
) -> Any:
    """A county, township or village bears `name` from a day on; one entry in the trail.

    `version` is that of the page on which this was decided. Raises `rename_same`,
    `rename_outdated`, `map_not_allowed`, `map_future`, `map_ended`, `map_name_taken`.
    """
    name = compact_name(name)
    locked = type(unit).objects.select_for_update().get(pk=unit.pk)
    _check(locked, name, on, version, today, by)
    before = locked.name
    rename(unit=locked, name=name, on=on, basis=basis)
    record(
        f"{unit._meta.model_name}.renamed", locked, by=by,
        before={"name": before}, after={"name": name, "effective_on": on}, reason=basis,
    )  # fmt: skip
    return locked


def rename(*, unit: Any, name: str, on: date, basis: str) -> None:
    """Sets the name, keeps the old one, refreshes what the unit is found by.

    The caller has checked and traces.
    """
    try:
        with transaction.atomic():
            former_name(unit.code, unit.name, on, basis).save()
    except IntegrityError:
        message = _("“%s”在同一天已登记为曾用名。") % unit.name
        raise DomainError("rename_twice", message, _("请换一个生效日期。")) from None
    unit.name = name
    refresh(unit, unit.code, former_names([unit.code])[unit.code])
    unit.version += 1
    unit.save(update_fields=["name", "pinyin", "initials", "search_text", "version"])


def _check(unit: Any, name: str, on: date, version: int, today: date, by: Any) -> None:
    allowed = may_change_map(by) or getattr(by, "role", "") == "service"
    if not allowed or not by.territory.covers(unit.code):
        raise DomainError(
            "map_not_allowed", _("只有本县组织部门可以改名。"), _("请联系县委组织部。")
        )
    if unit.version != version:
        raise DomainError(
            "rename_outdated", _("%s 刚被他人改动。") % unit.name, _("请刷新后再改。")
        )
    refusals.no_name(name)
    if name == unit.name:
        message = _("新名称与现名相同。")
        raise DomainError("rename_same", message, name=message)
    refusals.future_day(on, today)
    refusals.not_on_map([unit], on)
    _refuse_taken(unit, name)


def _refuse_taken(unit: Any, name: str) -> None:
    if isinstance(unit, Village):
        refusals.name_taken(NamedCode(unit.code, name), [])
    if not isinstance(unit, Township):
        return
    others = Township.objects.filter(county_code=unit.county_code, name=name, valid_to=None)
    if others.exclude(pk=unit.pk).exists():
        message = _("本县已有“%s”。") % name
        raise DomainError("map_name_taken", message, _("请另取名称。"), name=message)
