"""The county's lists: what it begins with, and the end of an entry."""

from datetime import date
from typing import Any

from django.db import transaction

from rectification.supervision.defaults.lists import DEPARTMENTS, RULES
from rectification.supervision.models import Department, DepartmentSeat, OrderRule
from villages.ledgers.keeping import changed, locked
from villages.models import County
from villages.trace.record import record


@transaction.atomic
def install_defaults(*, county: County, by: Any, on: date) -> int:
    """The rules of all kinds and the usual departments, each list where the county has none yet.

    Gives how many rows were added; a list that the county keeps itself is left alone.
    """
    added = _rules(county.code, on) + _departments(county.code, on)
    if added:
        record(
            "order-lists.installed", county, by=by, after={"valid_from": on}, count=added,
        )  # fmt: skip
    return added


@transaction.atomic
def end_entry(
    row: Department | DepartmentSeat | OrderRule, *, by: Any, valid_to: date
) -> Department | DepartmentSeat | OrderRule:
    """A department, a seat or a rule holds no longer after this day; what used it keeps it."""
    held = locked(row)
    before = changed(held, valid_to=valid_to)
    record("order-list.ended", held, by=by, before=before, after={"valid_to": valid_to})
    return held


def _rules(county: str, on: date) -> int:
    if OrderRule.objects.in_county(county).exists():
        return 0
    rows = [OrderRule(county_code=county, valid_from=on, **one._asdict()) for one in RULES]
    return len(OrderRule.objects.bulk_create(rows))


def _departments(county: str, on: date) -> int:
    if Department.objects.in_county(county).exists():
        return 0
    rows = [
        Department(county_code=county, valid_from=on, position=place, name=name)
        for place, name in enumerate(DEPARTMENTS, start=1)
    ]
    return len(Department.objects.bulk_create(rows))
