"""Two people wrote one notice: what the other one saved, beside what this one typed.

As for rows of ledgers (`villages.ledgers.conflicts`), for a form that belongs to no single table.
"""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from rectification.supervision.forms.notices import VERSION
from rectification.supervision.ledgers.notices import NOTICES
from rectification.supervision.models import Notice
from villages.ledgers.conflicts import Conflict
from villages.ledgers.history import last_change


def conflict_of(row: Notice, form: forms.Form, fresh: forms.Form) -> Conflict:
    """The notice as it is now, in the unbound form `fresh`, against the cleaned `form`."""
    when, who = last_change(NOTICES, row)
    mine, others = set(form.changed_data), _changed_by_others(form, fresh)
    both = [name for name in others if name in mine and _sent(form, name) != _now(fresh[name])]
    theirs = {name: _shown(fresh[name]) or str(_("(空)")) for name in both}
    taken = [str(fresh[name].label) for name in others if name not in mine]
    return Conflict(when, who, theirs, taken)


def merged(typed: QueryDict, form: forms.Form, fresh: forms.Form) -> QueryDict:
    """What was typed; fields that were left as they stood now hold what stands there."""
    data, mine = typed.copy(), set(form.changed_data)
    for bound in fresh:
        if bound.name == VERSION:
            data[VERSION] = str(bound.value())
            continue
        data.setlist(bound.html_initial_name, _now(bound))
        if bound.name not in mine:
            data.setlist(bound.html_name, _boxes(bound))
    return data


def _changed_by_others(form: forms.Form, fresh: forms.Form) -> list[str]:
    """Fields that no longer stand as the page showed them."""
    data: Any = form.data
    return [
        bound.name
        for bound in fresh
        if bound.name != VERSION
        and _plain(data.getlist(bound.html_initial_name)) != _now(bound)
    ]  # fmt: skip


def _now(bound: Any) -> list[str]:
    """What stands there, as the page carries it unseen."""
    value = bound.value()
    several = isinstance(value, list | tuple)
    return _plain([_text(one) for one in value] if several else [_text(value)])


def _sent(form: forms.Form, name: str) -> list[str]:
    data: Any = form.data
    if isinstance(form.fields[name], forms.BooleanField):
        return [str(form.cleaned_data[name])]
    return _plain(data.getlist(form[name].html_name))


def _boxes(bound: Any) -> list[str]:
    """As a form sends it: an empty box sends nothing that counts as yes."""
    if isinstance(bound.field, forms.BooleanField):
        return ["on"] if bound.value() else [""]
    return _now(bound)


def _shown(bound: Any) -> str:
    value, choices = bound.value(), dict(getattr(bound.field, "choices", ()))
    if isinstance(bound.field, forms.BooleanField):
        return str(_("是")) if value else str(_("否"))
    if isinstance(value, list | tuple):
        names = {str(key): str(label) for key, label in choices.items()}
        return "、".join(names.get(str(one), str(one)) for one in value)
    return str(choices.get(value, _text(value)))


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _plain(values: list[str]) -> list[str]:
    """Browsers send ends of lines in their own way; boxes come in the order of the page."""
    return sorted(one.replace("\r\n", "\n").strip() for one in values)
