"""Who is the second person for a request."""

from collections.abc import Iterable
from typing import Any

from villages.accounts import guards, perms
from villages.accounts.choices import Role
from villages.accounts.models import AccessRequest
from villages.common.scope import Scope


def wanted_scope(request: AccessRequest) -> Scope:
    """The places that the request is about; the home of the person where it names none."""
    return Scope.of(request.unit_codes or [request.subject.home_code])


def may_decide(request: AccessRequest, user: Any) -> bool:
    """Whether this person is the second person. One query."""
    return bool(decidable([request], user))


def decidable(requests: Iterable[AccessRequest], user: Any) -> list[AccessRequest]:
    """Those of the requests that this person may decide. One query beside theirs."""
    rows = list(requests)
    if not rows or not perms.may_see_requests(user):
        return []
    security = guards.holders(Role.SECURITY_ADMIN)
    return [row for row in rows if _is_second(row, user, security)]


def _is_second(request: AccessRequest, user: Any, security: dict[int, Scope]) -> bool:
    wanted, pair = wanted_scope(request), {request.requested_by_id, request.subject_id}
    others = [scope for pk, scope in security.items() if pk not in pair]
    other = any(scope.contains(wanted) for scope in others)
    fits = perms.may_decide_access(user, request, other_security=other)
    return fits and user.territory.contains(wanted)
