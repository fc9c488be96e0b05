"""One cell for people: text by kind, and the little HTML that a kind needs beyond text.

Writers are settled once per page; the loop over rows only calls them.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from html import escape
from typing import Any

from django.utils.translation import gettext as _

from villages.common.clock import ZONE
from villages.common.columns import Column, Kind
from villages.common.money import wan_text, yuan_text
from villages.common.shares import round_half_up

Row = dict[str, Any]
Write = Callable[[Row], str]
EMPTY = "—"


def reader(column: Column) -> Callable[[Row], Any]:
    """The raw value of a column in a row."""
    if column.show is not None:
        return column.show
    source = column.source
    return lambda row: row[source]


def labels(choices: Any) -> dict[str, str]:
    """Stored value → label, of TextChoices, a mapping or pairs, in the language of the moment."""
    pairs = getattr(choices, "choices", choices) or ()
    pairs = pairs.items() if isinstance(pairs, Mapping) else pairs
    return {str(key): str(label) for key, label in pairs}


def colour_words() -> dict[str, str]:
    """The word of each light."""
    return {"red": _("红"), "yellow": _("黄"), "green": _("绿"), "grey": _("未评")}


def text_writer(column: Column) -> Callable[[Any], str]:
    """Gives a value that is not empty as plain text."""
    match column.kind:
        case Kind.DECIMAL:
            return lambda value: f"{round_half_up(exact(value), column.digits):,}"
        case Kind.SHARE:
            return lambda value: f"{round_half_up(exact(value) * 100, column.digits)}%"
        case Kind.CHOICE:
            return _by_label(labels(column.choices))
        case Kind.COLOUR:
            return _by_label(colour_words())
        case _:
            return _PLAIN.get(column.kind, str)


def exact(value: Any) -> Fraction:
    """A number without the noise of binary floats."""
    return Fraction(Decimal(repr(value)) if isinstance(value, float) else value)


def month_text(value: int) -> str:
    """202610 as 2026-10."""
    return f"{value // 100}-{value % 100:02d}"


def instant_text(value: datetime) -> str:
    """The local time to the minute."""
    return value.astimezone(ZONE).strftime("%Y-%m-%d %H:%M")


def _day(value: date) -> str:
    return value.isoformat()[:10]


def _boolean(value: bool) -> str:
    return _("是") if value else _("否")


def _by_label(known: dict[str, str]) -> Callable[[Any], str]:
    return lambda value: known.get(str(value), str(value))


_PLAIN: dict[Kind, Callable[[Any], str]] = {
    Kind.INTEGER: lambda value: f"{value:,}",
    Kind.YUAN: yuan_text,
    Kind.WAN: wan_text,
    Kind.DATE: _day,
    Kind.INSTANT: instant_text,
    Kind.MONTH: month_text,
    Kind.BOOLEAN: _boolean,
}


def html_writer(column: Column) -> Write:
    """Gives the inside of a cell, escaped."""
    read, text = reader(column), text_writer(column)
    finish = _finisher(column, text)

    def write(row: Row) -> str:
        value = read(row)
        return EMPTY if value is None or value == "" else finish(row, value)

    return _linked(column, write) if column.href else write


def _finisher(column: Column, text: Callable[[Any], str]) -> Callable[[Row, Any], str]:
    if column.kind is Kind.COLOUR:
        return lambda _row, value: _light(str(value), text(value))
    if column.light is not None:
        light = column.light
        return lambda row, value: _light(light(row), text(value))
    if column.tone is not None:
        tone = column.tone
        return lambda row, value: _tag(tone(row), text(value))
    if column.kind is Kind.SHARE and column.base:
        base, word = column.base, _("共")
        return lambda row, value: f"{text(value)}<small> {word} {row[base] or 0}</small>"
    return lambda _row, value: escape(text(value))


def _light(level: str, word: str) -> str:
    """Word, shape (by style sheet) and colour; unknown levels read as not evaluated."""
    known = level if level in {"red", "yellow", "green"} else "grey"
    return f'<span class="level-badge level-badge--{known} light">{escape(word)}</span>'


def _tag(tone: str, word: str) -> str:
    """A state in words, as `components/status_tag.html` shows it."""
    return f'<span class="status-tag status-tag--{escape(tone)}">{escape(word)}</span>'


def _linked(column: Column, write: Write) -> Write:
    href = column.href

    def linked(row: Row) -> str:
        address = href(row) if href else ""
        inside = write(row)
        return f'<a href="{escape(address)}">{inside}</a>' if address else inside

    return linked
