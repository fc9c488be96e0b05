"""Two people changed one row: what the other one saved, beside what this one typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from villages.ledgers.columns import unit_of
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.forms.building import RowForm
from villages.ledgers.history import last_change
from villages.ledgers.showing import shown


@dataclass(frozen=True)
class Conflict:
    """Who saved when; `theirs` are the saved words of fields that both changed, `taken` the labels
    of fields that only the other one changed: the form holds them by now."""

    when: str
    who: str
    theirs: dict[str, str]
    taken: list[str]


def conflict_of(ledger: Ledger, row: Any, form: RowForm, fresh: RowForm) -> Conflict:
    """The row as it is now against the cleaned form. `fresh` is the unbound form of that row."""
    when, who = last_change(ledger, row)
    mine, others = set(form.changed_data), set(_changed_by_others(form, fresh))
    differing = [
        name
        for name, value in form.values.items()
        if name in others and not _same(value, getattr(row, name))
    ]
    theirs = {
        name: _with_unit(ledger, ledger.item(name), row) or str(_("(空)"))
        for name in differing
        if name in mine
    }
    taken = [str(form.fields[name].label) for name in differing if name not in mine]
    return Conflict(when, who, theirs, taken)


def _changed_by_others(form: RowForm, fresh: RowForm) -> Iterator[str]:
    """Fields that no longer stand as the page showed them."""
    for bound in fresh:
        if form.data.get(bound.html_initial_name) != _as_text(bound.value()):
            yield bound.name


def merged(typed: QueryDict, form: RowForm, fresh: RowForm) -> QueryDict:
    """What was typed; fields that were left as they stood now hold what stands there.

    An empty box sends nothing that counts as yes.
    """
    data, touched = typed.copy(), set(form.changed_data)
    for bound in fresh:
        data[bound.html_initial_name] = _as_text(bound.value())
        if bound.name not in touched:
            data[bound.html_name] = "" if bound.value() is False else _as_text(bound.value())
    return data


def _as_text(value: Any) -> str:
    """As the page carries it unseen."""
    return "" if value is None else str(value)


def _with_unit(ledger: Ledger, item: Item, row: Any) -> str:
    text = shown(ledger, item, row)
    return f"{text} {unit_of(ledger, item)}".strip() if text and not text.endswith("%") else text


def _same(mine: Any, saved: Any) -> bool:
    """Choices of numbers arrive as text; nothing and "" are one."""
    return mine == saved or _as_text(mine) == _as_text(saved)
