"""Who may do what with inspections; what is not published yet, the rows themselves keep back."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts.choices import COUNTY_ROLES, TOWNSHIP_ROLES, Role
from villages.accounts.perms import may_change_map
from villages.accounts.policies import policy


def _role(user: Any) -> str:
    return getattr(user, "acting_role", "") if getattr(user, "is_active", False) else ""


@policy(_("县里查看全部检查;乡镇在公布以后查看本乡镇的检查、发现的问题和与填报的对照。"))
def may_see_inspections(user: Any) -> bool:
    """County people, the township's people, service accounts."""
    return _role(user) in COUNTY_ROLES | TOWNSHIP_ROLES | {Role.API_CLIENT}


@policy(_("组织部登记检查计划和检查、抽取名单、记录检查情况、处理发现的问题。"))
def may_keep_inspections(user: Any) -> bool:
    """The organization department."""
    return may_change_map(user)


@policy(_("年度检查计划只有县里查看,乡镇和村看不到。"))
def may_see_plans(user: Any) -> bool:
    """County people, and service accounts of the county."""
    return _role(user) in COUNTY_ROLES | {Role.API_CLIENT}
