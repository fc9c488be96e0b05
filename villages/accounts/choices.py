"""Roles and what kind of place each belongs to."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a person does here; one role a person, jurisdictions say where."""

    COUNTY_MINISTER = "county_minister", _("组织部领导")
    COUNTY_STAFF = "county_staff", _("组织部干部")
    COUNTY_LEADER = "county_leader", _("联村县领导")
    REVIEWER = "reviewer", _("联审部门")
    TOWNSHIP_SECRETARY = "township_secretary", _("乡镇党委书记")
    TOWNSHIP_CLERK = "township_clerk", _("乡镇组织干事")
    FIRST_SECRETARY = "first_secretary", _("驻村第一书记")
    VILLAGE_SECRETARY = "village_secretary", _("村党组织书记")
    SYSTEM_ADMIN = "system_admin", _("系统管理员")
    SECURITY_ADMIN = "security_admin", _("安全管理员")
    AUDIT_ADMIN = "audit_admin", _("审计管理员")
    API_CLIENT = "api_client", _("接口账号")


COUNTY_ROLES = frozenset({Role.COUNTY_MINISTER, Role.COUNTY_STAFF, Role.COUNTY_LEADER})
TOWNSHIP_ROLES = frozenset({Role.TOWNSHIP_SECRETARY, Role.TOWNSHIP_CLERK})
VILLAGE_ROLES = frozenset({Role.FIRST_SECRETARY, Role.VILLAGE_SECRETARY})
ADMIN_ROLES = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})

# Reviewers see the questions that are put to them and no territory.
PLACELESS_ROLES = frozenset({Role.REVIEWER})

# The smallest number of digits that a role's jurisdiction may have, and the largest.
REACH = {
    **dict.fromkeys(COUNTY_ROLES, (2, 6)),
    **dict.fromkeys(TOWNSHIP_ROLES, (9, 9)),
    **dict.fromkeys(VILLAGE_ROLES, (12, 12)),
    **dict.fromkeys(ADMIN_ROLES, (2, 6)),
    Role.REVIEWER: (6, 6),
    Role.API_CLIENT: (2, 12),
}


class EndReason(TextChoices):
    """Why a session ended."""

    SIGNED_OUT = "signed_out", _("本人退出")
    IDLE = "idle", _("长时间未操作")
    EXPIRED = "expired", _("达到最长时限")
    REVOKED = "revoked", _("被结束")
    PASSWORD = "password", _("密码已修改")
    DISABLED = "disabled", _("账号已停用")


class RequestState(TextChoices):
    """A request for a right waits for a second person."""

    WAITING = "waiting", _("待审批")
    GRANTED = "granted", _("已同意")
    REFUSED = "refused", _("已拒绝")
    WITHDRAWN = "withdrawn", _("已撤回")
