"""Schemes, sheets and entries between rows of the database and the pure rules."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from rectification.reports.assessment.rules.entries import Entries, Entry, gathered
from rectification.reports.assessment.rules.schemes import DEFAULT, Grade, Scheme, block_of
from rectification.reports.assessment.states import EntryKind, EntryStatus
from rectification.reports.models import Assessment, AssessmentEntry, AssessmentScheme

_BLOCK = (
    "key", "name", "weight", "formula", "step_input", "step_points", "step_most", "ladder",
)  # fmt: skip
_BOUNDS = (
    "good_from", "better_from", "fair_from", "lowest", "highest", "bonus_most", "penalty_most",
)  # fmt: skip


def scheme_row(county: str, on: date) -> AssessmentScheme | None:
    """The scheme in force on a day; None where the county laid down none. One query."""
    rows = AssessmentScheme.objects.in_county(county).filter(valid_from__lte=on)
    found: AssessmentScheme | None = rows.order_by("-valid_from").first()
    return found


def scheme_json(row: AssessmentScheme) -> dict[str, Any]:
    """A scheme as it is frozen into sheets. Two queries."""
    blocks = row.blocks.order_by("seq").values(*_BLOCK)
    return {
        "title": row.title, "valid_from": row.valid_from.isoformat(),
        **{key: str(getattr(row, key)) for key in _BOUNDS},
        "blocks": [{key: _plain(value) for key, value in one.items()} for one in blocks],
    }  # fmt: skip


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str) else str(value)


def scheme_of(stored: Mapping[str, Any]) -> Scheme:
    """The scheme as a value; the default one where nothing is stored."""
    if not stored:
        return DEFAULT
    numbers = {key: Fraction(stored[key]) for key in _BOUNDS}
    bounds = tuple(numbers.pop(key) for key in ("good_from", "better_from", "fair_from"))
    return Scheme(
        stored["title"], tuple(block_of(one) for one in stored["blocks"]),
        (bounds[0], bounds[1], bounds[2]), **numbers,
    )  # fmt: skip


def entries_of(assessment: Assessment | None) -> Mapping[str, Entries]:
    """Confirmed entries by township. One query."""
    found: dict[str, list[Entry]] = defaultdict(list)
    if assessment is not None:
        rows = AssessmentEntry.objects.filter(assessment=assessment, status=EntryStatus.CONFIRMED)
        for row in rows.select_related("veto").order_by("pk"):
            found[row.township_code].append(_entry(row))
    return defaultdict(Entries, {code: gathered(rows) for code, rows in found.items()})


def _entry(row: AssessmentEntry) -> Entry:
    grade = Grade(row.veto.best_grade) if row.kind == EntryKind.VETO and row.veto else None
    return Entry(row.kind, Fraction(row.points), row.block, grade)
