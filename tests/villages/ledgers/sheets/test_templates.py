"""Templates: hints, prefilled villages, and what comes back when one was filled in."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.sheets import bring
from tests.villages.ledgers.making import make_row
from tests.villages.ledgers.world import cells_of, fitting
from villages.accounts.actors import COMMAND_LINE
from villages.common import clock
from villages.common.periods import Month
from villages.imports.declaring import Context, SheetKind, sheet_kinds
from villages.imports.header_words import tidy
from villages.imports.templating import template
from villages.ledgers.declaring import ledgers
from villages.ledgers.dictionary import words_of
from villages.ledgers.sheets.columns import items_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("key", ["petitions", "establishments", "honours"])
def test_a_filled_template_comes_back_whole(key: str, villages: Any, tmp_path: Path) -> None:
    ledger = ledgers()[key]
    path = tmp_path / "填好.xlsx"
    cells = cells_of(ledger, fitting(ledger, villages[0]), villages[0])
    path.write_bytes(filled(sheet_kinds()[key], cells))

    first, again = bring(key, path), bring(key, path)

    assert (first.errors, first.created, first.updated) == ([], 1, 0)
    assert (again.errors, again.created, again.updated, again.unchanged) == ([], 0, 0, 1)


def test_the_hint_at_a_cell_is_the_definition(county: Any) -> None:
    ledger = ledgers()["petitions"]
    page = blank_book(sheet_kinds()["petitions"]).worksheets[0]
    told = {one.promptTitle: one.prompt for one in page.data_validations.dataValidation}

    for item in items_of(ledger):
        words = words_of(ledger.key, item.name)
        assert told[words.zh].startswith(words.hint.rstrip("。"))


def test_a_monthly_template_lists_the_villages_with_what_stands_there(villages: Any) -> None:
    make_row(ledgers()["petitions"], villages[1], 0, month=202610, first=7)

    rows = list(blank_book(sheet_kinds()["petitions"]).worksheets[0].values)

    places = [row[:2] for row in rows if row[1] in {one.name for one in villages}]
    assert len(places) == len(villages)
    told = next(row for row in rows if row[1] == villages[1].name)
    assert 7 in told


def filled(kind: SheetKind, cells: dict[str, Any]) -> bytes:
    """The template with one row of these cells in the place of all prefilled ones."""
    book = blank_book(kind)
    page = book.worksheets[0]
    head = next(row for row in page.iter_rows() if any(_key(cell.value, kind) for cell in row))
    first = head[0].row + 1
    page.delete_rows(first, page.max_row)
    for cell in head:
        page.cell(row=first, column=cell.column, value=cells.get(_key(cell.value, kind)))
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def blank_book(kind: SheetKind) -> Any:
    """The template of October 2026 as people open it."""
    month = Month(2026, 10) if kind.needs_month else None
    context = Context(COMMAND_LINE, "999901", month.end if month else clock.today(), month)
    return load_workbook(BytesIO(template(kind, context, "999901")))


def _key(words: Any, kind: SheetKind) -> str:
    """The column that a cell of the heading stands for."""
    known = {tidy(one.header): one.key for one in kind.columns}
    return known.get(tidy(words), "") if words else ""
