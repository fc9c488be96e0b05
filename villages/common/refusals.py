"""A refusal by an action becomes messages at the fields of the form that asked for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from villages.common.errors import DomainError


@contextmanager
def refusals_in(form: Any) -> Iterator[None]:
    """Inside, a `DomainError` is added to the form; afterwards `form.is_valid()` says whether."""
    try:
        yield
    except DomainError as error:
        placed = {name: text for name, text in error.fields.items() if name in form.fields}
        for name, text in placed.items():
            form.add_error(name, text)
        if not placed or str(error) not in placed.values():
            form.add_error(None, str(error))
