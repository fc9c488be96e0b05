"""Who is waited for, for what, and by when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rectification.supervision.choices import ExtensionAnswer
from rectification.supervision.figures.lights import answer_due, sign_due
from rectification.supervision.models import OrderExtension, OrderUnit
from rectification.supervision.states import OrderStatus, UnitStatus
from villages import workdays
from villages.common.workdays import Adjusted


@dataclass(frozen=True)
class Waiting:
    """Somebody and what is expected of them by a day (None: no day is fixed)."""

    who: str
    what: str
    due_on: date | None
    by_house: bool

    @property
    def words(self) -> str:
        """Such as 等柳林镇签收."""
        return _("等%(who)s%(what)s") % {"who": self.who, "what": self.what}

    def is_late(self, on: date) -> bool:
        """Whether the day is over."""
        return self.due_on is not None and self.due_on < on


def waits_for(part: OrderUnit, on: date, calendar: Adjusted) -> Waiting | None:
    """What has to happen next with a part; None where nothing has. No query."""
    if part.status == UnitStatus.PREPARED:
        return _paper(part)
    house, unit = part.order.from_name, part.unit_name
    verify_by = answer_due(part, on, calendar)
    return {
        UnitStatus.ISSUED: Waiting(unit, _("签收"), sign_due(part, on, calendar), False),
        UnitStatus.RECEIVED: Waiting(unit, _("反馈"), part.due_on, False),
        UnitStatus.RETURNED: Waiting(unit, _("重新反馈"), part.due_on, False),
        UnitStatus.REPLIED: Waiting(house, _("核查"), verify_by, True),
        UnitStatus.VERIFIED: Waiting(house, _("办结销号"), verify_by, True),
    }.get(UnitStatus(part.status))


def waiting_of(parts: Iterable[OrderUnit], on: date) -> dict[int, tuple[Waiting, ...]]:
    """Who is waited for in each part by key, requests for more time included. One query."""
    found, calendar = list(parts), workdays.adjusted()
    asking = OrderExtension.objects.filter(unit__in=found, answer=ExtensionAnswer.WAITING)
    keys = set(asking.values_list("unit_id", flat=True))
    return {one.pk: _all(one, on, calendar, asks=one.pk in keys) for one in found}


def _all(part: OrderUnit, on: date, calendar: Adjusted, *, asks: bool) -> tuple[Waiting, ...]:
    first = waits_for(part, on, calendar)
    granting = Waiting(part.order.from_name, _("审批延期"), part.due_on, True) if asks else None
    return tuple(one for one in (first, granting) if one is not None)


def _paper(part: OrderUnit) -> Waiting | None:
    """Before it is out, its own house is waited for."""
    what = {OrderStatus.DRAFT: _("审核"), OrderStatus.REVIEWED: _("签发")}
    step = what.get(OrderStatus(part.order.status))
    return Waiting(part.order.from_name, step, None, True) if step else None
