"""What the fast reader does not tell: how far a sheet claims to reach, and formulas without
a value. Read straight from the XML with plain searches, because a full parse costs ten times
as much."""

import re
import zipfile
from dataclasses import dataclass
from functools import cache
from posixpath import join, normpath

from defusedxml import ElementTree

from villages.imports.reading.archive import read_member
from villages.imports.reading.limits import Limits, RefusedError

_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br=[\"'](\d+)[\"']")
_CELL_START = rb"r=[\"'](?:%s)[0-9]"
_CELL = re.compile(
    rb"<(?:\w+:)?c\b[^>]*?\br=[\"']([A-Z]+\d+)[\"'][^>]*>((?:(?!</(?:\w+:)?c>).){0,4000}?)</(?:\w+:)?c>",
    re.S,
)
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is)\b[^>/]*>.+?</", re.S)
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class SheetFacts:
    """Last row the sheet names, whether cells lie beyond the column limit, valueless formulas."""

    last_row: int
    too_wide: bool
    formulas_without_value: tuple[str, ...]


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


def facts(xml: bytes, limits: Limits) -> SheetFacts:
    """One pass for rows, one for columns, one for formulas where there are any."""
    last = max((int(match[1]) for match in _ROW.finditer(xml)), default=0)
    wide = _beyond(limits.columns).search(xml) is not None
    return SheetFacts(last, wide, tuple(_valueless(xml)) if b"<f" in xml or b":f" in xml else ())


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
