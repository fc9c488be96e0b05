"""Which rows of a sheet are data: not titles, sums, notes, repeated headings or blanks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, zip_longest
from typing import Any

from villages.common.text import compact_name
from villages.imports.header_words import tidy
from villages.imports.headers import Heading
from villages.imports.reading.run import Sheet

_SUM = re.compile(r"^(?:.{0,12})?(?:小计|合计|总计|累计|共计|全县|全区|全市|全乡|全镇|平均)[:：]?$")
_TOTAL = re.compile(r"^(?:全县|全区|全市)?(?:合计|总计|共计)?[:：]?$")
_NOTE = re.compile(r"^(?:注|说明|备注|填表|填报|审核|制表|负责人|联系|单位负责|签字|附注|第?\d*页)")
_SIGNED = re.compile(r"^.{0,10}[:：]")
_NUMBERING = re.compile(r"^[(（]?[一二三四五六七八九十百]+[)）]?[、.．]?|^\d+[、.．]")
_TOWNSHIP = re.compile(r"^[一-龥]{1,10}(?:镇|乡|街道|街道办事处|办事处)$")
# Names and codes end so; only the others are looked at closely.
_NEVER_LAST = frozenset("村委会社0123456789")
_PLACES = ("township", "village", "code")
_ONES = (1, "1", "甲", "（1）")
_NUMBERS = frozenset({int, float})


# As many rows as are read at once: one odd cell makes its column slow for no more than these.
_AT_ONCE = 500


@dataclass(frozen=True)
class RawRow:
    """A data row as it stands: its number in the file, cells by column key, section above it."""

    number: int
    cells: dict[str, Any]
    section: str = ""


@dataclass(frozen=True)
class Block:
    """Data rows that follow each other: their numbers, the sections above them, and the cells
    of each declared column, in the order of the rows."""

    numbers: list[int]
    sections: list[str]
    columns: dict[str, Sequence[Any]]

    def raw(self, place: int) -> RawRow:
        """One row of the block, for whoever looks closely."""
        cells = {key: cells[place] for key, cells in self.columns.items()}
        return RawRow(self.numbers[place], cells, self.sections[place])


class DataRows:
    """The data rows of one sheet, and its grand total where it has one.

    `sections` holds names of townships: a row with nothing but such a name heads the rows below
    it. Cells are filled down only inside merged ranges.
    """

    def __init__(self, sheet: Sheet, heading: Heading, sections: Mapping[str, Any]) -> None:
        self.rows = _fill_down(sheet, heading.first_row)
        self.heading, self.sections = heading, sections
        self._columns = heading.columns
        self._mapped = set(heading.columns.values())
        places = [column for key, column in heading.columns.items() if key in _PLACES]
        self._last_place = max(places, default=max(self._mapped))
        self._figures: tuple[int, int] | None = None
        self.total: RawRow | None = None

    def blocks(self) -> Iterator[Block]:
        """All data rows, some hundred at once."""
        rows = self._numbered()
        while some := list(islice(rows, _AT_ONCE)):
            numbers, sections, cells = zip(*some, strict=True)
            table = list(zip_longest(*cells))
            width, blank = len(table), (None,) * len(some)
            yield Block(
                list(numbers),
                list(sections),
                {key: table[n] if n < width else blank for key, n in self._columns.items()},
            )

    def _numbered(self) -> Iterator[tuple[int, str, list[Any]]]:
        section = ""
        for index in range(self.heading.first_row, len(self.rows)):
            row = self.rows[index]
            if self._is_plain(row):
                yield index + 1, section, row
                continue
            texts = [value for value in row if value is not None and value != ""]
            if name := self._section(texts):
                section = name
            elif texts and not self._is_noise(index, row, texts):
                self._figures = self._two_figures(row)
                yield index + 1, section, row

    def _is_plain(self, row: list[Any]) -> bool:
        """Whether the row holds figures where the last data row did, begins with a word and says
        nowhere that it is a sum or a note: then it is data, and no closer look is needed."""
        if self._figures is None or len(row) <= self._figures[1]:
            return False
        one, other = self._figures
        first = row[0]
        return (
            type(row[one]) in _NUMBERS and type(row[other]) in _NUMBERS
            and type(first) is str and not _begins_otherwise(first)
            and not self._says_sum(row)
        )  # fmt: skip

    def _two_figures(self, row: list[Any]) -> tuple[int, int] | None:
        """Two declared columns in which this row holds numbers."""
        found = [n for n in sorted(self._mapped) if n < len(row) and type(row[n]) in _NUMBERS]
        return (found[0], found[1]) if len(found) > 1 else None

    def _raw(self, index: int, row: list[Any], section: str = "") -> RawRow:
        width = len(row)
        cells = {
            key: row[column] if column < width else None for key, column in self._columns.items()
        }
        return RawRow(index + 1, cells, section)

    def _section(self, texts: list[Any]) -> str:
        if not texts or not all(isinstance(one, str) for one in texts):
            return ""
        words = {one.strip() for one in texts}
        if len(words) != 1:
            return ""
        name = compact_name(_NUMBERING.sub("", words.pop()))
        return name if name in self.sections or _TOWNSHIP.match(name) else ""

    def _is_noise(self, index: int, row: list[Any], texts: list[Any]) -> bool:
        if self._is_sum(index, row):
            return True
        filled = sum(1 for one in self._mapped if one < len(row) and row[one] is not None)
        if not filled or self._is_note(texts, filled):
            return True
        return self._is_heading_again(texts) or _is_numbering(texts)

    def _is_sum(self, index: int, row: list[Any]) -> bool:
        """小计 and 合计 stand where the row says whose it is, never among its figures."""
        said = self._says_sum(row)
        if said and _TOTAL.match(compact_name(said)):
            self.total = self._raw(index, row)
        return bool(said)

    def _says_sum(self, row: list[Any]) -> str:
        """The first words that make a row a sum, or nothing."""
        for value in row[: self._last_place + 1]:
            if type(value) is str and value[-1:] not in _NEVER_LAST and _sums(value):
                return value
        return ""

    def _is_note(self, texts: list[Any], filled: int) -> bool:
        first = str(texts[0]).strip()
        if not _NOTE.match(first):
            return False
        return filled <= 1 or bool(_SIGNED.match(first))

    def _is_heading_again(self, texts: list[Any]) -> bool:
        if sum(1 for one in texts if type(one) is not str) > 1:
            return False
        known = [one for one in texts if isinstance(one, str) and tidy(one) in self.heading.texts]
        return len(known) >= 2 and len(known) >= len(texts) - 1


@lru_cache(maxsize=4096)
def _begins_otherwise(first: str) -> bool:
    """Whether a row that begins so may be a note or a row of numbers."""
    return not first or first in _ONES or bool(_NOTE.match(first.strip()))


@lru_cache(maxsize=4096)
def _sums(words: str) -> bool:
    return bool(_SUM.match(compact_name(words)))


def _fill_down(sheet: Sheet, first: int) -> list[list[Any]]:
    rows = sheet.rows
    for top, left, bottom, right in sheet.merged:
        if bottom < first or right != left or top >= len(rows) or left >= len(rows[top]):
            continue
        value = rows[top][left]
        for index in range(max(top + 1, first), min(bottom, len(rows) - 1) + 1):
            row = rows[index]
            row.extend([None] * (left + 1 - len(row)))
            row[left] = value
    return rows


def _is_numbering(texts: list[Any]) -> bool:
    """The row 1 2 3 4 … or 甲 乙 1 2 … under a heading."""
    if texts[0] not in _ONES:
        return False
    numbers = [one for one in texts if isinstance(one, int)]
    letters = [one for one in texts if one in ("甲", "乙", "丙", "丁")]
    counted = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    return len(numbers) > 2 and counted and len(numbers) + len(letters) == len(texts)
