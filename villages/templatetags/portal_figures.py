"""Filters that write figures, periods, lights and private numbers as people read them."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from villages.common import money, text
from villages.common.errors import DomainError
from villages.common.periods import Month, Period, parse_period

register = template.Library()

GAP = "—"
LEVEL_WORDS = {
    "red": _("红色预警"),
    "yellow": _("黄色预警"),
    "green": _("绿色正常"),
    "grey": _("未评"),
}


@register.filter
def dash(value: Any) -> Any:
    """The value, or a dash where there is none; zero is a value."""
    return GAP if value is None or value == "" else value


@register.filter
def yuan(fen: int | None) -> str:
    """Fen as yuan: `1,234.50`."""
    return GAP if fen is None else money.yuan_text(fen)


@register.filter
def wan(fen: int | None) -> str:
    """Fen as ten thousand yuan (万元): `12.50`."""
    return GAP if fen is None else money.wan_text(fen)


@register.filter
def percent(value: Decimal | float | None) -> str:
    """A percentage (21.88) with its sign: `21.88%`."""
    return GAP if value is None else f"{value}%"


@register.filter
def share(value: Decimal | None) -> str:
    """A share between 0 and 1 (0.2188) as a percentage with two decimals: `21.88%`."""
    return GAP if value is None else f"{money.round_half_up(value * 100, 2)}%"


@register.filter
def period_label(period: Period | str | int | None) -> str:
    """The Chinese name of a period given as value, code (`2026Q4`) or month number (202610)."""
    if isinstance(period, int):
        return Month.from_number(period).label
    if isinstance(period, str) and period:
        return _label_of(period)
    return period.label if isinstance(period, Period) else GAP


def _label_of(code: str) -> str:
    try:
        return parse_period(code).label
    except DomainError:
        return code


@register.filter
def mask_phone(number: str | None) -> str:
    """`138****5678`."""
    return text.mask_phone(number) if number else GAP


@register.filter
def mask_id(number: str | None) -> str:
    """First three and last four characters of an identity number."""
    return text.mask_id_number(number) if number else GAP


@register.filter
def level_word(level: str) -> Any:
    """The word of a light; other text passes unchanged."""
    return LEVEL_WORDS.get(level, level or LEVEL_WORDS["grey"])


@register.filter
def due_words(due_on: date, today: date) -> str:
    """A deadline as a date with the days that are left or over."""
    days = (due_on - today).days
    shown = due_on.strftime("%m-%d")
    if days == 0:
        return str(_("今天截止"))
    if days > 0:
        words = ngettext("%(date)s 前(还有 %(days)d 天)", "%(date)s 前(还有 %(days)d 天)", days)
    else:
        words = ngettext("已超期 %(days)d 天(%(date)s)", "已超期 %(days)d 天(%(date)s)", -days)
    return words % {"date": shown, "days": abs(days)}


@register.filter
def due_tone(due_on: date, today: date) -> str:
    """How a deadline looks: overdue, within three days, or plain."""
    days = (due_on - today).days
    if days < 0:
        return "bad"
    return "waiting" if days <= 3 else "plain"
