"""Every ledger's sheet says all that a row needs, and the same row twice changes nothing twice."""

from typing import Any

import pytest

from tests.villages.ledgers.world import cells_of, fitting
from villages.accounts.actors import COMMAND_LINE
from villages.common import clock
from villages.common.periods import Month
from villages.imports.declaring import SheetKind, sheet_kinds
from villages.imports.examining import Examined, Wish, examine_book
from villages.imports.header_words import tidy
from villages.imports.reading.run import Book, Sheet
from villages.ledgers.declaring import Ledger, ledgers
from villages.ledgers.dictionary import words_of
from villages.ledgers.sheets.columns import items_of, key_of
from villages.ledgers.sheets.making import missing_columns

pytestmark = pytest.mark.django_db
IMPORTED = [one for one in ledgers().values() if one.imported and one.writable]


@pytest.mark.parametrize("ledger", IMPORTED, ids=lambda one: one.key)
def test_columns_are_the_items_and_the_dictionary(ledger: Ledger) -> None:
    kind = sheet_kinds()[ledger.key]
    heads = [tidy(one.header) for one in kind.columns]

    assert missing_columns(ledger) == []
    assert len(set(heads)) == len(heads)
    assert "" not in heads
    for item in items_of(ledger):
        column, words = kind.column(key_of(item)), words_of(ledger.key, item.name)
        assert (column.header, column.help) == (words.zh, words.hint)


@pytest.mark.parametrize("ledger", IMPORTED, ids=lambda one: one.key)
def test_a_row_comes_in_whole_and_once(ledger: Ledger, villages: Any) -> None:
    kind = sheet_kinds()[ledger.key]
    cells = cells_of(ledger, fitting(ledger, villages[0]), villages[0])

    first = looked_at(kind, cells)
    assert [(one.column, one.value, one.message) for one in first.checked.faults] == []
    assert (len(first.plan.new), first.plan.writes) == (1, 1)
    kind.save(first.context, first.plan.new, first.plan.changed)
    again = looked_at(kind, cells)
    assert (again.checked.faults, again.plan.writes, again.plan.same) == ([], 0, 1)


def looked_at(kind: SheetKind, cells: dict[str, Any]) -> Examined:
    """A sheet with one row, as the engine sees it; units stand in its heading."""
    heads = [f"{one.header}({one.unit})" if one.unit else one.header for one in kind.columns]
    rows = [heads, [cells.get(one.key) for one in kind.columns]]
    month = Month(2026, 10) if kind.needs_month else None
    wish = Wish(COMMAND_LINE, "999901", None if month else clock.today(), month, "台账.xlsx")
    return examine_book(Book("xlsx", [Sheet("表", rows)]), kind, wish)
