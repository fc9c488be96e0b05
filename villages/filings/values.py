"""Answers as typed, as kept in a draft, as written to ledgers."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from villages.common.columns import Kind
from villages.common.dates import parse_date
from villages.common.money import json_yuan, to_fen
from villages.common.quantities import parse_count, parse_number
from villages.common.readings import Unreadable
from villages.common.shares import round_half_up
from villages.filings.declaring import FilingInput


@dataclass(frozen=True)
class Typed:
    """What a typed text means: a value, None for an empty cell, or a fault in words."""

    value: Any = None
    fault: str = ""


def read(one: FilingInput, text: str) -> Typed:
    """The value of a typed text. Full-width digits, separators, 万元 and Chinese dates are read."""
    if not text.strip():
        return Typed()
    try:
        value = _value(one, text)
    except (Unreadable, ValueError):
        return Typed(fault=_wanted(one))
    return _bounded(one, value)


def show(one: FilingInput, value: Any) -> str:
    """The value as it stands in a cell."""
    match value:
        case None:
            return ""
        case bool():
            return _("是") if value else _("否")
        case int() if one.kind is Kind.YUAN:
            return json_yuan(value).removesuffix(".00")
        case str() if one.choices:
            return str(dict(one.choices).get(value, value))
        case _:
            return str(value)


def unit_of(one: FilingInput) -> str:
    """The unit that a person types in; money is asked in yuan."""
    return _("元") if one.kind is Kind.YUAN else str(one.unit)


def plain(value: Any) -> Any:
    """The value for JSON; decimals and dates become texts."""
    return str(value) if isinstance(value, Decimal | date) else value


def _value(one: FilingInput, text: str) -> Any:
    match one.kind:
        case Kind.INTEGER:
            return parse_count(text, str(one.unit)).value
        case Kind.YUAN:
            number = parse_number(text, "元").value
            return None if number is None else to_fen(number, "元")
        case Kind.DECIMAL:
            number = parse_number(text, str(one.unit)).value
            return None if number is None else round_half_up(number, one.places)
        case Kind.DATE:
            return parse_date(text).value
        case Kind.BOOLEAN:
            return _WORDS[text.strip()] if text.strip() in _WORDS else _refuse(text)
        case _:
            return _choice(one, text)


_WORDS = {"是": True, "否": False, "有": True, "无": False, "1": True, "0": False, "√": True}


def _choice(one: FilingInput, text: str) -> str:
    known = {str(label): key for key, label in one.choices} | {key: key for key, _l in one.choices}
    tidy = text.strip()
    return known[tidy] if tidy in known else _refuse(text)


def _refuse(text: str) -> Any:
    raise Unreadable("not_allowed", text)


def _bounded(one: FilingInput, value: Any) -> Typed:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        if value < 0:
            return Typed(fault=_("“%s”不能是负数。") % one.label)
        if one.most is not None and value > one.most:
            return Typed(fault=_("“%s”大得不合常理,请核对单位和位数。") % one.label)
    return Typed(value)


def _wanted(one: FilingInput) -> str:
    if one.choices:
        return _("请填写:%s。") % "、".join(str(label) for _key, label in one.choices)
    words = {
        Kind.INTEGER: _("请填写整数,例如 12。"),
        Kind.YUAN: _("请填写金额(元),例如 35000 或 3.5万。"),
        Kind.DECIMAL: _("请填写数字,例如 12.5。"),
        Kind.DATE: _("请填写日期,例如 2026-10-15。"),
        Kind.BOOLEAN: _("请填写“是”或“否”。"),
    }
    return words[one.kind]
