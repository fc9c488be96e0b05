"""On which side of an order a person stands."""

from typing import Any

from rectification.supervision.choices import UnitKind
from rectification.supervision.models import DepartmentSeat, OrderUnit, SupervisionOrder
from rectification.supervision.querysets import person_of
from villages.accounts.choices import COUNTY_ROLES, TOWNSHIP_ROLES, Role
from villages.common import clock
from villages.common.scope import COUNTY
from villages.ledgers.actions import own_county
from villages.models import Township

_TOWNSHIP = TOWNSHIP_ROLES | {Role.API_CLIENT}


def house_of(user: Any) -> str:
    """The code of the unit for which a person issues orders; "" where there is none.

    Whoever still holds the code of a township that has ended issues for the one on today's map:
    one query for such people alone.
    """
    role = getattr(user, "acting_role", "")
    if role in COUNTY_ROLES:
        return str(user.current_county_code or own_county(user))
    codes = houses_of(user)
    if len(codes) > 1:
        now = Township.objects.filter(code__in=codes).on(clock.today())
        codes = sorted(now.values_list("code", flat=True))
    return str(codes[0]) if len(codes) == 1 else ""


def houses_of(user: Any) -> list[str]:
    """Codes under which a person's own house issues and issued orders, also before a merger."""
    role = getattr(user, "acting_role", "")
    if role in COUNTY_ROLES:
        house = house_of(user)
        return [house] if house else []
    codes = sorted(code for code in user.territory.codes if len(code) > COUNTY)
    return codes if role in TOWNSHIP_ROLES else []


def is_house(user: Any, order: SupervisionOrder) -> bool:
    """Whether the person acts for the house that issues this order."""
    role, code = getattr(user, "acting_role", ""), order.from_code
    roles = COUNTY_ROLES if len(code) == COUNTY else TOWNSHIP_ROLES
    return role in roles and bool(user.territory.covers(code))


def is_unit(user: Any, part: OrderUnit) -> bool:
    """Whether the person answers for this unit.

    For a department without anybody in its seat the organization department answers. One query
    for departments.
    """
    role = getattr(user, "acting_role", "")
    if part.unit_kind == UnitKind.TOWNSHIP:
        return role in _TOWNSHIP and bool(user.territory.covers(part.unit_code))
    seats = DepartmentSeat.objects.filter(department=part.department_id, valid_to=None)
    taken = set(seats.values_list("user_id", flat=True))
    if person_of(user).pk in taken:
        return True
    county = role in COUNTY_ROLES and user.territory.covers(part.county_code)
    return bool(county and not taken)
