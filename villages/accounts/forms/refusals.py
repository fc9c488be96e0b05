"""Refusals of actions, shown where they belong on the form."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms

from villages.common.errors import DomainError


@contextmanager
def refusals_on(form: forms.BaseForm) -> Iterator[None]:
    """A DomainError inside becomes errors of the fields that it names, else of the whole form."""
    try:
        yield
    except DomainError as error:
        named = {name: text for name, text in error.fields.items() if name in form.fields}
        for name, text in named.items():
            form.add_error(name, text)
        if not named:
            form.add_error(None, str(error))
