"""Who may do what with cadres."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts.choices import Role
from villages.accounts.perms import may_change_map, works_for_county, works_for_township
from villages.accounts.policies import policy


def _role(user: Any) -> str:
    return getattr(user, "acting_role", "") if getattr(user, "is_active", False) else ""


@policy(_("组织部和所在乡镇的工作人员可以写明理由查看村干部的证件号和电话,每次查看都留痕。"))
def may_reveal(user: Any) -> bool:
    """Department staff and the township's people, never a service account."""
    return may_change_map(user) or works_for_township(user)


@policy(_("组织部答复乡镇报送的任免备案。"))
def may_answer_filings(user: Any) -> bool:
    """Department staff and its leaders."""
    return may_change_map(user)


@policy(_("县和乡镇的工作人员查看联审、处置和考核;村里和接口账号不能查看。"))
def may_see_judgements(user: Any) -> bool:
    """County and township people read what is judged about cadres; villages do not."""
    return works_for_county(user) or works_for_township(user)


@policy(_("组织部和乡镇办理联审、处置和考核。"))
def may_keep_judgements(user: Any) -> bool:
    """Department staff and the township's people write what is judged about cadres."""
    return may_change_map(user) or works_for_township(user)


@policy(_("部门联审意见的内容只有组织部和该部门能看到。"))
def may_see_opinions(user: Any) -> bool:
    """The organization department reads every opinion; a department reads its own by its seat."""
    return may_change_map(user)


@policy(_("逾期未答复的联审意见,由组织部领导决定按未答复处理。"))
def may_force_opinions(user: Any) -> bool:
    """The head of the organization department goes on without an overdue opinion."""
    return _role(user) == Role.COUNTY_MINISTER


@policy(_("联审部门的经办人答复送给本部门的联审。"))
def answers_reviews(user: Any) -> bool:
    """Reviewers answer what is asked of their department."""
    return _role(user) == Role.REVIEWER


@policy(_("不胜任处置的事实只有组织部和所在乡镇能看到。"))
def may_see_facts(user: Any) -> bool:
    """The facts of a disposition are for the organization department and the township."""
    return may_keep_judgements(user)


@policy(_("组织部维护联审、处置和考核的清单,给驻村工作队评分。"))
def may_keep_lists(user: Any) -> bool:
    """Department staff keep the county's own lists and score the teams."""
    return may_change_map(user)
