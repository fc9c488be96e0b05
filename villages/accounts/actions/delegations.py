"""Standing in for an absent colleague (代理): dated, within one county, both names traced."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from villages.accounts import limits, perms
from villages.accounts.access import sentence
from villages.accounts.actions.tracing import trace
from villages.accounts.models import Delegation, User
from villages.common import clock
from villages.common.errors import DomainError


@transaction.atomic
def delegate(*, deputy: User, starts_on: date, ends_on: date, reason: str, by: User) -> Delegation:
    """`by` names a deputy for these days, first and last included.

    Raises `not_allowed`, `deputy_unfit`, `delegation_days`, `delegation_overlap`.
    """
    if not perms.may_delegate(by):
        raise DomainError("not_allowed", sentence(perms.may_delegate))
    _fits(deputy, by)
    _days_fit(starts_on, ends_on)
    _alone(by, starts_on, ends_on)
    given = Delegation.objects.create(
        principal=by, deputy=deputy, starts_on=starts_on, ends_on=ends_on, reason=reason
    )
    after = {"deputy": deputy.name, "starts_on": starts_on, "ends_on": ends_on}
    trace("delegation.given", by, by=by, after=after, reason=reason)
    return given


def _fits(deputy: User, by: User) -> None:
    same_county = bool(by.home_code[:6]) and deputy.home_code[:6] == by.home_code[:6]
    if deputy.pk == by.pk or not same_county or not perms.may_deputise(deputy):
        text = _("代理人应是本县在用的业务账号,不能是本人、三员或接口账号。")
        raise DomainError("deputy_unfit", text, _("请另选代理人。"), deputy=text)


def _days_fit(starts_on: date, ends_on: date) -> None:
    if starts_on < clock.today():
        text = _("开始日期不能早于今天。")
        raise DomainError("delegation_days", text, starts_on=text)
    days = limits.number("delegation.most_days")
    if not timedelta(0) <= ends_on - starts_on < timedelta(days=days):
        text = _("结束日期应在开始日期之后,一次代理最长 %(days)s 天。") % {"days": days}
        raise DomainError("delegation_days", text, ends_on=text)


def _alone(by: User, starts_on: date, ends_on: date) -> None:
    User.objects.select_for_update().get(pk=by.pk)
    others = Delegation.objects.filter(principal=by, starts_on__lte=ends_on, ends_on__gte=starts_on)
    if other := others.select_related("deputy").first():
        raise DomainError(
            "delegation_overlap",
            _("这段时间已经委托%(name)s代理。") % {"name": other.deputy.name},
            _("请先结束原来的代理,或改选日期。"),
        )


@transaction.atomic
def end(*, delegation: Delegation, by: User) -> None:
    """Ends a deputyship at once: whoever gave it, or a security administrator.

    What has not begun, or began today, is taken away; the trail keeps it. Raises `not_allowed`.
    """
    if by.pk != delegation.principal_id and not perms.may_manage_users(by):
        raise DomainError("not_allowed", _("只有委托人或安全管理员可以结束代理。"))
    _end(delegation, by=by)


def end_all(person: User, *, by: Any) -> None:
    """Somebody's account closes: nobody acts for him, and he acts for nobody."""
    own = Delegation.objects.filter(Q(principal=person) | Q(deputy=person))
    for delegation in own.filter(ends_on__gte=clock.today()).select_related("principal", "deputy"):
        _end(delegation, by=by)


def _end(delegation: Delegation, *, by: Any) -> None:
    today = clock.today()
    if delegation.ends_on < today:
        return
    before = {"deputy": delegation.deputy.name, "starts_on": delegation.starts_on}
    before["ends_on"] = delegation.ends_on
    if delegation.starts_on >= today:
        delegation.delete()
    else:
        delegation.ends_on = today - timedelta(days=1)
        delegation.save(update_fields=["ends_on"])
    trace("delegation.ended", delegation.principal, by=by, before=before)


def enter(*, delegation: Delegation, by: User) -> None:
    """The deputy begins to act: from here on the trail names both. Raises `delegation_over`."""
    today = clock.today()
    inside = delegation.starts_on <= today <= delegation.ends_on
    if by.pk != delegation.deputy_id or not inside or not delegation.principal.is_active:
        raise DomainError("delegation_over", _("这项代理今天不在有效期内。"), _("请与委托人联系。"))
    trace("delegation.entered", delegation.principal, by=by)


def leave(*, principal: User, by: User) -> None:
    """The deputy acts as himself again."""
    trace("delegation.left", principal, by=by)
