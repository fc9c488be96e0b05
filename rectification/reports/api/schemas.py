"""How reports and figures stand in the description of the API."""

from typing import Any

from rectification.reports.api.fields import (
    FIELDS,
    FIGURE_FIELDS,
    FILE_FIELDS,
    GAP_FIELDS,
    RECEIPT_FIELDS,
    SUMMARY_FIELDS,
)
from villages.rest import shapes
from villages.rest.fields import Field

_TYPES = {
    "value": ["string", "integer", "null"],
    "numerator": ["integer", "null"],
    "denominator": ["integer", "null"],
}


def many(fields: tuple[Field, ...], en: str, zh: str) -> dict[str, Any]:
    """A list of objects."""
    return {
        "type": "array", "items": shapes.object_of(fields), "description": en, "x-label-zh": zh,
    }  # fmt: skip


def figure_schema() -> dict[str, Any]:
    """One figure as lists show it."""
    made = shapes.object_of(FIGURE_FIELDS)
    for name, kinds in _TYPES.items():
        made["properties"][name]["type"] = kinds
    return made


def whole_schema() -> dict[str, Any]:
    """One report with what belongs to it."""
    made = shapes.object_of(FIELDS)
    summary = shapes.object_of(SUMMARY_FIELDS)
    made["properties"] |= {
        "content": {**summary, "description": "What it says, in short.", "x-label-zh": "内容概要"},
        "missing": many(GAP_FIELDS, "What is not in the figures.", "缺口"),
        "files": many(FILE_FIELDS, "Its documents.", "文件"),
        "receipts": many(RECEIPT_FIELDS, "To whom it went, and who signed.", "签收"),
    }
    made["required"] = list(made["properties"])
    return made
