"""Codes of months with their labels in both languages, for `meta/enums`."""

from villages.imports.fields import MonthState
from villages.rest.meta import Enumeration

ENUMERATIONS = (
    Enumeration(
        "month_state", MonthState, "填报月状态", "State of a filing month",
        {
            "open": "Open for filing",
            "due": "Past its last day, not closed yet",
            "closed": "Closed",
            "reopened": "Closed, a part open again",
        },
    ),
)  # fmt: skip
