"""Who may do what with reports; which county it is, the rows and the actions look at."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts.choices import TOWNSHIP_ROLES, Role
from villages.accounts.perms import may_change_map, works_in_territory
from villages.accounts.policies import policy


def _role(user: Any) -> str:
    return getattr(user, "acting_role", "") if getattr(user, "is_active", False) else ""


@policy(_("县、乡镇、村的工作人员和接口账号查看报告;乡镇和村只看已签发的。"))
def may_see_reports(user: Any) -> bool:
    """Whoever works in a territory; drafts are seen by those who cover the county."""
    return works_in_territory(user)


@policy(_("组织部和县级接口账号生成报告。"))
def may_make_reports(user: Any) -> bool:
    """The organization department and its service accounts."""
    return may_change_map(user) or _role(user) == Role.API_CLIENT


@policy(_("组织部修改报告文字、审核、退回、签发和更正报告,发给乡镇。"))
def may_issue_reports(user: Any) -> bool:
    """The organization department."""
    return may_change_map(user)


@policy(_("收到报告的乡镇签收。"))
def may_confirm_reports(user: Any) -> bool:
    """The township's people."""
    return _role(user) in TOWNSHIP_ROLES


@policy(_("组织部维护报告抬头和打印模板。"))
def may_keep_report_settings(user: Any) -> bool:
    """The organization department."""
    return may_change_map(user)


@policy(_("组织部录入年终考核的人工评分、加减分、一票否决和校准,答复异议。"))
def may_keep_assessment(user: Any) -> bool:
    """The organization department."""
    return may_change_map(user)


@policy(_("乡镇查看本乡镇的年终考核计算过程,组织部查看全部。"))
def may_see_assessment(user: Any) -> bool:
    """Whoever is judged sees the own sum in full; the county sees all."""
    return may_change_map(user) or _role(user) in {*TOWNSHIP_ROLES, Role.COUNTY_LEADER}


@policy(_("乡镇对本乡镇的年终考核得分提出异议。"))
def may_object_assessment(user: Any) -> bool:
    """The township's people."""
    return _role(user) in TOWNSHIP_ROLES
