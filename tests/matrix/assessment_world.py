"""Year-end assessments of the matrix: a draft year and a published one in each county."""

from collections.abc import Mapping
from datetime import date

from rectification.reports.actions.assessment_schemes import default_scheme
from rectification.reports.assessment.reading import scheme_json
from rectification.reports.models import (
    Assessment,
    AssessmentEntry,
    AssessmentObjection,
    AssessmentScheme,
    AssessmentSheet,
)
from villages.accounts.actors import COMMAND_LINE
from villages.models import County, Township

DRAFT_YEAR, PUBLISHED_YEAR = 2026, 2025
DAY = date(2026, 11, 3)


def assessment_keys(counties: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Keys of rows by place; entries and objections are about the first township."""
    years = {place: _published(code) for place, code in counties.items()}
    return {
        "assessment-schemes": {place: str(row.scheme.uid) for place, row in years.items()},
        "assessment-blocks": {place: _first("blocks", row) for place, row in years.items()},
        "veto-grounds": {place: _first("vetoes", row) for place, row in years.items()},
        "assessment-entries": {place: _entry(row) for place, row in years.items()},
        "assessment-objections": {place: _objection(row) for place, row in years.items()},
    }


def _published(code: str) -> Assessment:
    """The published year; both go by one scheme, which forms may still change."""
    county = County.objects.get(code=code)
    scheme = default_scheme(by=COMMAND_LINE, county=county, year=PUBLISHED_YEAR)
    Assessment.objects.create(county_code=code, year=DRAFT_YEAR, scheme=scheme)
    row: Assessment = Assessment.objects.create(
        county_code=code, year=PUBLISHED_YEAR, scheme=scheme, status="published", as_of=DAY,
        published_on=DAY, object_until=date(2026, 11, 30),
    )  # fmt: skip
    for town in Township.objects.in_county(code):
        _sheet(row, scheme, town)
    return row


def _sheet(row: Assessment, scheme: AssessmentScheme, town: Township) -> None:
    AssessmentSheet.objects.create(
        assessment=row, county_code=row.county_code, township_code=town.code,
        township_name=town.name, scheme=scheme_json(scheme),
    )  # fmt: skip


def _first(parts: str, row: Assessment) -> str:
    return str(getattr(row.scheme, parts).first().uid)


def _about(row: Assessment) -> dict[str, object]:
    code = f"{row.county_code}001"
    return {"assessment": row, "county_code": row.county_code, "township_code": code,
            "township_name": "东关街道"}  # fmt: skip


def _entry(row: Assessment) -> str:
    """A calibration that waits for another person."""
    entry = AssessmentEntry.objects.create(
        **_about(row), kind="calibration", points=1, ground="评判偏严", status="waiting",
        entered_on=DAY, entered_name="甲",
    )  # fmt: skip
    return str(entry.uid)


def _objection(row: Assessment) -> str:
    made = AssessmentObjection.objects.create(
        **_about(row), claim="书记年初已到任", opened_on=DAY, opened_name="乙"
    )
    return str(made.uid)
