"""Who may do what with orders; which order it is, the actions look at themselves."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts.choices import COUNTY_ROLES, TOWNSHIP_ROLES, VILLAGE_ROLES, Role
from villages.accounts.perms import may_change_map
from villages.accounts.policies import policy


def _role(user: Any) -> str:
    return getattr(user, "acting_role", "") if getattr(user, "is_active", False) else ""


@policy(_("县和乡镇的工作人员、县直部门经办人查看发出和收到的督办单,接口账号可以读取。"))
def may_see_orders(user: Any) -> bool:
    """County and township people, departments' people, service accounts."""
    return _role(user) in COUNTY_ROLES | TOWNSHIP_ROLES | {Role.REVIEWER, Role.API_CLIENT}


@policy(_("组织部起草督办单,乡镇起草提请县直部门办理的单子。"))
def may_draft_orders(user: Any) -> bool:
    """Staff of the organization department, and the township's people."""
    return may_change_map(user) or _role(user) in TOWNSHIP_ROLES


@policy(_("督办单由起草人以外的人审核和签发:县里是组织部,乡镇是党委书记。"))
def may_check_orders(user: Any) -> bool:
    """The organization department for the county, the secretary for a township."""
    return may_change_map(user) or _role(user) == Role.TOWNSHIP_SECRETARY


@policy(_("收到单子的乡镇和县直部门签收、反馈、申请延期,接口账号可以代报。"))
def may_answer_orders(user: Any) -> bool:
    """The township's people, departments' people, service accounts; the county for departments."""
    return may_change_map(user) or _role(user) in TOWNSHIP_ROLES | {Role.REVIEWER, Role.API_CLIENT}


@policy(_("签发单位核查反馈、审批延期、办结销号。"))
def may_settle_orders(user: Any) -> bool:
    """The house that issued the order."""
    return may_change_map(user) or _role(user) in TOWNSHIP_ROLES


@policy(_("组织部维护县直部门、部门经办人和文种规则。"))
def may_keep_order_lists(user: Any) -> bool:
    """The organization department."""
    return may_change_map(user)


@policy(_("县和乡镇的工作人员查看县直部门、部门经办人和文种规则,接口账号可以读取。"))
def may_see_order_lists(user: Any) -> bool:
    """County and township people, service accounts; departments' people have nothing to look up."""
    return _role(user) in COUNTY_ROLES | TOWNSHIP_ROLES | {Role.API_CLIENT}


@policy(_("领导小组会议只有县里查看;乡镇和部门从收到的清单和督办单看到议定的事项。"))
def may_see_meetings(user: Any) -> bool:
    """The county's people, and service accounts of the county."""
    return _role(user) in COUNTY_ROLES | {Role.API_CLIENT}


@policy(_("县里查看擂台比武;乡镇只在评定后查看本乡镇参赛村的结果,接口账号相同。"))
def may_see_contests(user: Any) -> bool:
    """The county's people; the township's people and service accounts see results of their own."""
    return _role(user) in COUNTY_ROLES | TOWNSHIP_ROLES | {Role.API_CLIENT}


@policy(_("评委打分只有县里查看,不下发。"))
def may_see_scores(user: Any) -> bool:
    """The county's people."""
    return _role(user) in COUNTY_ROLES


@policy(_("组织部组织擂台比武:定规则、分组、录分、评定。"))
def may_keep_contests(user: Any) -> bool:
    """The organization department."""
    return may_change_map(user)


@policy(_("在辖区工作的人员、县直部门经办人查看反映和建议;投诉举报只有县里和承办单位能看到。"))
def may_see_voices(user: Any) -> bool:
    """Whoever works in a territory, departments' people; which rows, the rows decide."""
    return may_see_orders(user) or _role(user) in VILLAGE_ROLES


@policy(_("组织部、乡镇、村的工作人员和接口账号登记反映和建议。"))
def may_bring_voices(user: Any) -> bool:
    """County staff, township and village people, service accounts."""
    people = TOWNSHIP_ROLES | VILLAGE_ROLES | {Role.API_CLIENT}
    return may_change_map(user) or _role(user) in people


@policy(_("组织部交办、办结反映和建议,决定是否受理。"))
def may_settle_voices(user: Any) -> bool:
    """The organization department."""
    return may_change_map(user)


@policy(_("承办的乡镇和县直部门答复反映和建议;没有经办人的部门由组织部代为答复。"))
def may_answer_voices(user: Any) -> bool:
    """The township's people, departments' people, service accounts; the county for departments."""
    return may_answer_orders(user)


@policy(_("组织部和承办单位写明理由查看反映人的电话,每次查看都留痕;投诉人的电话只有组织部能看。"))
def may_read_phones(user: Any) -> bool:
    """Staff of the organization department, the township's and departments' people."""
    return may_change_map(user) or _role(user) in TOWNSHIP_ROLES | {Role.REVIEWER}


@policy(_("组织部拟定和下发任务清单,登记领导小组会议。"))
def may_keep_task_lists(user: Any) -> bool:
    """The organization department."""
    return may_change_map(user)


@policy(_("责任单位在任务清单上逐项记录完成;没有经办人的部门由组织部代记。"))
def may_tick_tasks(user: Any) -> bool:
    """The township's people, departments' people, service accounts, the county for its own."""
    return may_answer_orders(user)


@policy(_("在辖区工作的人员和部门经办人有自己的日清单,只有本人能看到。"))
def may_keep_day_list(user: Any) -> bool:
    """People who work here; never a service account."""
    return _role(user) in COUNTY_ROLES | TOWNSHIP_ROLES | VILLAGE_ROLES | {Role.REVIEWER}
