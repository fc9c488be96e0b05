"""What the box of consistency says, before anybody reviews or issues."""

from datetime import date

from rectification.reports.consistency import consistency
from rectification.reports.models import Report
from rectification.reports.parameters import forbidden_words


def contradictions(report: Report) -> list[str]:
    """Numbers that do not agree with each other, and words that no report may hold, a sentence
    each; none for a sound report. At most one query."""
    said = report.said
    words = forbidden_words(report.county_code, date.fromisoformat(said.as_of))
    return [one.text for one in consistency(said, words)]
