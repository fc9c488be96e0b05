"""Who may do what with collective economy."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import may_change_map, may_keep_ledgers, works_for_township
from villages.accounts.policies import policy


@policy(_("组织部干部、乡镇工作人员和接口账号填报、更正本辖区的集体收入。"))
def may_state_income(user: Any) -> bool:
    """Department staff, the township's people and service accounts state and correct income."""
    return may_keep_ledgers(user)


@policy(_("组织部干部认定过账、认可核查答复、确定扶持村名单。"))
def may_review_economy(user: Any) -> bool:
    """Department staff decide about pass-through, answers and supported villages."""
    return may_change_map(user)


@policy(_("乡镇工作人员和组织部干部答复本辖区的收入核查问题。"))
def may_answer_checks(user: Any) -> bool:
    """The township's people answer for their villages; the department may note an answer."""
    return works_for_township(user) or may_change_map(user)
