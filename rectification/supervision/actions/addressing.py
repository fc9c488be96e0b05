"""Whom an order may address, and what it may ask of whom."""

from django.utils.translation import gettext as _

from rectification.supervision.choices import UnitKind
from rectification.supervision.models import Department, OrderItem, OrderUnit, SupervisionOrder
from villages.common.errors import DomainError
from villages.common.scope import COUNTY
from villages.models import Township


def township_part(order: SupervisionOrder, township: Township) -> OrderUnit:
    """A township's part, not yet stored. Raises `order_departments_only`, `order_unit_foreign`."""
    if len(order.from_code) > COUNTY:
        words = _("乡镇提请的单子只能发给县直部门。")
        raise DomainError("order_departments_only", words, _("请选择县直部门。"))
    _require_county(order, township.county_code, township.name)
    return OrderUnit(
        county_code=order.county_code, order=order, unit_kind=UnitKind.TOWNSHIP,
        unit_code=township.code, unit_name=township.name,
    )  # fmt: skip


def department_part(order: SupervisionOrder, department: Department) -> OrderUnit:
    """A department's part, not yet stored. Raises `order_unit_foreign`, `order_unit_ended`."""
    _require_county(order, department.county_code, department.name)
    if department.valid_to is not None:
        words = _("“%s”已停用,不能再发单子。") % department.name
        raise DomainError("order_unit_ended", words, _("请选择现在的部门。"))
    return OrderUnit(
        county_code=order.county_code, order=order, unit_kind=UnitKind.DEPARTMENT,
        department=department, unit_name=department.name,
    )  # fmt: skip


def refuse_foreign_item(order: SupervisionOrder, part: OrderUnit, item: OrderItem) -> None:
    """An item is about the unit's own villages, and its case and indicator belong there.

    A department may be asked about any village of the house. Raises `order_item_foreign`.
    """
    place = part.unit_code or order.from_code
    if item.village is not None and not item.village.code.startswith(place):
        raise _foreign(_("%s不属于%s。") % (item.village.name, _place_name(order, part)))
    if item.case is not None and item.case.village_id != item.village_id:
        raise _foreign(_("%s不是这个村的整顿。") % item.case)
    if item.indicator is not None and item.indicator.county_code != order.county_code:
        raise _foreign(_("“%s”不是本县的指标。") % item.indicator.name)


def _place_name(order: SupervisionOrder, part: OrderUnit) -> str:
    return str(part.unit_name if part.unit_code else order.from_name)


def _foreign(words: str) -> DomainError:
    hint = _("每个单位的事项只写本单位的村,请改正后再保存。")
    return DomainError("order_item_foreign", words, hint, village=words)


def _require_county(order: SupervisionOrder, county: str, name: str) -> None:
    if county != order.county_code:
        words = _("%s不属于本县。") % name
        raise DomainError("order_unit_foreign", words, _("请选择本县的单位。"))
