"""The second person's answer to a request: grant, refuse; and taking it back."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.accounts import perms
from villages.accounts.access import sentence
from villages.accounts.actions import permits
from villages.accounts.actions.granting import apply
from villages.accounts.actions.tracing import trace
from villages.accounts.actors import ServiceActor
from villages.accounts.choices import RequestState
from villages.accounts.deciding import may_decide
from villages.accounts.models import AccessRequest, User
from villages.accounts.places import in_words
from villages.common import clock
from villages.common.errors import DomainError
from villages.trace.models import AuditEntry

# Whoever could sign in as the second person would be both persons.
RESET_DAYS = 7
BORROWED = ("user.password_reset", "user.enabled", "second_factor.removed")


@transaction.atomic
def grant(*, request: AccessRequest, by: User, answer: str = "") -> AccessRequest:
    """The second person agrees: role and units hold at once, a new account starts.

    Raises `request_decided`, `second_person`, and what `permits` raises.
    """
    request = _open(request)
    _may_decide(request, by)
    role = request.role or request.subject.role
    codes = permits.units_fit(role, request.unit_codes, by)
    _decide(request, RequestState.GRANTED, by, answer)
    subject, reason, ends_on = request.subject, request.reason, request.ends_on
    apply(subject, role, codes, by=by, reason=reason, ends_on=ends_on)
    return request


@transaction.atomic
def refuse(*, request: AccessRequest, by: User, answer: str) -> AccessRequest:
    """The second person says no, with the reason. Nothing changes."""
    request = _open(request)
    _may_decide(request, by)
    if not answer.strip():
        raise DomainError(
            "answer_missing", _("请写明不同意的理由。"), answer=_("请写明不同意的理由。")
        )
    _decide(request, RequestState.REFUSED, by, answer)
    return request


@transaction.atomic
def withdraw(*, request: AccessRequest, by: Any, reason: str = "") -> AccessRequest:
    """Whoever asked takes it back; a waiting account stays closed."""
    request = _open(request)
    if request.requested_by_id != by.pk and not isinstance(by, ServiceActor):
        raise DomainError("not_allowed", _("只有申请人可以撤回申请。"))
    request.state = RequestState.WITHDRAWN
    request.save(update_fields=["state"])
    trace("access.withdrawn", request.subject, by=by, reason=reason)
    return request


def withdraw_all(subject: User, *, by: Any) -> None:
    """An account that closes waits for nothing."""
    waiting = AccessRequest.objects.filter(subject=subject, state=RequestState.WAITING)
    if waiting.update(state=RequestState.WITHDRAWN):
        trace("access.withdrawn", subject, by=by, reason=_("账号已停用"))


def _open(request: AccessRequest) -> AccessRequest:
    """The row under lock, still waiting."""
    rows = AccessRequest.objects.select_for_update(of=("self",)).select_related("subject")
    fresh: AccessRequest = rows.get(pk=request.pk)
    if fresh.state != RequestState.WAITING:
        raise DomainError(
            "request_decided",
            _("这项申请已经处理:%(state)s。") % {"state": fresh.get_state_display()},
            _("请刷新页面查看结果。"),
        )
    return fresh


def _may_decide(request: AccessRequest, by: User) -> None:
    if not may_decide(request, by):
        raise DomainError("second_person", sentence(perms.may_decide_access))
    if _reset_by_requester(request, by):
        raise DomainError(
            "second_person_reset",
            _("您的登录凭据在 %(days)s 天内由申请人重置过,不能审批其申请。") % {"days": RESET_DAYS},
            _("请由另一人审批,或到期后再办理。"),
        )


def _reset_by_requester(request: AccessRequest, by: User) -> bool:
    since = clock.instant() - timedelta(days=RESET_DAYS)
    resets = AuditEntry.objects.filter(
        action__in=BORROWED,
        object_kind=User._meta.label_lower,
        object_key=by.uid,
        actor=request.requested_by,
        at__gte=since,
    )
    return resets.exists()


def _decide(request: AccessRequest, state: str, by: User, answer: str) -> None:
    request.state, request.decided_by, request.answer = state, by, answer.strip()
    request.decided_at = clock.instant()
    request.save(update_fields=["state", "decided_by", "decided_at", "answer"])
    role = request.role or request.subject.role
    after = {"role": role, "units": in_words(request.unit_codes)}
    after["requested_by"] = request.requested_by.name
    trace(f"access.{state}", request.subject, by=by, after=after, reason=answer)
