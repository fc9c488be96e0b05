"""Why a change of the map is refused, in words that say what to do."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from villages.common.codes import Level, is_valid
from villages.common.errors import DomainError
from villages.divisions.mapchange import NamedCode
from villages.models import Township, Village


def future_day(on: date, today: date) -> None:
    """A change is recorded on its day or later: until then the old map holds."""
    if on > today:
        raise DomainError(
            "map_future",
            _("生效日期 %s 还没有到。") % on,
            _("请在生效当天或之后登记。"),
            effective_on=_("不能晚于今天。"),
        )


def not_on_map(units: Iterable[Any], on: date) -> None:
    """Each unit exists on the day before the change and has not ended since."""
    for unit in units:
        if unit.valid_to is not None:
            message = _("%(name)s(%(code)s)已于 %(day)s 停用。")
            facts = {"name": unit.name, "code": unit.code, "day": unit.valid_to}
            raise DomainError("map_ended", message % facts, _("请选择现行的单位。"))
        if unit.valid_from is not None and unit.valid_from >= on:
            message = _("%(name)s(%(code)s)自 %(day)s 才启用。")
            facts = {"name": unit.name, "code": unit.code, "day": unit.valid_from}
            hint = _("生效日期应晚于启用日期。")
            raise DomainError("map_not_begun", message % facts, hint, effective_on=hint)


def too_few(units: Sequence[Any], least: int) -> None:
    """A merge needs two units; the same one twice is one."""
    if len({unit.code for unit in units}) < least:
        raise DomainError("map_too_few", _("至少要选择 %s 个单位。") % least, _("请返回重新选择。"))


def several_counties(units: Iterable[Any]) -> str:
    """The one county of all units. Raises `map_counties`."""
    counties = {unit.county_code for unit in units}
    if len(counties) != 1:
        raise DomainError("map_counties", _("所选单位不在同一个县。"), _("请分县办理。"))
    return str(counties.pop())


def bad_village_code(code: str, county: str, townships: Iterable[str]) -> None:
    """Twelve digits inside one of the county's townships, never used before."""
    place = _("新代码 %s") % code
    if not is_valid(code) or len(code) != Level.VILLAGE or code.endswith("000"):
        raise DomainError(
            "map_code", _("%s 不是 12 位村代码。") % place, _("请核对。"), new_code=place
        )
    if not code.startswith(county) or code[:9] not in set(townships):
        message = _("%s 的前九位不是本县现有的乡镇。") % place
        raise DomainError("map_code_place", message, _("请核对乡镇代码。"), new_code=message)
    if Village.objects.filter(code=code).exists():
        message = _("%s 已被使用。") % place
        raise DomainError("map_code_used", message, _("旧代码不能重用,请另编。"), new_code=message)


def bad_township_code(code: str, county: str) -> None:
    """Nine digits inside the county, never used before."""
    right = is_valid(code) and len(code) == Level.TOWNSHIP and code.startswith(county)
    if not right or code.endswith("000"):
        message = _("“%s”不是本县的 9 位乡镇代码。") % code
        raise DomainError("map_code", message, _("请核对。"), new_code=message)
    if Township.objects.filter(code=code).exists():
        message = _("乡镇代码 %s 已被使用。") % code
        raise DomainError("map_code_used", message, _("旧代码不能重用。"), new_code=message)


def name_taken(one: NamedCode, leaving: Iterable[str]) -> None:
    """Two villages of one township never bear one name at the same time."""
    same = Village.objects.filter(township__code=one.code[:9], name=one.name, valid_to=None)
    if same.exclude(code__in=[one.code, *leaving]).exists():
        message = _("该乡镇已有“%s”。") % one.name
        raise DomainError("map_name_taken", message, _("请另取村名。"), name=message)


def no_name(name: str) -> None:
    """A unit has a name."""
    if not name:
        message = _("请填写名称。")
        raise DomainError("map_no_name", message, name=message)
