"""The county's lists of departments and items, and who answers for a department."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cadres.defaults.reviews import DEPARTMENTS, ITEMS
from cadres.models import ReviewDepartment, ReviewerSeat, ReviewItem
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.models import County
from villages.trace.record import record


@transaction.atomic
def install_default_review_lists(*, county: County, on: date, by: Any) -> int:
    """Twelve departments, seven positive and ten negative items where the county has none.

    Gives how many rows were added; a county that keeps its own list is left alone.
    """
    made = 0
    if not ReviewDepartment.objects.in_county(county.code).exists():
        made += len(_departments(county.code, on))
    if not ReviewItem.objects.in_county(county.code).exists():
        made += len(_items(county.code, on))
    if made:
        record("review.lists_installed", county, by=by, count=made)
    return made


def _departments(county: str, on: date) -> list[ReviewDepartment]:
    return ReviewDepartment.objects.bulk_create(
        ReviewDepartment(county_code=county, position=place, name=name, valid_from=on)
        for place, name in enumerate(DEPARTMENTS, start=1)
    )


def _items(county: str, on: date) -> list[ReviewItem]:
    return ReviewItem.objects.bulk_create(
        ReviewItem(county_code=county, side=side, position=place, name=name, valid_from=on)
        for side, place, name in ITEMS
    )


@transaction.atomic
def appoint_reviewer(
    *, department: ReviewDepartment, user: Any, valid_from: date, by: Any
) -> ReviewerSeat:
    """Somebody answers for a department from a day on.

    Raises `not_a_reviewer`, `seat_taken`.
    """
    _refuse_stranger(department, user)
    row = ReviewerSeat(
        department=department, user=user, county_code=department.county_code, valid_from=valid_from
    )
    open_ones = ReviewerSeat.objects.select_for_update().filter(user=user, valid_to=None)
    if open_ones.filter(department=department).exists():
        said = _("此人已是该部门的经办人。")
        raise DomainError("seat_taken", said, user=said)
    row.save()
    record("review.reviewer_appointed", row, by=by, after={"valid_from": valid_from})
    return row


@transaction.atomic
def end_seat(*, seat: ReviewerSeat, valid_to: date, by: Any) -> ReviewerSeat:
    """Somebody answers for a department no longer; this day is the last one.

    Raises `seat_ended`, and what the constraints say.
    """
    row = locked(seat)
    if row.valid_to is not None:
        raise DomainError("seat_ended", _("此人已不是经办人。"), _("请刷新页面后查看。"))
    changed(row, valid_to=valid_to)
    record("review.reviewer_ended", row, by=by, after={"valid_to": valid_to})
    return row


def _refuse_stranger(department: ReviewDepartment, user: Any) -> None:
    if user.role != Role.REVIEWER or user.home_code[:6] != department.county_code:
        said = _("经办人应为本县联审部门的账号。")
        hint = _("请安全管理员先开设“联审部门”账号。")
        raise DomainError("not_a_reviewer", said, hint, user=said)
