"""Where a signed-in person stands in this request: county, other counties, absent colleague."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from villages.accounts.models import Delegation
from villages.common import clock
from villages.common.scope import COUNTY, Scope
from villages.models import County

ACTING_FOR = "acting_for"
# The header lists a dozen counties and then asks for a code.
SHOWN = 13


def settle(request: HttpRequest) -> None:
    """Sets `request.county`, `request.counties` and `request.user.acting_for`."""
    user: Any = request.user
    if not user.is_authenticated:
        _place(request, None, [])
        return
    if ACTING_FOR in request.session:
        user.acting_for = _principal(request)
    scope = user.territory
    _place(request, _county(scope, user.current_county_code), _counties(scope))


def _place(request: HttpRequest, county: Any, counties: Any) -> None:
    request.county = county  # type: ignore[attr-defined]
    request.counties = counties  # type: ignore[attr-defined]


def _principal(request: HttpRequest) -> Any:
    """The colleague in whose place one acts; a deputyship that is over ends here and now."""
    held = Delegation.objects.in_force(clock.today()).filter(
        uid=request.session[ACTING_FOR], deputy=request.user.pk, principal__is_active=True
    )
    delegation = held.select_related("principal").first()
    if delegation is None:
        del request.session[ACTING_FOR]
        return None
    return delegation.principal


def _county(scope: Scope, wanted: str) -> Any:
    """The chosen county while it is in the territory, else the first one; None without any.

    One county by its code is fetched only when somebody looks; wider territories must ask
    which counties exist.
    """
    if not scope:
        return None
    if wanted and scope.touches(wanted):
        return _later(wanted)
    if _is_wide(scope):
        return County.objects.in_scope(scope).first()
    return _later(min(code[:COUNTY] for code in scope.codes))


def _later(code: str) -> Any:
    return SimpleLazyObject(lambda: County.objects.filter(code=code).first())


def _is_wide(scope: Scope) -> bool:
    return scope.everything or bool(scope.wide())


def _counties(scope: Scope) -> Any:
    """What the header's switch offers; nothing, and no query, for those with one county."""
    if not _is_wide(scope) and len({code[:COUNTY] for code in scope.codes}) < 2:
        return []
    return SimpleLazyObject(lambda: list(County.objects.in_scope(scope)[:SHOWN]))
