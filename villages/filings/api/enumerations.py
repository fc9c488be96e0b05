"""Codes of filing with their labels in both languages, for `meta/enums`."""

from villages.filings.choices import FilingState, Mark, ReturnReason
from villages.rest.meta import Enumeration

ENUMERATIONS = (
    Enumeration(
        "filing_state", FilingState, "填报状态", "State of a filing",
        {
            "draft": "Begun, not handed in",
            "submitted": "Handed in",
            "returned": "Sent back",
            "accepted": "Accepted",
        },
    ),
    Enumeration(
        "filing_mark", Mark, "填报方式", "How a value came into a filing",
        {"changed": "Stated anew", "confirmed": "Confirmed as before"},
    ),
    Enumeration(
        "filing_return_reason", ReturnReason, "退回原因", "Why a value is sent back",
        {
            "unit": "Unit or number of digits",
            "jump": "Far from the last value",
            "source": "Differs from ledger or voucher",
            "scope": "Counts other things than defined",
            "missing": "Incomplete",
            "other": "Other",
        },
    ),
)  # fmt: skip
