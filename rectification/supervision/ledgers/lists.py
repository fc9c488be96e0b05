"""The county's own lists: departments, who answers for them, the rules of each kind of order."""

from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions.lists import end_entry
from rectification.supervision.models import Department, DepartmentSeat, OrderRule
from rectification.supervision.perms import may_keep_order_lists, may_see_order_lists
from villages.common.columns import Column, Kind
from villages.ledgers.declaring import Ask, Item, Ledger, Verb
from villages.rest.fields import Field

DEPARTMENTS = Ledger(
    key="departments",
    hub="orders",
    model=Department,
    title=_("县直部门"),
    one=_("县直部门"),
    title_en="departments",
    one_en="department",
    items=(
        Item("position", width=6),
        Item("name", wide=True, width=30),
        Item("valid_from", fixed=True),
        Item("valid_to"),
    ),
    natural_key=("name", "valid_from"),
    order=("position", "name"),
    may_read=may_see_order_lists,
    may_write=may_keep_order_lists,
    search=("name",),
    empty=_("还没有县直部门。采用常用清单或逐个登记后,可以作为承办单位。"),
)


END = Verb(
    "end", _("结束"), "end", act=end_entry, may=may_keep_order_lists, danger=True,
    offered=lambda _user, row: row.valid_to is None,
    explains=_("此人不再看到这个部门收到的单子。"),
    asks=(Ask("valid_to", _("结束日期"), "last day", Kind.DATE),),
)  # fmt: skip
SEATS = Ledger(
    key="department-seats",
    hub="orders",
    model=DepartmentSeat,
    title=_("部门经办人"),
    one=_("部门经办人"),
    title_en="people who answer for departments",
    one_en="department seat",
    items=(
        Item("department", by="name", chosen=True, asked=False, width=24),
        Item("valid_from", asked=False),
        Item("valid_to", asked=False),
    ),
    natural_key=("department", "valid_from"),
    order=("department__position", "id"),
    may_read=may_see_order_lists,
    writable=False,
    removable=False,
    imported=False,
    columns=(Column("person", _("经办人"), path="user__name"),),
    answers=(Field("person", "经办人", "Name of who answers", source="user__name"),),
    verbs=(END,),
    empty=_("还没有部门经办人。没有经办人的部门,由县委组织部代为签收和反馈。"),
)
RULES = Ledger(
    key="order-rules",
    hub="orders",
    model=OrderRule,
    title=_("文种规则"),
    one=_("文种规则"),
    title_en="rules of kinds of orders",
    one_en="rule of a kind of order",
    items=(
        Item("kind", chosen=True, fixed=True),
        Item("prefix", width=8),
        Item("reply_days", width=8),
        Item("next_kind", width=12),
        Item("after_days", width=8),
        Item("valid_from", fixed=True),
        Item("valid_to"),
    ),
    natural_key=("kind", "valid_from"),
    order=("kind", "-valid_from"),
    may_read=may_see_order_lists,
    may_write=may_keep_order_lists,
    imported=False,
    empty=_("还没有文种规则。采用常用规则后,再按本县规定修改。"),
)
LEDGERS = (DEPARTMENTS, SEATS, RULES)
