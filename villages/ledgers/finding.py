"""From a model or a row to its ledger and its page."""

from functools import cache
from typing import Any

from django.urls import NoReverseMatch, reverse

from villages.ledgers.declaring import Ledger, ledgers


def ledger_of(model: Any) -> Ledger | None:
    """The ledger that keeps rows of this model; None where there is none."""
    return _by_model().get(model)


def row_url(row: Any) -> str:
    """The page of a row; empty where its model has no ledger."""
    ledger = ledger_of(type(row))
    return address(ledger, "row", row.uid) if ledger else ""


def row_name(row: Any) -> str:
    """A row as people call it: by its ledger, else by its own words."""
    ledger = ledger_of(type(row))
    return str(ledger.names(row) if ledger else row)


def address(ledger: Ledger, page: str = "", *args: str) -> str:
    """The list of a ledger, or its `new`, `row`, `edit`, `remove`, `do_…` page; "" if none."""
    name = f"ledgers:{ledger.key}_{page}" if page else f"ledgers:{ledger.key}"
    name = ledger.page if ledger.page and page == "row" else name
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


@cache
def _by_model() -> dict[Any, Ledger]:
    found: dict[Any, Ledger] = {}
    for one in ledgers().values():
        found.setdefault(one.model, one)
    return found
