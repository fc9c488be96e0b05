"""What is wrong with a row, told before the database refuses it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.common.faults import Fault
from villages.db.evaluating import broken, fields_of
from villages.ledgers.declaring import Ledger


def faults_of(ledger: Ledger, row: Any) -> list[Fault]:
    """Faults of the row alone: types, lengths, choices, constraints, the ledger's own rules.

    No query; whether the row stands twice only the database knows (see `twin_fault`).
    """
    return [*_field_faults(row), *_broken(ledger, row), *ledger.check(_values(ledger, row), row)]


def twin_fault(ledger: Ledger, row: Any) -> Fault | None:
    """The fault of a row that another one with the same key forbids. A query per constraint."""
    try:
        row.validate_unique()
        for constraint in row._meta.constraints:
            if not isinstance(constraint, CheckConstraint):
                constraint.validate(type(row), row)
    except ValidationError as error:
        return Fault(_natural_field(ledger), "twin", " ".join(error.messages))
    return None


def refuse(ledger: Ledger, faults: list[Fault]) -> None:
    """Raises `row_invalid` with one message per field where there is any fault."""
    if not faults:
        return
    placed: dict[str, str] = {}
    for fault in faults:
        said = f"{fault.message}{fault.hint}"
        placed[fault.field] = f"{placed[fault.field]} {said}" if fault.field in placed else said
    whole = placed.pop("", "")
    hint = str(_("请改正标出的位置后再保存,您填写的内容没有丢失。"))
    message = whole or str(_("%s有 %d 处需要改正。")) % (ledger.one, len(placed))
    raise DomainError("row_invalid", message, hint, **placed)


def _field_faults(row: Any) -> list[Fault]:
    # Keys are resolved among visible rows before; the library would ask the database for each.
    keys = {field.name for field in row._meta.fields if field.is_relation}
    try:
        row.clean_fields(exclude={*keys, "uid", "version"})
    except ValidationError as error:
        return [
            Fault(name, "invalid", " ".join(texts)) for name, texts in error.message_dict.items()
        ]
    return []


def _broken(ledger: Ledger, row: Any) -> list[Fault]:
    return [
        Fault(_place(ledger, constraint), constraint.name, str(constraint.violation_error_message))
        for constraint in broken(row)
    ]


def _place(ledger: Ledger, constraint: CheckConstraint) -> str:
    """The last field that the condition names: it compares that one with the others."""
    condition = constraint.condition
    named = fields_of(condition) if isinstance(condition, Q) else []
    known = {one.name for one in ledger.asked}
    return next((name for name in reversed(named) if name in known), "")


def _natural_field(ledger: Ledger) -> str:
    asked = {one.name for one in ledger.asked}
    return next((name for name in reversed(ledger.natural_key) if name in asked), "")


def _values(ledger: Ledger, row: Any) -> dict[str, Any]:
    return {one.name: getattr(row, one.name) for one in ledger.items if _is_set(row, one.name)}


def _is_set(row: Any, name: str) -> bool:
    field = row._meta.get_field(name)
    return not field.is_relation or getattr(row, field.attname) is not None
