"""Who may do what with notices and with channels out of the portal."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.supervision.perms import may_see_voices
from villages.accounts.choices import COUNTY_ROLES, TOWNSHIP_ROLES, VILLAGE_ROLES, Role
from villages.accounts.perms import may_change_map
from villages.accounts.policies import policy


def _role(user: Any) -> str:
    return getattr(user, "acting_role", "") if getattr(user, "is_active", False) else ""


@policy(_("在辖区工作的人员、县直部门经办人和接口账号查看发给本单位的通知公告和便民服务。"))
def may_see_notices(user: Any) -> bool:
    """Whoever works in a territory, departments' people; which rows, the rows decide."""
    return may_see_voices(user)


@policy(_("组织部向乡镇和县直部门发布通知,乡镇向所辖村发布。"))
def may_publish_notices(user: Any) -> bool:
    """Staff of the organization department, and the township's people."""
    return may_change_map(user) or _role(user) in TOWNSHIP_ROLES


@policy(_("收到通知的单位的工作人员确认已读,接口账号可以代确认;没有经办人的部门由组织部代为确认。"))
def may_confirm_notices(user: Any) -> bool:
    """People of units, service accounts; the county for departments without anybody."""
    people = TOWNSHIP_ROLES | VILLAGE_ROLES | {Role.REVIEWER, Role.API_CLIENT}
    return may_change_map(user) or _role(user) in people


@policy(
    _(
        "在辖区工作的人员和部门经办人设置本人和本单位的接收渠道、查看发送记录;不设置也能办理一切业务。"
    )
)
def may_keep_channels(user: Any) -> bool:
    """People who work here; never a service account."""
    return _role(user) in COUNTY_ROLES | TOWNSHIP_ROLES | VILLAGE_ROLES | {Role.REVIEWER}
