"""What every change of people and rights must pass before it happens."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from villages.accounts import guards, perms
from villages.accounts.access import sentence
from villages.accounts.actors import ServiceActor
from villages.accounts.choices import PLACELESS_ROLES, REACH, Role
from villages.accounts.models import User
from villages.accounts.places import in_words, missing
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.scope import Scope


def may_manage(by: Any) -> None:
    """Raises `not_allowed` unless this is a security administrator or the command line."""
    if not isinstance(by, ServiceActor) and not perms.may_manage_users(by):
        raise DomainError("not_allowed", sentence(perms.may_manage_users))


def may_change(by: Any, subject: User) -> None:
    """Raises `not_allowed`, `own_account`, or `foreign_account` for one who reaches further."""
    may_manage(by)
    if subject.pk == by.pk:
        raise DomainError(
            "own_account", _("不能改动自己的账号、角色和管辖。"), _("请由另一名安全管理员办理。")
        )
    rows = subject.jurisdictions.in_force(clock.today())
    held = Scope.of(rows.values_list("unit_code", flat=True))
    if not by.territory.covers(subject.home_code) or not by.territory.contains(held):
        raise DomainError("foreign_account", _("这个账号不在您的管辖范围内。"))


def units_fit(role: str, codes: Iterable[str], by: Any) -> list[str]:
    """The codes, once each, if they exist, suit the role, and lie inside the granter's own.

    A unit outside and a unit that does not exist read alike. Raises `units_missing`,
    `units_unknown`, `units_reach`.
    """
    wanted = sorted(set(codes))
    if not wanted and role not in PLACELESS_ROLES:
        raise DomainError("units_missing", _("还没有选择管辖单位。"), _("请至少勾选一个单位。"))
    outside = [code for code in wanted if not by.territory.covers(code)]
    if unknown := outside or missing(wanted):
        raise DomainError(
            "units_unknown",
            _("没有这些单位,或不在您的管辖范围内:%(codes)s。") % {"codes": "、".join(unknown)},
            _("请从列表中选择。"),
        )
    _within_reach(role, wanted)
    return wanted


def _within_reach(role: str, codes: list[str]) -> None:
    low, high = REACH[Role(role)]
    wrong = [code for code in codes if not low <= len(code) <= high]
    if wrong or (codes and role in PLACELESS_ROLES):
        raise DomainError(
            "units_reach",
            _("“%(role)s”不能管辖:%(units)s。")
            % {"role": Role(role).label, "units": in_words(wrong or codes)},
            _("请选择与角色层级相符的单位。"),
        )


def not_the_last_one(subject: User, lost: Scope | None = None) -> None:
    """Raises `last_security_admin` where a county would be left without one.

    `lost` are the units that the person gives up; all of them when not said.
    """
    guards.lock_security_admins()
    lost = subject.territory_on(clock.today()) if lost is None else lost
    if alone := guards.counties_left_alone(subject, lost):
        raise DomainError(
            "last_security_admin",
            _("%(name)s是%(counties)s最后一名在用的安全管理员,不能停用或调离。")
            % {"name": subject.name, "counties": "、".join(alone)},
            _("请先为该县开设另一名安全管理员。"),
        )


def beyond_township(codes: Iterable[str]) -> Scope:
    """The part of these units that needs a second person."""
    return Scope.of(code for code in codes if len(code) < 9)
