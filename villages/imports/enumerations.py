"""Codes of months with their labels in both languages, for `meta/enums`."""

from villages.imports.batch_fields import ImportMode
from villages.imports.choices import RequestState
from villages.imports.fields import MonthState
from villages.imports.models import BatchState
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
    Enumeration(
        "reopening_request_state", RequestState, "重新开放申请状态",
        "State of a request for a reopening",
        {
            "waiting": "Waits for the county",
            "agreed": "Agreed once, waits for a second person",
            "granted": "Granted",
            "refused": "Refused",
            "withdrawn": "Taken back",
        },
    ),
    Enumeration(
        "import_state", BatchState, "导入状态", "State of an import",
        {
            "uploaded": "Being checked",
            "checked": "Checked, waits for a decision",
            "refused": "Not readable",
            "saved": "Saved",
            "undone": "Taken back",
            "dropped": "Dropped without saving",
        },
    ),
    Enumeration(
        "import_mode", ImportMode, "导入方式", "Which rows are saved",
        {"all": "All rows; nothing while there are errors", "good": "Rows without errors"},
    ),
)  # fmt: skip
