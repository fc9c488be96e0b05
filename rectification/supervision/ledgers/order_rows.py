"""How rows of the ledger of orders begin, what they take when, and what is told of them."""

from datetime import date
from typing import Any

from django.db.models import Case, TextField, Value, When
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions import drafting
from rectification.supervision.actions.making import DRAFTED, house_name
from rectification.supervision.actions.standing import require_house
from rectification.supervision.actions.stepping import name_of, put_on_record
from rectification.supervision.choices import UnitRole
from rectification.supervision.ledgers.naming import departments_named, townships_named
from rectification.supervision.models import SupervisionOrder
from rectification.supervision.perms import may_draft_orders
from rectification.supervision.sides import is_house
from rectification.supervision.states import OPEN_DRAFTS
from villages.accounts.models import User
from villages.common import clock
from villages.common.columns import Kind
from villages.common.scope import COUNTY
from villages.ledgers.declaring import Ask, Verb


def while_draft(row: Any) -> bool:
    """Items take another value while nobody outside has seen the paper."""
    return row.status in OPEN_DRAFTS


def begin(row: SupervisionOrder, by: Any) -> None:
    """A new draft is that of its author's house; nobody else's people change it.

    Raises `no_house`, `order_side`.
    """
    if row.pk is None:
        row.from_code = drafting.own_house(by)
        row.county_code, row.from_name = row.from_code[:COUNTY], house_name(row.from_code)
        row.author, row.author_name = by if isinstance(by, User) else None, name_of(by)
    require_house(by, row)


def drafted(row: SupervisionOrder, before: dict[str, Any], by: Any) -> None:
    """A new draft has its first event."""
    if not before:
        put_on_record(row, None, DRAFTED, by=by, on=clock.today(), text=row.subject)


def on_paper(rows: Any, _on: date) -> Any:
    """Rows with the number as printed."""
    text = TextField()
    printed = Concat(
        "prefix", Value("〔"), Cast("year", text), Value("〕"), Cast("number", text), Value("号"),
        output_field=text,
    )  # fmt: skip
    return rows.annotate(
        printed_number=Case(
            When(number=None, then=Value("", output_field=text)), default=printed,
            output_field=text,
        )
    )  # fmt: skip


def _address(
    row: SupervisionOrder, *, by: Any, townships: str = "", departments: str = "",
    role: str = UnitRole.LEAD, due_on: date | None = None,
) -> SupervisionOrder:  # fmt: skip
    """Units are named by code and by name, several with 、 between them."""
    drafting.add_units(
        row, by=by, townships=townships_named(row.county_code, townships or ""),
        departments=departments_named(row.county_code, departments or ""),
        role=UnitRole(role or UnitRole.LEAD), due_on=due_on,
    )  # fmt: skip
    return row


ADDRESS = Verb(
    "address", _("添加承办单位"), "address to units", act=_address, may=may_draft_orders,
    offered=lambda user, row: while_draft(row) and is_house(user, row),
    explains=_("也可以在“选择承办单位”里一次勾选,并看到各单位手上还有什么。"),
    asks=(
        Ask("townships", _("乡镇代码"), "codes of townships", required=False, most=400,
            about_zh=_("九位代码,多个用顿号分开。"),
            about_en="Nine digits each, with commas between them."),
        Ask("departments", _("部门名称"), "names of departments", required=False, most=400,
            about_zh=_("与县直部门清单一致,多个用顿号分开。"),
            about_en="As in the ledger departments, with commas between them."),
        Ask("role", _("分工"), "role", Kind.CHOICE, required=False, choices=UnitRole.choices,
            about_zh=_("留空为主办。"), about_en="lead when empty."),
        Ask("due_on", _("办理时限"), "due on", Kind.DATE, required=False,
            about_zh=_("留空按整张单子的时限。"), about_en="That of the order when empty."),
    ),
)  # fmt: skip
