"""Drafts come into being: written by a person, or by the system for a person to send."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.actions.standing import require_house
from rectification.supervision.actions.stepping import name_of, put_on_record, require_day
from rectification.supervision.actions.storing import store
from rectification.supervision.choices import OrderKind
from rectification.supervision.models import SupervisionOrder
from villages.accounts.actors import ServiceActor
from villages.accounts.models import User
from villages.common.scope import COUNTY
from villages.models import County, Township

DRAFTED = "drafted"


def make_draft(
    house: str, *, by: Any, on: date, kind: OrderKind | str, subject: str, requirement: str,
    **rest: Any,
) -> SupervisionOrder:  # fmt: skip
    """A draft of a house. People draft for their own house alone (`order_side`); what the system
    drafts has no author, so that anybody of the house may look at it and send it."""
    require_day(on, None)
    row = SupervisionOrder(
        county_code=house[:COUNTY], from_code=house, from_name=house_name(house), kind=kind,
        subject=subject.strip(), requirement=requirement.strip(), author_name=name_of(by),
        author=by if isinstance(by, User) else None,
        **{name: one.strip() if isinstance(one, str) else one for name, one in rest.items()},
    )  # fmt: skip
    require_drafter(by, row)
    store(row)
    put_on_record(row, None, DRAFTED, by=by, on=on, text=row.subject)
    return row


def require_drafter(by: Any, order: SupervisionOrder) -> None:
    """Somebody of the house, or the system itself. Raises `order_side`."""
    if not isinstance(by, ServiceActor):
        require_house(by, order)


def house_name(code: str) -> str:
    """A house as printed: the county's organization department, or the township."""
    if len(code) > COUNTY:
        return Township.objects.get(code=code).name
    county = County.objects.get(code=code)
    return county.department_name or _("%s委组织部") % county.name
