"""Numbers as people write them in sheets, read exactly."""

import re
from decimal import Decimal

from villages.common.readings import MISSING_MARKS, Reading, Repair, Unreadable, plain

_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<digits>[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]+)(?P<rest>\.[0-9]+|\.(?![0-9]))?"
    r"(?P<exponent>[eE][+-]?[0-9]{1,2})?"
    r" ?(?P<scale>[百千万亿]?) ?(?P<base>[^0-9\s.,+-]{0,6})"
)
# Most text cells are this; they need no repair.
_PLAIN = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")
_BRACKETS = re.compile(r"[(（](?P<inner>[0-9][^()（）]*)[)）]")
_UNIT_WORDS = frozenset("元亩人户个名次家件条处座栋眼口头只棵天年月岁%里米斤吨㎡") | {
    "公里",
    "公斤",
    "平米",
    "平方",
    "平方米",
}
_UNIT = re.compile(r"(?P<scale>[百千万亿]?)(?P<base>.*)")
# Binary floats carry 15 decimal digits; what follows was never typed.
_FLOAT_DIGITS = 15
# Whole digits that a 64-bit column of fen can hold, and digits that Decimal keeps exactly.
_MOST_WHOLE = 18
_CONTEXT_DIGITS = 28


def parse_number(raw: object, unit: str = "") -> Reading[Decimal]:
    """The number in a cell, in the column's `unit`; None for blanks and marks such as `—`.

    A scale word counts against the unit of the column: `3.5万` is 35000 in a column of 元 and
    3.5 in a column of 万元. Accepts full-width digits, thousands separators, the column's unit
    word, currency signs and accounting brackets, each listed as a repair. Raises `Unreadable`
    with `not_a_number`, `other_unit` (12 亩 in a column of 元) or `number_too_large`.
    """
    if raw is None:
        return Reading(None)
    if isinstance(raw, str):
        return _from_text(raw, unit)
    if isinstance(raw, int | float | Decimal) and not isinstance(raw, bool):
        return _from_cell(raw)
    raise Unreadable("not_a_number", raw)


def parse_count(raw: object, unit: str = "") -> Reading[int]:
    """A whole number, zero or more. Raises `Unreadable` also with `not_whole` and `negative`."""
    reading = parse_number(raw, unit)
    if reading.value is None:
        return Reading(None, reading.repairs)
    if reading.value != reading.value.to_integral_value():
        raise Unreadable("not_whole", raw)
    if reading.value < 0:
        raise Unreadable("negative", raw)
    return Reading(int(reading.value), reading.repairs)


def _from_cell(raw: Decimal | int | float) -> Reading[Decimal]:
    exact = raw if isinstance(raw, Decimal) else Decimal(repr(raw))
    if not exact.is_finite():
        raise Unreadable("not_a_number", raw)
    if not isinstance(raw, float):
        return Reading(_bounded(exact, raw))
    typed = Decimal(format(raw, f".{_FLOAT_DIGITS}g"))
    return Reading(_bounded(typed, raw), () if typed == exact else (Repair.FLOAT_NOISE,))


def _from_text(raw: str, unit: str) -> Reading[Decimal]:
    if _PLAIN.fullmatch(raw):
        return Reading(Decimal(raw) or Decimal(0))
    text, repairs = plain(raw)
    if not text:
        return Reading(None)
    if text in MISSING_MARKS:
        return Reading(None, (*repairs, Repair.BLANK_MARK))
    text = _signs(text, repairs)
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise Unreadable("not_a_number", raw)
    value = _scaled(_value(match, repairs), match, unit, repairs, raw)
    return Reading(_bounded(value, raw), tuple(dict.fromkeys(repairs)))


def _signs(text: str, repairs: list[Repair]) -> str:
    """The text with plain signs only: minus, decimal point, comma, no currency, no brackets."""
    steps = (
        (r"^[−–](?=[0-9])", "-", Repair.MINUS_SIGN),
        (r"(?<=[0-9])。(?=[0-9])", ".", Repair.DECIMAL_POINT),
        (r"(?<=[0-9])，(?=[0-9]{3})", ",", Repair.THOUSANDS),
        (r"^(-?)(?:[¥￥$]|人民币|RMB) ?(?=[0-9])", r"\1", Repair.CURRENCY),
    )
    if match := _BRACKETS.fullmatch(text):
        text = f"-{match['inner'].strip()}"
        repairs.append(Repair.BRACKETS)
    for pattern, plain_sign, repair in steps:
        text, times = re.subn(pattern, plain_sign, text)
        repairs.extend([repair] * bool(times))
    return text


def _value(match: re.Match[str], repairs: list[Repair]) -> Decimal:
    digits = re.sub(r"[, ]", "", match["digits"])
    if digits != match["digits"]:
        repairs.append(Repair.THOUSANDS)
    if match["exponent"]:
        repairs.append(Repair.SCIENTIFIC)
    rest = (match["rest"] or "").rstrip(".")
    return Decimal(f"{match['sign']}{digits}{rest}{match['exponent'] or ''}")


def _scaled(
    value: Decimal, match: re.Match[str], unit: str, repairs: list[Repair], raw: str
) -> Decimal:
    """The value in the column's unit; a bare number already is."""
    scale, base = match["scale"], match["base"]
    if not scale and not base:
        return value
    column = _UNIT.fullmatch(unit)
    column_scale, column_base = (column["scale"], column["base"]) if column else ("", "")
    if base and base != (column_base or "元"):
        raise Unreadable("other_unit" if base in _UNIT_WORDS else "not_a_number", raw)
    repairs.append(Repair.UNIT_WORD if scale == column_scale else Repair.SCALED)
    return value * _SCALES[scale] / _SCALES[column_scale]


def _bounded(value: Decimal, raw: object) -> Decimal:
    if not value:
        return Decimal(0)
    if value.adjusted() >= _MOST_WHOLE or len(value.as_tuple().digits) >= _CONTEXT_DIGITS:
        raise Unreadable("number_too_large", raw)
    return value
