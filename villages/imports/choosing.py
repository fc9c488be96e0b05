"""The sheets that a person may bring in, by area and by words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.common.text import search_key
from villages.imports.declaring import SheetKind

_BASIC = _("基础表格")


@dataclass(frozen=True)
class Area:
    """Kinds of sheets that belong together; `anchor` is their place on the page."""

    title: Any
    anchor: str
    kinds: tuple[SheetKind, ...]


def areas(kinds: Iterable[SheetKind], words: str = "") -> list[Area]:
    """The kinds whose title or headers hold these words, area by area, basic sheets first."""
    found: dict[str, list[SheetKind]] = {str(_BASIC): []}
    for kind in kinds:
        if _speaks_of(kind, search_key(words)):
            found.setdefault(str(kind.group or _BASIC), []).append(kind)
    return [
        Area(title, f"area-{number}", tuple(some))
        for number, (title, some) in enumerate(found.items())
        if some
    ]


def _speaks_of(kind: SheetKind, words: str) -> bool:
    said = (kind.title, *(one.header for one in kind.columns))
    return not words or any(words in search_key(one) for one in said)
