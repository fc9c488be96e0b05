"""For whom a help page is written: kinds of work rather than single roles."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts.choices import COUNTY_ROLES, TOWNSHIP_ROLES, VILLAGE_ROLES, Role

EVERYBODY = "all"

AUDIENCES: dict[str, Any] = {
    "county": _("县委组织部"),
    "township": _("乡镇"),
    "village": _("村和第一书记"),
    "reviewer": _("联审部门"),
    "system": _("系统管理员"),
    "security": _("安全管理员"),
    "audit": _("审计管理员"),
    "api": _("接口对接"),
}

_OF_ROLE = {
    **dict.fromkeys(COUNTY_ROLES, "county"),
    **dict.fromkeys(TOWNSHIP_ROLES, "township"),
    **dict.fromkeys(VILLAGE_ROLES, "village"),
    Role.REVIEWER: "reviewer",
    Role.SYSTEM_ADMIN: "system",
    Role.SECURITY_ADMIN: "security",
    Role.AUDIT_ADMIN: "audit",
    Role.API_CLIENT: "api",
}


def audience_of(user: Any) -> str:
    """The audience a person belongs to by role; empty for somebody not signed in."""
    role = getattr(user, "role", None)
    return _OF_ROLE[Role(role)] if role else ""
