"""What the fast reader does not tell: how far a sheet claims to reach, and formulas without
a value. Read straight from the XML with plain searches, because a full parse costs ten times
as much. How far a sheet reaches must be known before the fast reader starts; formulas can be
looked for at the same time."""

import re
import zipfile
from dataclasses import dataclass
from functools import cache
from posixpath import join, normpath

from defusedxml import ElementTree

from villages.imports.reading.archive import read_member
from villages.imports.reading.limits import Limits, RefusedError

# Most writers put rows without a prefix and cells in their order; what they write is told from
# the beginning and the end of each row. Everything else is searched through.
_PLAIN_ROW = b"<row "
_PLAIN_HEAD = re.compile(rb"r=\"(\d+)\"")
_PLAIN_CELL = re.compile(rb" r=\"([A-Z]{1,3})\d")
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br=[\"'](\d+)[\"']")
_CELL_START = rb"r=[\"'](?:%s)[0-9]"
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_CELL = re.compile(
    rb"<(?:\w+:)?c\b[^>]*?\br=[\"']([A-Z]+\d+)[\"'][^>]*>((?:(?!</(?:\w+:)?c>).){0,4000}?)</(?:\w+:)?c>",
    re.S,
)
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is)\b[^>/]*>.+?</", re.S)
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Reach:
    """The last row that a sheet names, and whether cells lie beyond the column limit."""

    last_row: int
    too_wide: bool


def paths(archive: zipfile.ZipFile, limits: Limits) -> dict[str, str]:
    """Sheet name -> member of the archive."""
    try:
        book = ElementTree.fromstring(read_member(archive, "xl/workbook.xml", limits))
        rels = ElementTree.fromstring(read_member(archive, "xl/_rels/workbook.xml.rels", limits))
    except RefusedError:
        raise
    except Exception as error:
        raise RefusedError("file_damaged") from error
    targets = {one.get("Id"): one.get("Target", "") for one in rels}
    found = {}
    for one in book.iter():
        if one.tag.endswith("}sheet") and (target := targets.get(one.get(_REL))):
            found[one.get("name", "")] = _member(target)
    return found


def _member(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))


def reach(xml: bytes, limits: Limits) -> Reach:
    """How far the sheet's cells reach, whatever its stated size says.

    Where rows stand in no order, or cells within a row, a far one may be missed; the limit on
    memory then ends the child.
    """
    ends = _plain_ends(xml)
    if ends is not None:
        letters = {letters for _row, letters in ends}
        wide = any(column_number(one.decode()) > limits.columns for one in letters)
        return Reach(max((row for row, _letters in ends), default=0), wide)
    last = max((int(match[1]) for match in _ROW.finditer(xml)), default=0)
    return Reach(last, _beyond(limits.columns).search(xml) is not None)


def _plain_ends(xml: bytes) -> set[tuple[int, bytes]] | None:
    """Number and last column of every row; None where rows are written in another way."""
    ends = set()
    for row in xml.split(_PLAIN_ROW)[1:]:
        head, last = _PLAIN_HEAD.match(row), row.rfind(b' r="')
        cell = _PLAIN_CELL.match(row, last) if last >= 0 else None
        if head is None or (last >= 0 and cell is None):
            return None
        ends.add((int(head[1]), cell[1] if cell else b""))
    return ends or None


def formulas_without_value(xml: bytes) -> list[str]:
    """Addresses of cells whose formula nobody has calculated."""
    return _valueless(xml) if _FORMULA.search(xml) else []


@cache
def _beyond(columns: int) -> re.Pattern[bytes]:
    """Addresses right of the limit. Nothing but the searched bytes costs time, so the letters
    are spelled out: for 60 columns B[I-Z], [C-Z][A-Z] and everything of three letters."""
    letters = [column_letter(number) for number in range(columns + 1, 703)]
    heads: dict[str, str] = {}
    for one in letters:
        if len(one) == 2:
            heads[one[0]] = heads.get(one[0], "") + one[1]
    ways = [f"{head}[{tails}]" for head, tails in heads.items()]
    ways += [one for one in letters if len(one) == 1] + ["[A-Z]{3}"]
    return re.compile(_CELL_START % "|".join(ways).encode())


def _valueless(xml: bytes) -> list[str]:
    cells = (m for m in _CELL.finditer(xml) if b"<f" in m[2] or b":f" in m[2])
    return [m[1].decode() for m in cells if not _VALUE.search(m[2])]


def column_number(letters: str) -> int:
    """A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letter(number: int) -> str:
    """1 is A, 27 AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
