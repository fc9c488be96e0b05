"""What people wrote into a sealed workbook, and what they should not have."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from villages.filings import values
from villages.filings.declaring import FilingInput
from villages.filings.sealed.columns import Layout, layout
from villages.filings.sealed.seal import Seal, altered
from villages.imports.findings import Fault
from villages.imports.reading.run import Book, Sheet
from villages.imports.reading.sheet_xml import column_letter

Texts = dict[str, dict[str, str]]


@dataclass
class Filled:
    """Texts by village and input, one sentence by village, and cells that cannot be read."""

    texts: Texts = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def filled_of(book: Book, seal: Seal, inputs: Iterable[FilingInput]) -> Filled:
    """The page that was filled. Raises `sealed_altered` naming every row and column that moved."""
    asked = {one.key: one for one in inputs}
    plan = layout(asked.values())
    page, head = _page(book, plan)
    places = _places(page.rows[head], plan)
    rows = [
        (number, row) for number, row in enumerate(page.rows[head + 1 :], head + 2) if any(
            cell not in {None, ""} for cell in row
        )
    ]  # fmt: skip
    codes = _codes(rows, seal, places)
    filled = Filled()
    for (number, row), code in zip(rows, codes, strict=True):
        texts = {key: text_of(_cell(row, places[one.heading])) for key, one in plan.filled.items()}
        filled.texts[code] = texts
        filled.notes[code] = text_of(_cell(row, places[plan.note.heading]))
        letters = {key: column_letter(places[one.heading] + 1) for key, one in plan.filled.items()}
        filled.faults += _faults(page.name, number, texts, letters, asked)
    return filled


def text_of(value: Any) -> str:
    """A cell as somebody would have typed it: 12.0 is 12, a day its ISO text."""
    match value:
        case None:
            return ""
        case bool():
            return _("是") if value else _("否")
        case float():
            return str(int(value)) if value.is_integer() else format(value, ".15g")
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return str(value).strip()


def _page(book: Book, plan: Layout) -> tuple[Sheet, int]:
    """The page with the villages, and the row of its header from 0."""
    for page in book.sheets:
        for number, row in enumerate(page.rows[:10]):
            if any(text_of(cell) == plan.code.heading for cell in row):
                return page, number
    raise altered([_("缺少“%s”一列") % plan.code.heading])


def _places(header: Sequence[Any], plan: Layout) -> dict[str, int]:
    """Columns by heading; they may have moved, none may be missing or stand twice."""
    found = [text_of(cell) for cell in header]
    wrong = [_("列“%s”") % one.heading for one in plan.columns if found.count(one.heading) != 1]
    if wrong:
        raise altered(wrong)
    return {one.heading: found.index(one.heading) for one in plan.columns}


def _codes(
    rows: Sequence[tuple[int, Sequence[Any]]], seal: Seal, places: Mapping[str, int]
) -> list[str]:
    """The village of every row. Rows may be sorted; none may be missing, new or renamed."""
    plan = layout(())
    codes, wrong = [], []
    for number, row in rows:
        code, name = (text_of(_cell(row, places[one.heading])) for one in (plan.code, plan.name))
        known = seal.places.get(code)
        if known is None:
            wrong.append(_("第 %d 行的村代码“%s”") % (number, code[:20]))
        elif code in codes:
            wrong.append(_("第 %d 行重复的村 %s") % (number, known.name))
        elif known.name != name:
            wrong.append(_("第 %d 行的村名“%s”与代码不符") % (number, name[:20]))
        codes.append(code)
    wrong += [_("缺少%s一行") % seal.places[one].name for one in seal.places if one not in codes]
    if wrong:
        raise altered(wrong)
    return codes


def _faults(
    page: str, number: int, texts: Mapping[str, str], letters: Mapping[str, str],
    asked: Mapping[str, FilingInput],
) -> list[Fault]:  # fmt: skip
    return [
        Fault(page, number, letters[key], text[:60], "filing_invalid", fault)
        for key, text in texts.items()
        if (fault := values.read(asked[key], text).fault)
    ]


def _cell(row: Sequence[Any], place: int) -> Any:
    return row[place] if place < len(row) else None
