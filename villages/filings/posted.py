"""How cells are named in the forms of filing: `value:<village>:<input>`, and what a form sent.

The same names serve the grid, the page of one village and the check page, so that what was typed
in one of them is understood by the others.
"""

from collections.abc import Mapping
from typing import Any

from villages.filings.figures.sheet import Line, Sheet

VALUE, NOTE, VERSION, SEEN = "value", "note", "version", "seen"
Texts = dict[str, dict[str, str]]
# Nobody types for longer than a million seconds.
_DIGITS = 6


def name_of(kind: str, code: str, key: str = "") -> str:
    """The name of a field, which is also the id of its cell."""
    return f"{kind}:{code}:{key}" if key else f"{kind}:{code}"


def texts(sent: Mapping[str, Any], kind: str) -> Texts:
    """What was sent of one kind, by village code and input key."""
    found: Texts = {}
    for name, text in sent.items():
        head, _colon, rest = str(name).partition(":")
        code, _colon, key = rest.partition(":")
        if head == kind and code and key:
            found.setdefault(code, {})[key] = str(text)
    return found


def versions(sent: Mapping[str, Any]) -> dict[str, int]:
    """The version of each filing that the person saw, 0 where there was none yet."""
    found = {}
    for name, text in sent.items():
        head, _colon, code = str(name).partition(":")
        if head == VERSION and str(text).isascii() and str(text).isdigit():
            found[code] = int(text)
    return found


def seconds(sent: Mapping[str, Any]) -> int:
    """How long typing took, as the page measured it; 0 where it did not."""
    text = str(sent.get("seconds", ""))
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else 0


def changed(typed: Texts, sheet: Sheet) -> Texts:
    """Only what differs from what the sheet shows: a prefilled text that was left is not typed."""
    shown = {line.code: {cell.input.key: cell.text for cell in line.cells} for line in sheet.lines}
    return {
        code: {key: text for key, text in given.items() if text != shown.get(code, {}).get(key)}
        for code, given in typed.items()
    }


def unchanged(line: Line) -> dict[str, str]:
    """The texts that say: everything as it was before."""
    return {cell.input.key: cell.last_text for cell in line.cells if cell.last is not None}
