"""By when a unit whose reply was not enough replies once more."""

from datetime import date

from django.utils.translation import gettext as _

from rectification.supervision.models import OrderUnit
from rectification.supervision.parameters.orders import RETURN
from villages import parameters, workdays
from villages.common.errors import DomainError
from villages.common.workdays import add_workdays


def again_by(part: OrderUnit, on: date, stated: date | None) -> date:
    """The day that whoever returns states, else the county's working days after that; a day in
    force that is later stays. Raises `order_again_short` for a day that leaves less."""
    usual = _usual(part, on)
    if stated is not None and stated < usual:
        words = _("重新反馈的时限不能早于 %s。") % usual.isoformat()
        hint = _("退回后要给承办单位留足县里规定的工作日,也不能早于原时限;可以留空。")
        raise DomainError("order_again_short", words, hint, due_on=words)
    return stated or usual


def said_with(text: str, part: OrderUnit, day: date) -> str:
    """The words of the event, with the day where it is a new one."""
    if part.due_on == day:
        return text
    told = _("重新反馈的时限为 %s。") % day.isoformat()
    return " ".join(filter(None, (text.strip(), told)))


def _usual(part: OrderUnit, on: date) -> date:
    days = int(parameters.value(RETURN.key, on=on, county=part.county_code))
    following = add_workdays(on, days, workdays.adjusted())
    return max(part.due_on, following) if part.due_on else following
