"""Words of fields: label, definition, unit, example, basis, once for every reader.

They stand in `templates/help/fields.toml` and `templates/help/fields/*.toml`, one table per ledger
and field; `[common.…]` holds those of fields that every ledger has. Form hint, template comment,
API description and help page read them here.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

COMMON = "common"


@dataclass(frozen=True)
class Words:
    """What is said of one field.

    `about_zh` is its definition (口径). `synonyms` are header words that sheets use for it,
    `sample` is what a template shows.
    """

    zh: str
    en: str
    about_zh: str = ""
    about_en: str = ""
    unit: str = ""
    example: str = ""
    basis: str = ""
    synonyms: tuple[str, ...] = ()
    sample: str = ""

    @property
    def hint(self) -> str:
        """Definition and basis as one text: form hint, template comment and help alike."""
        return f"{self.about_zh}依据:{self.basis}。" if self.basis else self.about_zh


def words_of(ledger: str, name: str) -> Words:
    """The words of one field; KeyError where nobody wrote any."""
    tables = _tables()
    for table in (ledger, COMMON):
        if found := tables.get(table, {}).get(name):
            return found
    raise KeyError(f"templates/help/fields.toml: no words for [{ledger}.{name}]")


def has_words(ledger: str, name: str) -> bool:
    """Whether a field is explained."""
    tables = _tables()
    return name in tables.get(ledger, {}) or name in tables.get(COMMON, {})


def paths() -> list[Path]:
    """The data files."""
    folder = Path(settings.BASE_DIR) / "templates" / "help"
    return [folder / "fields.toml", *sorted((folder / "fields").glob("*.toml"))]


@cache
def _tables() -> dict[str, dict[str, Words]]:
    tables: dict[str, dict[str, Any]] = {}
    for path in paths():
        for ledger, fields in tomllib.loads(path.read_text(encoding="utf-8")).items():
            tables.setdefault(ledger, {}).update(fields)
    return {
        ledger: {name: _words(entry) for name, entry in fields.items()}
        for ledger, fields in tables.items()
    }


def _words(entry: dict[str, Any]) -> Words:
    return Words(**{**entry, "synonyms": tuple(entry.get("synonyms", ()))})
