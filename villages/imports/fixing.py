"""Inputs by which faulty cells are corrected on the page of a batch."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from villages.imports.actions.correcting import LONGEST, may_be_corrected
from villages.imports.corrections import BY_HAND, place_of
from villages.imports.declaring import SheetColumn, SheetKind
from villages.imports.private import Letters, column_key

_MARK = "fix"


@dataclass(frozen=True)
class Fix:
    """One input: its name and id, what stands there, what may stand there, words for its label."""

    name: str
    id: str
    value: str
    label: str
    options: tuple[str, ...]
    longest: int = LONGEST


def with_fixes(
    rows: Iterable[dict[str, Any]], kind: SheetKind, letters: Letters
) -> list[dict[str, Any]]:
    """The same findings, each with the header of its column and, where it is the first one about
    a cell that may be corrected, with its input as `fix`."""
    seen: set[str] = set()
    found = []
    for place, row in enumerate(rows):
        column = _column(kind, column_key(row, letters))
        fix = _fix(place, row, column) if _is_open(row, letters) else None
        twice = fix is not None and fix.name in seen
        if fix:
            seen.add(fix.name)
        header = column.header if column else ""
        fix = None if twice else fix
        found.append({**row, "header": header, "fix": fix, "above": twice})
    return found


def cells_of(posted: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """What was typed, by sheet and address; other inputs are left out."""
    cells: dict[str, dict[str, str]] = {}
    for name, text in posted.items():
        mark, _colon, rest = name.partition(":")
        address, _colon, sheet = rest.partition(":")
        if mark == _MARK and _is_address(address):
            cells.setdefault(sheet, {})[address] = str(text)
    return cells


def _is_address(text: str) -> bool:
    try:
        place_of(text)
    except ValueError:
        return False
    return True


def _is_open(row: Mapping[str, Any], letters: Letters) -> bool:
    return BY_HAND in row["kinds"] if "kinds" in row else may_be_corrected(row, letters)


def _column(kind: SheetKind, key: str) -> SheetColumn | None:
    return next((one for one in kind.columns if one.key == key), None)


def _fix(place: int, row: Mapping[str, Any], column: SheetColumn | None) -> Fix:
    address = f"{row['column']}{row['row']}"
    words = {"place": f"{row['sheet']} {address}", "header": column.header if column else ""}
    return Fix(
        name=f"{_MARK}:{address}:{row['sheet']}",
        id=f"fix-{place}",
        value=row["to"] if "kinds" in row else row["value"],
        label=_("%(place)s “%(header)s”改为") % words,
        options=column.options if column else (),
    )
