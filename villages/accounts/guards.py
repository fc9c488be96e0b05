"""Security administrators and whom they cover: the second person, the last one."""

from collections import defaultdict
from collections.abc import Iterable

from villages.accounts.choices import Role
from villages.accounts.models import Jurisdiction, User
from villages.common import clock
from villages.common.scope import Scope
from villages.models import County


def holders(role: str, without: Iterable[int | None] = ()) -> dict[int, Scope]:
    """Active people of a role with their territory today. One query."""
    rows = Jurisdiction.objects.in_force(clock.today()).filter(
        user__role=role, user__is_active=True
    )
    codes: dict[int, list[str]] = defaultdict(list)
    for pk, code in rows.values_list("user_id", "unit_code"):
        codes[pk].append(code)
    barred = set(without)
    return {pk: Scope.of(own) for pk, own in codes.items() if pk not in barred}


def other_security(wanted: Scope, without: Iterable[int | None]) -> bool:
    """Whether a security administrator outside this circle covers all of these units."""
    return _covered(Role.SECURITY_ADMIN, wanted, without)


def minister_covers(wanted: Scope, without: Iterable[int | None]) -> bool:
    """Whether a minister outside this circle covers all of these units."""
    return _covered(Role.COUNTY_MINISTER, wanted, without)


def _covered(role: str, wanted: Scope, without: Iterable[int | None]) -> bool:
    return any(scope.contains(wanted) for scope in holders(role, without).values())


def counties_left_alone(leaver: User, lost: Scope) -> list[str]:
    """Names of the counties in `lost` whose only active security administrator this person is."""
    if leaver.role != Role.SECURITY_ADMIN or not leaver.is_active:
        return []
    others = holders(Role.SECURITY_ADMIN, without=[leaver.pk]).values()
    counties = County.objects.in_scope(lost).values_list("code", "name")
    return [name for code, name in counties if not any(scope.covers(code) for scope in others)]


def lock_security_admins() -> None:
    """Takes the rows of all security administrators, so that two cannot remove each other."""
    rows = User.objects.filter(role=Role.SECURITY_ADMIN).order_by("pk")
    list(rows.select_for_update().values_list("pk"))
