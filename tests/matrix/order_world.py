"""Orders of the matrix: sent to a township, sent to a department with somebody in its seat, and
drafts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from rectification.supervision.models import (
    Department,
    DepartmentSeat,
    OrderEvent,
    OrderExtension,
    OrderItem,
    OrderReply,
    OrderUnit,
    SupervisionOrder,
)
from villages.common import clock
from villages.models import Township

DAY, DUE = date(2026, 10, 14), date(2026, 11, 4)


def order_keys(people: Mapping[str, Any], townships: Mapping[str, str]) -> dict[str, Any]:
    """Orders and their parts by place; `asked` is the reviewer's department."""
    home = townships["near"][:6]
    department = Department.objects.create(county_code=home, name="水利局(矩阵)", valid_from=DAY)
    DepartmentSeat.objects.create(
        county_code=home, department=department, user=people["reviewer"], valid_from=DAY
    )
    rows = {place: Township.objects.get(code=code) for place, code in townships.items()}
    parts = {place: _sent(at, unit_code=row.code, unit_name=row.name)
             for at, (place, row) in enumerate(rows.items(), start=901)}  # fmt: skip
    parts["asked"] = _sent(
        900, county=home, unit_kind="department", department=department, unit_name=department.name
    )
    drafts = {"home": _drafted(home), "abroad": _drafted(townships["abroad"][:6])}
    return {
        **{key: {place: rows[key] for place, rows in drafts.items()} for key in drafts["home"]},
        "order": {place: part.order.uid for place, part in parts.items()},
        "order_part": {place: part.uid for place, part in parts.items()},
        "order_draft": {
            "home": _order(home, subject="没有单位").uid,
            "abroad": _order(townships["abroad"][:6], subject="没有单位").uid,
        },
    }


def _drafted(county: str) -> dict[str, str]:
    """A row of every ledger of orders about a draft, which its house alone sees."""
    order = _order(county, subject="草稿")
    unit = OrderUnit.objects.create(
        county_code=county, order=order, unit_kind="township", unit_code=f"{county}001",
        unit_name="东关街道",
    )  # fmt: skip
    mine = {"county_code": county, "unit": unit}
    rows = {
        "orders": order,
        "order-units": unit,
        "order-items": OrderItem.objects.create(**mine, text="修井"),
        "order-replies": OrderReply.objects.create(
            **mine, seq=1, text="已修", is_done=True, replied_on=DAY, replied_by="乙"
        ),
        "order-extensions": OrderExtension.objects.create(
            **mine, ordinal=1, asked_on=DAY, old_due_on=DAY, new_due_on=DUE, reason="等配件"
        ),
        "order-events": OrderEvent.objects.create(
            **mine, order=order, step="drafted", to_status="draft", on=DAY, at=clock.instant(),
            by_name="甲",
        ),
    }  # fmt: skip
    return {key: row.uid for key, row in rows.items()}


def _sent(number: int, county: str = "", **unit: Any) -> OrderUnit:
    county = county or unit["unit_code"][:6]
    order = _order(
        county, subject="机井维修", status="issued", prefix="督办", year=2026, number=number,
        checked_by="甲", checked_on=DAY, issued_by="甲", issued_on=DAY, issued_at=clock.instant(),
        due_on=DUE,
    )  # fmt: skip
    return OrderUnit.objects.create(
        county_code=county, order=order, status="issued", status_since=DAY, due_on=DUE,
        first_due_on=DUE, **{"unit_kind": "township", **unit},
    )  # fmt: skip


def _order(county: str, **given: Any) -> SupervisionOrder:
    return SupervisionOrder.objects.create(
        county_code=county, from_code=county, from_name="县委组织部", kind="supervise",
        requirement="修好。", **given,
    )  # fmt: skip
