"""Who may do what: one predicate per sentence of policy. No predicate asks the database."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts.choices import (
    ADMIN_ROLES,
    COUNTY_ROLES,
    TOWNSHIP_ROLES,
    VILLAGE_ROLES,
    Role,
)
from villages.accounts.policies import policy


def _role(user: Any) -> str:
    return getattr(user, "acting_role", "") if getattr(user, "is_active", False) else ""


def _own_role(user: Any) -> str:
    """The role held in person: nothing while acting for somebody else."""
    active = getattr(user, "is_active", False) and user.acting_for is None
    return user.role if active else ""


@policy(_("县、乡镇、村的工作人员办理本辖区的业务;三员不办理业务。"))
def works_in_territory(user: Any) -> bool:
    """County, township and village people work with villages; administrators do not."""
    return _role(user) in COUNTY_ROLES | TOWNSHIP_ROLES | VILLAGE_ROLES | {Role.API_CLIENT}


@policy(_("组织部领导、干部和联村县领导查看全县情况。"))
def works_for_county(user: Any) -> bool:
    """Staff and leaders of the county read the whole county."""
    return _role(user) in COUNTY_ROLES


@policy(_("乡镇党委书记和组织干事填报本乡镇情况。"))
def works_for_township(user: Any) -> bool:
    """Township secretaries and clerks file for their township."""
    return _role(user) in TOWNSHIP_ROLES


@policy(_("组织部领导和干部办理本县的区划变更。"))
def may_change_map(user: Any) -> bool:
    """Organization department staff and its leaders change the map of the county."""
    return _role(user) in {Role.COUNTY_MINISTER, Role.COUNTY_STAFF}


@policy(_("组织部干部、乡镇工作人员和接口账号登记本辖区的台账。"))
def may_keep_ledgers(user: Any) -> bool:
    """Department staff, the township's people and service accounts keep the ledgers."""
    return may_change_map(user) or works_for_township(user) or _role(user) == Role.API_CLIENT


@policy(_("安全管理员管理本辖区的用户与权限,不得由他人代理。"))
def may_manage_users(user: Any) -> bool:
    """The security administrator manages people and rights, never by proxy."""
    return _own_role(user) == Role.SECURITY_ADMIN


@policy(_("安全管理员不能改动自己的角色和管辖,也不能停用自己。"), alone=False)
def may_change_account(user: Any, subject: Any) -> bool:
    """Nobody edits his own role, scope or state."""
    return may_manage_users(user) and subject.pk != user.pk


@policy(_("审计管理员查看本辖区的全部操作留痕,只能查看,不能改动。"))
def may_read_audit(user: Any) -> bool:
    """The audit administrator reads the whole trail of his counties and writes nothing."""
    return _own_role(user) == Role.AUDIT_ADMIN


@policy(_("业务人员查看本辖区业务的操作留痕,每个人都能查看自己的操作留痕。"))
def may_read_own_trail(user: Any) -> bool:
    """Whoever works in a territory reads what was done to it."""
    return works_in_territory(user) and _role(user) != Role.API_CLIENT


@policy(_("系统管理员维护县、参数、后台作业和运行状况,不接触业务数据。"))
def may_run_system(user: Any) -> bool:
    """The system administrator looks after counties, parameters, jobs and health."""
    return _own_role(user) == Role.SYSTEM_ADMIN


@policy(_("业务人员外出时可以委托本县同事代理;三员、接口账号和正在代理他人的人不能委托。"))
def may_delegate(user: Any) -> bool:
    """Everyone but administrators and service accounts may name a deputy, never onward."""
    return _own_role(user) not in ADMIN_ROLES | {Role.API_CLIENT, ""}


@policy(_("本县业务人员可以担任代理人;三员和接口账号不能。"))
def may_deputise(user: Any) -> bool:
    """Who may stand in for a colleague."""
    return user.is_active and user.role not in ADMIN_ROLES | {Role.API_CLIENT}


@policy(_("安全管理员和组织部领导查看授权申请。"))
def may_see_requests(user: Any) -> bool:
    """Those who ask for rights and those who decide about them."""
    return _own_role(user) in {Role.SECURITY_ADMIN, Role.COUNTY_MINISTER}


@policy(
    _(
        "角色变更和县级及以上管辖须由第二人审批:辖区内另一名安全管理员;没有的,由组织部领导审批。"
        "任何人不能审批自己的申请,也不能审批关于自己的申请。"
    ),
    alone=False,
)
def may_decide_access(user: Any, request: Any, *, other_security: bool) -> bool:
    """The second person: another security administrator, or the minister where there is none.

    `other_security` says whether a security administrator other than the one who asked, and
    other than the one asked about, covers the place.
    """
    if user.pk in {request.requested_by_id, request.subject_id}:
        return False
    decider = Role.SECURITY_ADMIN if other_security else Role.COUNTY_MINISTER
    return _own_role(user) == decider


@policy(_("业务人员和接口账号可以为自己建立接口令牌;三员不能。"))
def may_hold_tokens(user: Any) -> bool:
    """People who work in a territory and service accounts hold tokens, never by proxy."""
    return _own_role(user) not in ADMIN_ROLES | {""}
