"""The fields of a form under the headings of the ledger, with what stands beside each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.ledgers.declaring import Ledger
from villages.ledgers.forms.building import RowForm


@dataclass(frozen=True)
class Line:
    """One field; `echo` tells a large amount in 万元 (None where there is no money), `theirs` what
    somebody else saved."""

    field: Any
    echo: str | None = None
    theirs: str = ""

    @property
    def wide(self) -> bool:
        """Long texts take a line of their own."""
        return isinstance(self.field.field.widget, forms.Textarea)


@dataclass(frozen=True)
class Group:
    """Fields under one heading; without one where the ledger has no sections."""

    title: Any
    lines: list[Line]


def groups(ledger: Ledger, form: RowForm, theirs: Mapping[str, str]) -> list[Group]:
    """All fields once, in the order of the sections, the rest behind."""
    echoes = form.echoes
    left = {one.name: Line(one, echoes.get(one.name), theirs.get(one.name, "")) for one in form}
    found = [
        Group(title, [left.pop(name) for name in names if name in left])
        for title, names in ledger.sections
    ]
    rest = Group(_("其他内容") if found else "", list(left.values()))
    return [one for one in (*found, rest) if one.lines]
