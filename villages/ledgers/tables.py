"""The list of a ledger: columns, order and search words from its declaration."""

from functools import cache

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from villages.common.columns import Column, ListSpec
from villages.ledgers.columns import VILLAGE, column, place_columns
from villages.ledgers.declaring import Ledger


@cache
def list_spec(ledger: Ledger) -> ListSpec:
    """Place, listed items, then what the ledger annotates. Restricted items are never there."""
    columns = (*place_columns(ledger), *_own(ledger), *ledger.columns)
    return ListSpec(
        key=ledger.key,
        title=ledger.title,
        columns=columns,
        order=_order(ledger),
        row_url=ledger.page or f"ledgers:{ledger.key}_row",
        row_arg="uid",
        row_label=columns[0].key,
        search=_search(ledger),
        empty=ledger.empty or format_lazy(_("还没有{}。登记或导入后显示在这里。"), ledger.title),
    )


def _own(ledger: Ledger) -> list[Column]:
    return [
        column(ledger, one)
        for one in ledger.items
        if one.listed and not one.seen_by and one.name != VILLAGE
    ]


def _order(ledger: Ledger) -> tuple[str, ...]:
    if ledger.order:
        return ledger.order
    place = "village__code" if ledger.about_village else "county_code"
    return (place, f"-{ledger.month}") if ledger.month else (place,)


def _search(ledger: Ledger) -> tuple[str, ...]:
    return (*ledger.search, "village__search_text") if ledger.about_village else (*ledger.search,)
