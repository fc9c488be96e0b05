"""Which parts a person answers for, and which orders a person's house issued, as conditions."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from rectification.supervision.choices import UnitKind
from rectification.supervision.models import DepartmentSeat
from rectification.supervision.querysets import person_of
from rectification.supervision.sides import houses_of
from villages.accounts.choices import COUNTY_ROLES, TOWNSHIP_ROLES, Role
from villages.common.scope import TOWNSHIP

NOTHING = Q(pk__in=())


def answered_by(user: Any) -> Q:
    """Parts for which the person answers: the township's, those of one's seats, for the county
    those of departments without anybody in their seat."""
    role = getattr(user, "acting_role", "")
    if role in TOWNSHIP_ROLES | {Role.API_CLIENT}:
        return Q(unit_code__in=user.territory.level(TOWNSHIP))
    open_seats = DepartmentSeat.objects.filter(department=OuterRef("department"), valid_to=None)
    mine = Q(Exists(open_seats.filter(user=getattr(person_of(user), "pk", None))))
    if role in COUNTY_ROLES:
        return mine | (Q(unit_kind=UnitKind.DEPARTMENT) & ~Q(Exists(open_seats)))
    return mine


def issued_by(user: Any, path: str = "") -> Q:
    """Orders of the person's own house, under its old codes too; `path` leads to the order."""
    houses = houses_of(user)
    return Q(**{f"{path}from_code__in": houses}) if houses else NOTHING
