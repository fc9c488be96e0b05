"""The ledgers of reports, one module a subject; each module holds its own `LEDGERS`."""

from typing import Any

from rectification.reports.ledgers import (
    assessment,
    assessment_entries,
    assessment_objections,
    heads,
)

LEDGERS: tuple[Any, ...] = (
    *heads.LEDGERS,
    *assessment.LEDGERS,
    *assessment_entries.LEDGERS,
    *assessment_objections.LEDGERS,
)
