"""Numbers of persons: what is kept and shown about a file never holds them whole.

The person who sent the file sees them in the workbook that goes back, never on a page.
"""

from collections.abc import Mapping
from typing import Any

from villages.common.text import mask_id_number, mask_phone

# By the key of the column, in whatever sheet it stands.
_MASKS = {"id_number": mask_id_number, "phone": mask_phone}
_SAID = ("value", "from", "to")
Letters = Mapping[str, Mapping[str, str]]


def masked(rows: list[dict[str, Any]], letters: Letters) -> list[dict[str, Any]]:
    """The same findings with such numbers masked; `letters` are column letters by sheet and key."""
    found = []
    for row in rows:
        mask = _MASKS.get(column_key(row, letters))
        texts = {name: mask(row[name]) for name in _SAID if name in row} if mask else {}
        found.append({**row, **texts})
    return found


def is_private(row: Mapping[str, Any], letters: Letters) -> bool:
    """Whether a finding is about a cell with such a number."""
    return column_key(row, letters) in _MASKS


def column_key(row: Mapping[str, Any], letters: Letters) -> str:
    """The key of the column in which a finding stands; empty where it stands in none."""
    known = letters.get(row["sheet"], {})
    return next((key for key, letter in known.items() if letter == row["column"]), "")
