"""Keeping a whole grid: what can be kept is kept, the rest is named."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings.actions.desks import sit_down
from villages.filings.actions.drafting import require_filer, save_draft

Texts = Mapping[str, Mapping[str, str]]
_ONE_BY_ONE = {"version_changed", "state_wrong"}


@dataclass(frozen=True)
class Typed:
    """What a tab sends: texts and sentences by village code and input, versions it had seen."""

    texts: Texts = field(default_factory=dict)
    notes: Texts = field(default_factory=dict)
    versions: Mapping[str, int] = field(default_factory=dict)
    tab: str = "page"
    take_over: bool = False


@dataclass(frozen=True)
class Kept:
    """New versions of the villages that were kept, and why others were not, by code."""

    versions: dict[str, int]
    refused: dict[str, str]


@transaction.atomic
def keep(*, township: str, month: Month, typed: Typed, by: Any, at: datetime) -> Kept:
    """Keeps a grid's texts; a village that others changed or handed in does not stop the rest.

    Raises `filing_not_allowed`, `desk_taken`, and what `save_draft` raises for all villages.
    """
    require_filer(by)
    sit_down(township=township, month=month, tab=typed.tab, by=by, at=at, take_over=typed.take_over)
    refused: dict[str, str] = {}
    while codes := (typed.texts.keys() | typed.notes.keys()) - refused.keys():
        try:
            return Kept(_save(month, typed, codes, by, at), refused)
        except DomainError as error:
            if error.code not in _ONE_BY_ONE:
                raise
            refused |= error.fields
    return Kept({}, refused)


def _save(month: Month, typed: Typed, codes: set[str], by: Any, at: datetime) -> dict[str, int]:
    return save_draft(
        month=month,
        typed={code: typed.texts.get(code, {}) for code in sorted(codes)},
        notes=typed.notes,
        versions={code: seen for code, seen in typed.versions.items() if code in codes},
        by=by,
        at=at,
    )
