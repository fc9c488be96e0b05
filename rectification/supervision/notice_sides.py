"""On which side of a notice a person stands."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from rectification.supervision.models import DepartmentSeat, Notice, NoticeUnit
from rectification.supervision.notice_perms import may_publish_notices
from rectification.supervision.notice_querysets import seats_of
from rectification.supervision.notice_states import NoticeUnitKind, Reach
from rectification.supervision.sides import house_of
from villages.accounts.choices import COUNTY_ROLES, TOWNSHIP_ROLES, VILLAGE_ROLES, Role
from villages.accounts.perms import may_change_map
from villages.common.scope import TOWNSHIP, VILLAGE


def is_publisher(user: Any, notice: Notice) -> bool:
    """Whether the person writes for the house that issues this notice."""
    return may_publish_notices(user) and house_of(user) == notice.from_code


def confirms(user: Any) -> Q:
    """Units for which the person confirms: the own one, those of one's seats; for the county
    departments without anybody in their seat."""
    role = getattr(user, "acting_role", "")
    if role in COUNTY_ROLES:
        return _of_seats(user) | _unseated(user)
    return units_of(user)


def units_of(user: Any) -> Q:
    """Units to which the person belongs, in notices that such people read."""
    role = getattr(user, "acting_role", "")
    if role in TOWNSHIP_ROLES:
        own = Q(unit_code__in=user.territory.level(TOWNSHIP))
        clerk = role == Role.TOWNSHIP_CLERK
        return own & ~Q(notice__reach=Reach.SECRETARIES) if clerk else own
    if role in VILLAGE_ROLES:
        return Q(unit_code__in=user.territory.level(VILLAGE))
    if role == Role.API_CLIENT:
        scope = user.territory
        return Q(unit_code__in=[*scope.level(TOWNSHIP), *scope.level(VILLAGE)])
    return _of_seats(user)


def units_here(user: Any, notice: Notice) -> list[NoticeUnit]:
    """The units of a notice for which the person confirms. One query."""
    rows = NoticeUnit.objects.visible_to(user).filter(confirms(user), notice=notice)
    return list(rows.order_by("pk"))


def _of_seats(user: Any) -> Q:
    return Q(department__in=seats_of(user))


def _unseated(user: Any) -> Q:
    if not may_change_map(user):
        return Q(pk__in=())
    taken = DepartmentSeat.objects.filter(department=OuterRef("department"), valid_to=None)
    return Q(unit_kind=NoticeUnitKind.DEPARTMENT) & ~Q(Exists(taken))
