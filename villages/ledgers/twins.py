"""Uniqueness of many rows: in memory inside the batch, by one query each against the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, UniqueConstraint
from django.utils.translation import gettext as _

from villages.common.faults import Fault
from villages.db.evaluating import NotPlainError, judged
from villages.ledgers.declaring import Ledger
from villages.ledgers.drafts import Draft

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Unique:
    """Fields that no two rows share, among the rows that meet the condition."""

    fields: tuple[str, ...]
    condition: Q | None = None
    message: str = ""

    def key(self, row: Any) -> Key | None:
        """What the row occupies; None where it occupies nothing, as with an unknown value."""
        if self.condition is not None and judged(self.condition, row) is not True:
            return None
        key = tuple(getattr(row, row._meta.get_field(name).attname) for name in self.fields)
        return None if None in key else key


def refuse_twins(ledger: Ledger, drafts: Sequence[Draft]) -> None:
    """Blames rows that stand elsewhere already, and the later of two in the batch.

    One query per unique constraint. Constraints over expressions are asked row by row.
    """
    for one in uniques(ledger.model):
        try:
            _refuse(ledger, one, drafts)
        except NotPlainError:
            _ask_each(ledger, drafts, one)


def uniques(model: Any) -> Iterator[Unique]:
    """What must be unique, uid and key of the table aside."""
    for field in model._meta.concrete_fields:
        if field.unique and not field.primary_key and field.name != "uid":
            yield Unique((field.name,))
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint):
            words = str(constraint.violation_error_message or "")
            yield Unique(tuple(constraint.fields), constraint.condition, words)


def _refuse(ledger: Ledger, unique: Unique, drafts: Sequence[Draft]) -> None:
    if not unique.fields:
        raise NotPlainError
    live = [one for one in drafts if one.is_good]
    keys = [unique.key(one.row) for one in live]
    taken = _elsewhere(ledger, unique, live, {key for key in keys if key is not None})
    for key, one in zip(keys, live, strict=True):
        if key is None:
            continue
        if key in taken:
            one.blame(_fault(ledger, unique))
        taken.add(key)


def _elsewhere(ledger: Ledger, unique: Unique, live: list[Draft], keys: set[Key]) -> set[Key]:
    """The keys among these that rows outside the batch hold. One query."""
    if not keys:
        return set()
    names = [ledger.model._meta.get_field(name).attname for name in unique.fields]
    rows = ledger.model._base_manager.all()
    if unique.condition is not None:
        rows = rows.filter(unique.condition)
    for name, parts in zip(names, zip(*keys, strict=True), strict=True):
        rows = rows.filter(**{f"{name}__in": set(parts)})
    mine = {one.row.pk for one in live if not one.is_new}
    return {tuple(key) for pk, *key in rows.values_list("pk", *names) if pk not in mine} & keys


def _ask_each(ledger: Ledger, drafts: Sequence[Draft], unique: Unique) -> None:
    for one in drafts:
        try:
            if one.is_good:
                one.row.validate_constraints()
        except ValidationError as error:
            one.blame(Fault(_field(ledger, unique), "twin", " ".join(error.messages)))


def _fault(ledger: Ledger, unique: Unique) -> Fault:
    words = unique.message or _("已有同样的一条%s。") % ledger.one
    return Fault(_field(ledger, unique), "twin", words, _("请核对,或更正已有的那一条。"))


def _field(ledger: Ledger, unique: Unique) -> str:
    asked = {one.name for one in ledger.asked}
    return next((name for name in reversed(unique.fields) if name in asked), "")
