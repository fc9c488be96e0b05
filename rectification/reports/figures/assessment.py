"""The assessment of a year as it stands: computed while it is a draft, frozen once published."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rectification.reports.assessment.reading import (
    entries_of,
    scheme_json,
    scheme_of,
    scheme_row,
)
from rectification.reports.assessment.rules.entries import Entries
from rectification.reports.assessment.rules.inputs import Rate, from_json
from rectification.reports.assessment.rules.schemes import Scheme
from rectification.reports.assessment.rules.sheet import Sheet, sheet_of
from rectification.reports.assessment.states import AssessmentStatus
from rectification.reports.figures.assessment_inputs import inputs_of
from rectification.reports.models import Assessment, AssessmentSheet
from villages.common.periods import Year
from villages.models import Township


@dataclass(frozen=True)
class Judged:
    """One township: its inputs and its sheet."""

    code: str
    name: str
    rates: Mapping[str, Rate]
    sheet: Sheet
    entries: Entries


@dataclass(frozen=True)
class Board:
    """All townships of a county in a year, in order of codes, never of merit."""

    county: str
    year: int
    as_of: date
    scheme: Scheme
    assessment: Assessment | None
    rows: tuple[Judged, ...]

    @property
    def status(self) -> str:
        """Draft where nobody opened the year."""
        return self.assessment.status if self.assessment else AssessmentStatus.DRAFT.value

    @property
    def missing(self) -> list[tuple[Judged, tuple[str, ...]]]:
        """Townships of which something is unknown, with the inputs."""
        return [(one, one.sheet.missing) for one in self.rows if one.sheet.missing]

    def of(self, township: str) -> Judged | None:
        """One township."""
        return next((one for one in self.rows if one.code == township), None)


def assessment_of(county: str, year: int) -> Assessment | None:
    """The year's row. One query."""
    rows = Assessment.objects.in_county(county).filter(year=year)
    found: Assessment | None = rows.select_related("scheme", "published_by").first()
    return found


def board(county: str, year: int, on: date) -> Board:
    """The assessment of a year as known on a day.

    A draft is computed from the rows (some 34 queries); a published one from its frozen inputs
    and scheme with the confirmed entries (four).
    """
    row = assessment_of(county, year)
    if row is not None and row.status != AssessmentStatus.DRAFT:
        return _frozen(row)
    day = min(on, Year(year).end)
    stored = scheme_stored(row, county, day)
    scheme, entries = scheme_of(stored), entries_of(row)
    inputs = inputs_of(county, year, day)
    rows = tuple(
        _judged(code, name, inputs.get(code, {}), scheme, entries)
        for code, name in townships(county, day)
    )
    return Board(county, year, day, scheme, row, rows)


def scheme_stored(row: Assessment | None, county: str, day: date) -> dict[str, Any]:
    """The scheme that the year names, else the one in force on the day; empty for the default."""
    found = row.scheme if row else scheme_row(county, day)
    return scheme_json(found) if found else {}


def townships(county: str, day: date) -> list[tuple[str, str]]:
    """Code and name of the townships on a day, in order. One query."""
    rows = Township.objects.in_county(county).on(day).order_by("code")
    return list(rows.values_list("code", "name"))


def _judged(
    code: str, name: str, rates: Mapping[str, Rate], scheme: Scheme, entries: Mapping[str, Entries]
) -> Judged:
    given = entries[code]
    return Judged(code, name, rates, sheet_of(scheme, rates, given), given)


def _frozen(row: Assessment) -> Board:
    entries = entries_of(row)
    stored = list(AssessmentSheet.objects.filter(assessment=row).order_by("township_code"))
    rows = tuple(
        _judged(
            one.township_code, one.township_name, from_json(one.inputs), scheme_of(one.scheme),
            entries,
        )
        for one in stored
    )  # fmt: skip
    scheme = rows[0].sheet.scheme if rows else scheme_of({})
    return Board(row.county_code, row.year, row.day, scheme, row, rows)
