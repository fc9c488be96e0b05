"""Answer of a bulk request: what became of each row."""

from collections.abc import Sequence
from typing import Any

from villages.common.columns import Kind
from villages.common.faults import Fault
from villages.ledgers.drafts import Draft
from villages.rest import shapes
from villages.rest.fields import Field
from villages.rest.problems import Problem

# Faults of what is stored rather than of what was sent: together they are a conflict.
_OF_STATE = frozenset({"month_closed", "version_changed", "row_in_use", "twin"})
RESULT = (
    Field("row", "行号", "Number of the row, from 0", Kind.INTEGER),
    Field("result", "结果", "Result", about_en="created, updated, unchanged, removed or refused."),
    Field("uid", "编号", "Identity of the row; empty where there is none"),
    Field("version", "版本", "Version of the row now", Kind.INTEGER, nullable=True),
)


def answer_schema() -> dict[str, Any]:
    """The schema of the answer."""
    made = shapes.object_of(RESULT)
    made["properties"]["errors"] = shapes.problem()["properties"]["errors"]
    made["required"].append("errors")
    results = {
        "type": "array", "items": made, "description": "One result per row, in order.",
        "x-label-zh": "逐行结果",
    }  # fmt: skip
    return {
        "type": "object",
        "required": ["results"],
        "additionalProperties": False,
        "properties": {"results": results},
    }


def answer(drafts: Sequence[Draft]) -> dict[str, Any]:
    """What became of each row."""
    return {"results": [_result(number, one) for number, one in enumerate(drafts)]}


def _result(number: int, one: Draft) -> dict[str, Any]:
    stored = one.row is not None and one.row.pk is not None
    return {
        "row": number,
        "result": one.result,
        "uid": one.row.uid if stored else one.uid,
        "version": one.row.version if stored else None,
        "errors": _errors(number, one),
    }


def _errors(number: int, one: Draft) -> list[dict[str, Any]]:
    return [_error(number, fault) for fault in one.faults]


def _error(number: int, fault: Fault) -> dict[str, Any]:
    pointer = f"/rows/{number}/{fault.field}" if fault.field else f"/rows/{number}"
    return {"pointer": pointer, "code": fault.code, "detail": f"{fault.message}{fault.hint}"}


def refusal(drafts: Sequence[Draft]) -> Problem:
    """Why nothing was saved: 409 where only what is stored stands against it, else 400."""
    faults = [fault for one in drafts for fault in one.faults]
    errors = [error for number, one in enumerate(drafts) for error in _errors(number, one)]
    kind = "refused" if all(one.code in _OF_STATE for one in faults) else "invalid_body"
    return Problem(kind, errors=errors)
