"""Who controls months and who brings in sheets."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts import perms
from villages.accounts.policies import policy
from villages.imports.declaring import SheetKind, sheet_kinds


@policy(_("组织部领导和干部办理本县月份的封账、延期和重新开放。"))
def may_control_months(user: Any) -> bool:
    """Organization department staff and its leaders close, prolong and reopen months."""
    return perms.may_change_map(user)


@policy(
    _(
        "乡镇党委书记、组织干事和接口账号为本辖区的村申请重新开放已封账的月份,组织部干部可以代为申请。"
    )
)
def may_ask_reopening(user: Any) -> bool:
    """Whoever keeps the ledgers of a place may ask that its closed month be opened again."""
    return perms.may_keep_ledgers(user)


@policy(_("业务人员可以导入自己负责的表格,只能写入本辖区。"))
def may_import(user: Any) -> bool:
    """Whoever may bring in at least one kind of sheet."""
    return any(kind.may_import(user) for kind in sheet_kinds().values())


def kinds_for(user: Any) -> list[SheetKind]:
    """The sheets that a person may bring in, in the order in which apps declare them."""
    return [kind for kind in sheet_kinds().values() if kind.may_import(user)]


def may_write(user: Any, kind: SheetKind, unit: str) -> bool:
    """Whether a person may save or take back a sheet of this kind for this place."""
    return kind.may_import(user) and user.territory.covers(unit)
