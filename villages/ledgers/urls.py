"""Addresses of ledgers, made from their declarations: only what makes sense for each."""

from collections.abc import Iterator

from django.urls import URLPattern, path

from villages.ledgers.declaring import Ledger, ledgers
from villages.ledgers.views import edit, new, remove, row, rows, verb

app_name = "ledgers"


def addresses(ledger: Ledger) -> Iterator[URLPattern]:
    """List, row, and what may be done; fixed words stand before the key of a row."""
    key = ledger.key
    yield path(f"{key}/", rows.make(ledger), name=key)
    if ledger.writable:
        yield path(f"{key}/new/", new.make(ledger), name=f"{key}_new")
    yield path(f"{key}/<str:uid>/", row.make(ledger), name=f"{key}_row")
    if ledger.writable:
        yield path(f"{key}/<str:uid>/edit/", edit.make(ledger), name=f"{key}_edit")
    if ledger.writable and ledger.removable:
        yield path(f"{key}/<str:uid>/remove/", remove.make(ledger), name=f"{key}_remove")
    for one in ledger.verbs:
        view, name = verb.make(ledger, one), f"{key}_do_{one.key}"
        yield path(f"{key}/<str:uid>/{one.key}/", view, name=name)


urlpatterns = [each for one in ledgers().values() for each in addresses(one)]
