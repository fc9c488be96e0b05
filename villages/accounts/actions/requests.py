"""Role and places of a person: at once, or as a request that waits for a second person."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.accounts import guards
from villages.accounts.actions import permits
from villages.accounts.actions.granting import apply
from villages.accounts.actions.tracing import trace
from villages.accounts.actors import ServiceActor
from villages.accounts.choices import RequestState, Role
from villages.accounts.models import AccessRequest, User
from villages.accounts.places import in_words
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.scope import Scope

# A county that nobody can decide for yet begins with these.
FIRST_ROLES = frozenset({Role.COUNTY_MINISTER, Role.COUNTY_STAFF})


@transaction.atomic
def change_access(
    *,
    subject: User,
    role: str,
    codes: Iterable[str],
    by: Any,
    reason: str,
    ends_on: date | None = None,
) -> AccessRequest | None:
    """Role and units as wanted: at once, or as a request that a second person decides.

    Gives the request, None where the change holds already. Raises what `permits` raises,
    `request_waiting`, `no_second_person`.
    """
    permits.may_change(by, subject)
    wanted = permits.units_fit(role, codes, by)
    if not _needs_second(subject, role, wanted) or _stands_alone(by, subject, role, wanted):
        apply(subject, role, wanted, by=by, reason=reason, ends_on=ends_on)
        return None
    return _ask(subject, role, wanted, by=by, reason=reason, ends_on=ends_on)


def _needs_second(subject: User, role: str, wanted: list[str]) -> bool:
    held = subject.territory_on(clock.today())
    beyond = permits.beyond_township(code for code in wanted if not held.covers(code))
    return role != subject.role or bool(beyond)


def _stands_alone(by: Any, subject: User, role: str, wanted: list[str]) -> bool:
    """The command line, and the first appointments of a county that has no second person."""
    if isinstance(by, ServiceActor):
        return True
    scope, pair = Scope.of(wanted or [subject.home_code]), [by.pk, subject.pk]
    if guards.other_security(scope, pair) or guards.minister_covers(scope, pair):
        return False
    if role in FIRST_ROLES:
        return True
    raise DomainError(
        "no_second_person",
        _("这项授权须由第二人审批,但辖区内还没有能审批的人。"),
        _("请先开设组织部领导账号,再由其审批。"),
    )


def _ask(
    subject: User, role: str, codes: list[str], *, by: Any, reason: str, ends_on: date | None
) -> AccessRequest:
    if AccessRequest.objects.filter(subject=subject, state=RequestState.WAITING).exists():
        raise DomainError(
            "request_waiting",
            _("%(name)s已有一项授权申请待审批。") % {"name": subject.name},
            _("请等待审批结果,或先撤回原申请。"),
        )
    request = AccessRequest.objects.create(
        subject=subject,
        role=role if role != subject.role else "",
        unit_codes=codes,
        ends_on=ends_on,
        reason=reason,
        requested_by=by,
    )
    after = {"role": role, "units": in_words(codes), "ends_on": ends_on}
    trace("access.requested", subject, by=by, after=after, reason=reason)
    return request
