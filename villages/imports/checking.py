"""From sheets to typed rows: every fault, repair and question in one pass."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from villages.common.errors import DomainError
from villages.imports.declaring import Context, Row, RowFault, SheetKind
from villages.imports.findings import WORDS, Fault, Mend, Question
from villages.imports.headers import Heading, Headings, Unknown
from villages.imports.places import Gazetteer
from villages.imports.reading.run import Book, Sheet
from villages.imports.reading.sheet_xml import column_letter
from villages.imports.row_reading import PLACE_COLUMNS, RowReader
from villages.imports.rows import DataRows
from villages.imports.totals import compare_total


@dataclass
class Checked:
    """What a book holds: rows that can be saved, and everything a person should see.

    `read` counts data rows, `letters` the column letters by sheet and key, `skipped` sheets
    without a fitting heading, `missing` required columns of sheets whose other headers may be
    them: then the county is asked first.
    """

    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    mends: list[Mend] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    unknown: list[tuple[str, Unknown]] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    letters: dict[str, dict[str, str]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    read: int = 0

    @property
    def faulty_rows(self) -> int:
        """Rows with at least one faulty cell."""
        return len({(one.sheet, one.row) for one in self.faults if one.row})


def check_book(
    book: Book, kind: SheetKind, context: Context, remembered: Mapping[str, str]
) -> Checked:
    """Every sheet whose heading fits the kind; the others are named as skipped.

    Raises `no_heading` when none fits, saying which columns are looked for.
    """
    result = Checked()
    gazetteer = Gazetteer(context.by, context.county)
    headings = Headings(kind.columns, remembered)
    lacking: list[tuple[Sheet, Heading]] = []
    for sheet in book.sheets:
        heading = headings.find(sheet)
        if sheet.hidden:
            # Hidden sheets are not read; those with such a table are named, drop-downs are not.
            result.skipped += [sheet.name] if heading else []
        elif heading is None or heading.missing:
            result.skipped.append(sheet.name)
            heading = heading or headings.find(sheet, least=1)
            lacking += [(sheet, heading)] if heading else []
        else:
            _check_sheet(sheet, heading, kind, gazetteer, context, result)
    if not result.sheets:
        _ask_for_headers(kind, lacking, result)
    _refuse_twins(kind, result)
    return result


def blame(kind: SheetKind, found: list[RowFault], result: Checked) -> None:
    """Adds faults that were found between cells; their rows are not saved."""
    bad = set()
    for one in found:
        row = one.row
        bad.add((row.sheet, row.number))
        letter = result.letters[row.sheet].get(one.column) or place_letter(result, row.sheet)
        shown = row.values.get(one.column)
        place = row.sheet, row.number, letter, "" if shown is None else str(shown)[:60]
        result.faults.append(Fault(*place, one.code, one.message, one.suggestion))
    result.rows = [row for row in result.rows if (row.sheet, row.number) not in bad]


def place_letter(result: Checked, sheet: str) -> str:
    """The column by which a row says what it is about."""
    letters = result.letters[sheet]
    named = (letters[key] for key in ("village", "code", "township") if key in letters)
    return next(named, "A")


def _ask_for_headers(
    kind: SheetKind, lacking: list[tuple[Sheet, Heading]], result: Checked
) -> None:
    """Nothing fits: where unknown headers may be the missing columns, the county is asked."""
    asked = [(sheet, one) for sheet, one in lacking if one.unknown]
    if not asked:
        raise _no_heading(kind, [one for _sheet, one in lacking])
    sheet, heading = max(asked, key=lambda pair: len(pair[1].columns))
    result.skipped.remove(sheet.name)
    result.missing = list(heading.missing)
    result.unknown = [(sheet.name, one) for one in heading.unknown]
    for key in heading.missing:
        header = kind.column(key).header
        words = f"没有找到“{header}”这一列。"
        hint = f"它可能是:{'、'.join(one.words for one in heading.unknown[:4])}?请指定对应列。"
        place = sheet.name, heading.first_row, column_letter(heading.unknown[0].column + 1)
        result.faults.append(
            Fault(*place, heading.unknown[0].words[:60], "missing_column", words, hint)
        )


def _no_heading(kind: SheetKind, found: list[Heading]) -> DomainError:
    wanted = "、".join(one.header for one in kind.columns if one.required)
    missing = [kind.column(key).header for one in found for key in one.missing]
    what = f"缺少列:{'、'.join(dict.fromkeys(missing))}。" if missing else "没有找到表头。"
    return DomainError("no_heading", what, f"“{kind.title}”至少需要:{wanted}。可以下载模板对照。")


def _check_sheet(
    sheet: Sheet,
    heading: Heading,
    kind: SheetKind,
    gazetteer: Gazetteer,
    context: Context,
    result: Checked,
) -> None:
    letters = {key: column_letter(index + 1) for key, index in heading.columns.items()}
    result.sheets.append(sheet.name)
    result.letters[sheet.name] = letters
    result.unknown += [(sheet.name, one) for one in heading.unknown]
    result.questions += _about_headers(sheet, heading, kind)
    rows = DataRows(sheet, heading, gazetteer.townships_by_name())
    reader = RowReader(sheet, heading, kind, context, gazetteer, letters)
    first = len(result.rows)
    for block in rows.blocks():
        result.read += len(block.numbers)
        result.rows += reader.read(block)
    reader.finish()
    result.faults += reader.faults
    result.mends += reader.mends
    result.questions += reader.questions
    if rows.total and not reader.faults:
        result.questions += compare_total(rows.total, reader, result.rows[first:])


def _about_headers(sheet: Sheet, heading: Heading, kind: SheetKind) -> list[Question]:
    at = sheet.name, heading.first_row
    guessed = [
        Question(
            *at, column_letter(one.column + 1), "guessed_header",
            f"表头“{one.words}”按“{kind.column(one.key).header}”读取,请核对。",
        )
        for one in heading.guesses
    ]  # fmt: skip
    unknown = [
        Question(
            *at, column_letter(one.column + 1), "unknown_header",
            f"表头“{one.words}”没有对应的列,这一列没有读取。",
        )
        for one in heading.unknown
    ]  # fmt: skip
    return guessed + unknown


def _refuse_twins(kind: SheetKind, result: Checked) -> None:
    """The later row of a duplicate is the faulty one."""
    seen: dict[tuple[Any, ...], Row] = {}
    twins = []
    for row in result.rows:
        key = kind.identity(row)
        if first := seen.get(key):
            twins.append(_twin(kind, row, first))
        else:
            seen[key] = row
    if twins:
        blame(kind, twins, result)


def _twin(kind: SheetKind, row: Row, first: Row) -> RowFault:
    message, hint = WORDS.get(kind.twin, WORDS["duplicate_row"])
    where = f"第一次在第 {first.number} 行。"
    if first.sheet != row.sheet:
        where = f"第一次在“{first.sheet}”第 {first.number} 行。"
    key = "village" if row.values.get("village") else "code"
    return RowFault(row, key, kind.twin, f"{message}{where}", hint)


def in_order(faults: list[Fault]) -> list[Fault]:
    """By sheet, row, column."""
    return sorted(faults, key=lambda one: (one.sheet, one.row, len(one.column), one.column))


__all__ = ["PLACE_COLUMNS", "Checked", "blame", "check_book", "in_order", "place_letter"]
