"""One row as people read it: sections of terms with unit and definition."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.common.columns import Column
from villages.ledgers.columns import VILLAGE, column, unit_of
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.dictionary import words_of
from villages.ledgers.finding import ledger_of, row_name, row_url
from villages.ledgers.kinds import is_key
from villages.lists.cells import reader, text_writer


@dataclass(frozen=True)
class Term:
    """A label with its value as text, "" where nothing is known; `hint` is the definition."""

    label: Any
    text: str
    unit: Any = ""
    hint: Any = ""
    href: str = ""
    wide: bool = False


@dataclass(frozen=True)
class Section:
    """Terms under one heading."""

    title: Any
    terms: list[Term]


def sections(ledger: Ledger, row: Any, user: Any, extra: dict[str, Any]) -> list[Section]:
    """What this person may read of the row; `extra` are the values of the further columns."""
    seen = {one.name: one for one in ledger.items if one.seen_by is None or one.seen_by(user)}
    found = [
        Section(title, [_term(ledger, seen.pop(name), row, user) for name in names if name in seen])
        for title, names in ledger.sections
    ]
    rest = [_term(ledger, one, row, user) for one in seen.values()]
    title = _("其他内容") if found else _("登记内容")
    computed = Section(_("计算结果"), [_computed(one, extra) for one in ledger.columns])
    return [one for one in (*found, Section(title, rest), computed) if one.terms]


def shown(ledger: Ledger, item: Item, row: Any) -> str:
    """The value of an item as text, "" where nothing is known."""
    return worded(ledger, item, getattr(row, item.name))


def worded(ledger: Ledger, item: Item, value: Any) -> str:
    """A value of an item as text."""
    if value is None or value == "":
        return ""
    if is_key(ledger, item):
        return str(value.full_name) if item.name == VILLAGE else row_name(value)
    return text_writer(column(ledger, item))(value)


def extra_values(ledger: Ledger, rows: Any, row: Any) -> dict[str, Any]:
    """What the further columns read of this row; `rows` are annotated. A query, if any at all."""
    paths = [path for one in ledger.columns for path in one.reads]
    if not paths:
        return {}
    found: dict[str, Any] = rows.filter(pk=row.pk).values(*dict.fromkeys(paths)).get()
    return found


def _term(ledger: Ledger, item: Item, row: Any, user: Any) -> Term:
    words = words_of(ledger.key, item.name)
    text = shown(ledger, item, row)
    unit = unit_of(ledger, item) if text and not text.endswith("%") else ""
    href = _href(ledger, item, row, user) if text else ""
    return Term(words.zh, text, unit, words.hint, href, item.wide)


def _href(ledger: Ledger, item: Item, row: Any, user: Any) -> str:
    if not is_key(ledger, item):
        return ""
    other = getattr(row, item.name)
    if item.name == VILLAGE:
        return str(other.get_absolute_url())
    target = ledger_of(type(other))
    return row_url(other) if target and target.may_read(user) else ""


def _computed(one: Column, extra: dict[str, Any]) -> Term:
    value = reader(one)(extra)
    text = "" if value is None or value == "" else text_writer(one)(value)
    unit = one.shown_unit if text and not text.endswith("%") else ""
    return Term(one.header, text, unit, one.help, one.href(extra) if one.href else "")


def keys_of(ledger: Ledger) -> Iterator[str]:
    """The lookups that the page of a row reads besides its own fields."""
    for one in ledger.items:
        if is_key(ledger, one):
            yield "village__township" if one.name == VILLAGE else one.name


def fixed_terms(ledger: Ledger, row: Any, user: Any) -> list[Term]:
    """What a form about an existing row only shows: it does not change any more."""
    seen = [one for one in ledger.asked if not one.seen_by or one.seen_by(user)]
    fixed = [one for one in seen if one.fixed or (one.open and not one.open(row))]
    return [_term(ledger, one, row, user) for one in fixed]
