"""One value as the XML of one cell. Text is always inline text, never a formula."""

import math
import re
from datetime import date, datetime
from decimal import Decimal
from html import escape

from django.utils.translation import gettext as _

from villages.common.clock import ZONE
from villages.common.text import strip_illegal
from villages.lists.sheets.shape import Value

# Excel keeps 15 digits of a number and 32,767 characters of a text.
_EXACT = 10**15
_LONGEST = 32_767
_EPOCH = date(1899, 12, 30)
# Before this day Excel's calendar has a leap day that never was.
_FIRST_DAY = date(1900, 3, 1)
_FORMULA = frozenset("=+-@\t")
# A text that happens to look like an escape of the file format must be escaped itself.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def text_xml(ref: str, style: int, value: str) -> str:
    """A cell of text."""
    shown = _ESCAPE.sub("_x005F_", strip_illegal(value).replace("\r\n", "\n").replace("\r", "\n"))
    shown = escape(shown[:_LONGEST], quote=False)
    keep = ' xml:space="preserve"' if shown != shown.strip() or "\n" in shown else ""
    return f'<c r="{ref}" s="{style}" t="inlineStr"><is><t{keep}>{shown}</t></is></c>'


def number_xml(ref: str, style: int, digits: str) -> str:
    """A cell of a number."""
    return f'<c r="{ref}" s="{style}"><v>{digits}</v></c>'


def cell_xml(ref: str, style: int, guarded: int, value: Value) -> str:
    """A cell of any value. `guarded` is the style that keeps a text a text when it is edited."""
    match value:
        case None | "":
            return f'<c r="{ref}" s="{style}"/>'
        case str():
            return text_xml(ref, guarded if value[0] in _FORMULA else style, value)
        case bool():
            return text_xml(ref, style, _("是") if value else _("否"))
        case int():
            exact = -_EXACT < value < _EXACT
            return number_xml(ref, style, str(value)) if exact else text_xml(ref, style, str(value))
        case _:
            return _other(ref, style, value)


def _other(ref: str, style: int, value: float | Decimal | date) -> str:
    match value:
        case Decimal():
            return _decimal(ref, style, value)
        case float():
            finite = math.isfinite(value)
            return number_xml(ref, style, repr(value)) if finite else cell_xml(ref, style, 0, None)
        case _:
            serial = _serial(value)
            if serial is None:
                return text_xml(ref, style, value.isoformat())
            return number_xml(ref, style, serial)


def _decimal(ref: str, style: int, value: Decimal) -> str:
    if not value.is_finite():
        return cell_xml(ref, style, 0, None)
    written = format(value, "f")
    significant = len(written.lstrip("-0.").replace(".", ""))
    exact = significant <= 15
    return number_xml(ref, style, written) if exact else text_xml(ref, style, written)


def _serial(value: date) -> str | None:
    """Days since the epoch of spreadsheets; None for days they cannot hold."""
    moment = value.astimezone(ZONE) if isinstance(value, datetime) and value.tzinfo else value
    day = moment.date() if isinstance(moment, datetime) else moment
    if day < _FIRST_DAY:
        return None
    days = (day - _EPOCH).days
    if not isinstance(moment, datetime):
        return str(days)
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return repr(days + seconds / 86_400)
