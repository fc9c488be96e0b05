"""Who files and who reviews."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import may_change_map, may_keep_ledgers, works_in_territory
from villages.accounts.policies import policy


@policy(_("乡镇党委书记、组织干事和接口账号填报本辖区的月度数据,组织部干部可以代填。"))
def may_file(user: Any) -> bool:
    """The township's people file; department staff may do it for them, service accounts too."""
    return may_keep_ledgers(user)


@policy(_("组织部领导和干部审核填报、催报和维护报表准入清单。"))
def may_review(user: Any) -> bool:
    """Department staff accept, return, chase, and keep the register of forms."""
    return may_change_map(user)


@policy(_("本辖区的工作人员查看填报情况。"))
def may_see_filings(user: Any) -> bool:
    """Whoever works in a territory sees how far its month is."""
    return works_in_territory(user)
