"""Who answers for a department."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.models import Department, DepartmentSeat
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.ledgers.keeping import refuse_broken
from villages.trace.record import record


@transaction.atomic
def appoint(*, department: Department, user: Any, valid_from: date, by: Any) -> DepartmentSeat:
    """Somebody answers for a department from a day on. Raises `not_a_reviewer`, `seat_taken`."""
    _refuse_stranger(department, user)
    open_ones = DepartmentSeat.objects.select_for_update().filter(user=user, valid_to=None)
    if open_ones.filter(department=department).exists():
        said = _("此人已是该部门的经办人。")
        raise DomainError("seat_taken", said, user=said)
    row = DepartmentSeat(
        department=department, user=user, county_code=department.county_code, valid_from=valid_from
    )
    refuse_broken(row)
    row.save()
    record("order-list.appointed", row, by=by, after={"valid_from": valid_from})
    return row


def _refuse_stranger(department: Department, user: Any) -> None:
    if user.role != Role.REVIEWER or user.home_code[:6] != department.county_code:
        said = _("经办人应为本县部门的账号。")
        hint = _("请安全管理员先开设“联审部门”账号。")
        raise DomainError("not_a_reviewer", said, hint, user=said)
