"""Whom a notice addresses."""

from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.models import Notice, NoticeUnit
from rectification.supervision.notice_states import NoticeUnitKind, Reach
from villages.common.errors import DomainError
from villages.common.scope import COUNTY

K = NoticeUnitKind


def set_notice_units(notice: Notice, units: Any) -> list[NoticeUnit]:
    """Exactly these units, inside the transaction of the caller.

    Raises `notice_unit` for nobody, or somebody whom this house does not address.
    """
    rows = [_row(notice, kind, one) for kind, one in _named(units)]
    _refuse(notice, rows)
    NoticeUnit.objects.filter(notice=notice).delete()
    made: list[NoticeUnit] = NoticeUnit.objects.bulk_create(rows)
    return made


def refuse_moved(notice: Notice) -> None:
    """Before a notice goes out for the first time: villages may have moved since it was drafted.

    Raises `notice_unit`.
    """
    _refuse(notice, list(NoticeUnit.objects.filter(notice=notice).select_related("department")))


def _named(units: Any) -> list[tuple[K, Any]]:
    return [
        *((K.TOWNSHIP, one) for one in units.townships),
        *((K.DEPARTMENT, one) for one in units.departments),
        *((K.VILLAGE, one) for one in units.villages),
    ]


def _row(notice: Notice, kind: K, unit: Any) -> NoticeUnit:
    key = {"department": unit} if kind == K.DEPARTMENT else {"unit_code": unit.code}
    return NoticeUnit(
        county_code=notice.county_code, notice=notice, unit_kind=kind, unit_name=unit.name, **key
    )


def _refuse(notice: Notice, rows: list[NoticeUnit]) -> None:
    """The county addresses townships and departments, a township its own villages."""
    is_county = len(notice.from_code) == COUNTY
    if not rows or not all(_fits(one, notice.from_code, is_county) for one in rows):
        words = _("请选择通知对象:县里选乡镇和县直部门,乡镇选所辖村。")
        raise DomainError("notice_unit", words, _("可以全选。"), units=words)
    if not is_county and notice.reach != Reach.STAFF:
        words = _("乡镇的通知直接发给村,读者请选“单位工作人员”。")
        raise DomainError("notice_reach", words, reach=words)


def _fits(unit: NoticeUnit, house: str, is_county: bool) -> bool:
    if unit.department is not None:
        return is_county and unit.department.county_code == house
    kind = K.TOWNSHIP if is_county else K.VILLAGE
    return unit.unit_kind == kind and unit.unit_code.startswith(house)
