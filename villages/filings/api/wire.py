"""Values of inputs as JSON, and as the texts that a draft keeps."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from villages.common.columns import Kind
from villages.common.money import json_yuan
from villages.filings import values
from villages.filings.declaring import FilingInput
from villages.rest.wire import WIRES

SCHEMA: dict[str, Any] = {"type": ["integer", "string", "boolean", "null"]}
_WRITTEN = frozenset({Kind.YUAN, Kind.DECIMAL})


def shown(one: FilingInput, value: Any) -> Any:
    """A stored value: money a decimal text of yuan, a date its ISO text, a choice its code."""
    match value:
        case int() if one.kind is Kind.YUAN:
            return json_yuan(value)
        case Decimal() | date():
            return str(value)
        case _:
            return value


def text_of(one: FilingInput, given: Any) -> str:
    """What a person would have typed; empty for null. ValueError says in words what is wrong."""
    if given is None:
        return ""
    text = _typed(one, given)
    if fault := values.read(one, text).fault:
        raise ValueError(fault)
    return text


def _typed(one: FilingInput, given: Any) -> str:
    """Types are strict: 12 is a count, "35000.00" an amount, true an answer."""
    match given:
        case bool() if one.kind is Kind.BOOLEAN:
            return values.show(one, given)
        case int() if one.kind is Kind.INTEGER and not isinstance(given, bool):
            return str(given)
        case str() if one.choices:
            return _choice(one, given)
        case str() if one.kind in _WRITTEN:
            return _number(given)
        case str() if one.kind is Kind.DATE:
            return given
    raise ValueError(wanted(one))


def _choice(one: FilingInput, given: str) -> str:
    if given not in dict(one.choices):
        codes = "、".join(key for key, _label in one.choices)
        raise ValueError(_("应为下列代码之一:%s。") % codes)
    return values.show(one, given)


def _number(given: str) -> str:
    try:
        return str(WIRES[Kind.DECIMAL].read(given))
    except ValueError as error:
        raise ValueError(_('应为写成文本的数字,例如 "35000.00"。')) from error


def wanted(one: FilingInput) -> str:
    """What kind of JSON value an input takes."""
    words = {
        Kind.INTEGER: _("应为 JSON 整数,例如 12。"),
        Kind.YUAN: _('应为写成文本的元数,例如 "35000.00"。'),
        Kind.DECIMAL: _('应为写成文本的数字,例如 "12.50"。'),
        Kind.BOOLEAN: _("应为 true 或 false。"),
        Kind.DATE: _('应为日期文本,例如 "2026-10-15"。'),
    }
    return words.get(one.kind, _("应为选项的代码。"))
