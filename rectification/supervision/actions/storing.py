"""Storing rows that actions make: checked in words before the database refuses them."""

from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, Model
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.ledgers.keeping import refuse_broken

Row = TypeVar("Row", bound=Model)


def store(row: Row) -> Row:
    """The row, saved. Raises `order_invalid` with a message for each field, and the words of the
    constraint that it would break."""
    refuse_unfit(row)
    refuse_broken(row)
    _refuse_twin(row)
    row.save()
    return row


def refuse_unfit(row: Any) -> None:
    """Texts too long, words of no list (`order_invalid`). Keys were chosen among visible rows."""
    keys = {field.name for field in row._meta.fields if field.is_relation}
    try:
        row.clean_fields(exclude={*keys, "uid", "version", *_empty(row)})
    except ValidationError as error:
        fields = {name: " ".join(texts) for name, texts in error.message_dict.items()}
        labels = "、".join(str(row._meta.get_field(name).verbose_name) for name in fields)
        words = _("%s的填写有误。") % labels
        raise DomainError("order_invalid", words, _("请改正后再保存。"), **fields) from error


def _empty(row: Any) -> set[str]:
    """What is left empty: the constraints say in better words where that is wrong."""
    return {one.name for one in row._meta.fields if getattr(row, one.attname) in ("", None)}


def _refuse_twin(row: Any) -> None:
    for constraint in row._meta.constraints:
        if isinstance(constraint, CheckConstraint):
            continue
        try:
            constraint.validate(type(row), row)
        except ValidationError as error:
            raise DomainError(constraint.name, " ".join(error.messages)) from error
