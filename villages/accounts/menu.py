"""Menu entries about people, rights and the trail."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts import perms
from villages.common.registries import MenuItem

Allowed = Callable[[Any], bool]
RIGHTS, SYSTEM = _("权限与留痕"), _("系统管理")


def _deputises(user: Any) -> bool:
    """Those who may name a deputy, and those who are one right now."""
    return perms.may_delegate(user) or user.acting_for is not None


def _reads_trail(user: Any) -> bool:
    return perms.may_read_own_trail(user) and not perms.may_read_audit(user)


def _item(
    key: str, label: Any, icon: str, order: int, allowed: Allowed, group: Any = RIGHTS
) -> MenuItem:
    return MenuItem(key, label, f"accounts:{key}", icon, order, allowed, group)


MENU = (
    _item("users", _("用户与权限"), "users", 900, perms.may_manage_users),
    _item("requests", _("授权申请"), "user-shield", 910, perms.may_see_requests),
    _item("handovers", _("工作交接"), "refresh", 915, perms.may_manage_users),
    _item("audit", _("操作留痕"), "history", 920, perms.may_read_audit),
    _item("trail", _("操作留痕"), "history", 920, _reads_trail),
    _item("delegations", _("代理"), "user", 930, _deputises),
    _item("new_county", _("开设县"), "map-pin", 940, perms.may_run_system, SYSTEM),
    _item("policy", _("权限规则"), "shield-lock", 950, lambda user: True),
)
