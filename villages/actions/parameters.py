"""Changing a number that decides: a new dated row, never an edit of one that holds."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from villages import parameters
from villages.common.errors import DomainError
from villages.models import Parameter
from villages.trace.record import record


@transaction.atomic
def set_parameter(
    *,
    by: Any,
    key: str,
    value: Any,
    effective_from: date,
    basis: str,
    today: date,
    county: str = "",
) -> Parameter:
    """From a day on, this value holds; the earlier one ends the day before.

    A county's row goes before the installation's. Days that have passed are not decided again:
    what was judged by the old value stays explained by it.
    """
    _refuse_foreign(by, county)
    parameters.check(key, value)
    if effective_from < today:
        raise DomainError(
            "parameter_past", "参数不能从过去的日期起改变。", "请选择今天或以后的日期。"
        )
    before = parameters.value(key, on=effective_from, county=county)
    _end_earlier(key, county, effective_from)
    row, _created = Parameter.objects.update_or_create(
        key=key, county_code=county, effective_from=effective_from,
        defaults={"value": value, "basis": basis, "issued_by": "", "effective_to": None},
    )  # fmt: skip
    record(
        "parameter.set", row, by=by, before={"value": before}, after={"value": value},
        reason=basis, county=county, name=str(parameters.definition(key).label),
    )  # fmt: skip
    transaction.on_commit(parameters.forget)
    return row


def _refuse_foreign(by: Any, county: str) -> None:
    inside = (
        by.territory.covers(county) if county else by.acting_role in {"system_admin", "service"}
    )
    if not inside:
        raise DomainError("parameter_scope", "这个县不在您的管辖范围内。", "请换一个县。")


def _end_earlier(key: str, county: str, day: date) -> None:
    rows = Parameter.objects.filter(key=key, county_code=county, effective_from__lt=day)
    rows.filter(effective_to=None).update(effective_to=day - timedelta(days=1))
