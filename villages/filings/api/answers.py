"""Reading what is stated of a village, and telling what became of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from villages.common.columns import Kind
from villages.filings.api.wire import text_of
from villages.filings.declaring import FilingInput
from villages.filings.pushed import Outcome, Trouble
from villages.rest import shapes
from villages.rest.fields import Field
from villages.rest.problems import Problem

# Refusals by what is stored rather than by what was sent: together they are a conflict.
_OF_STATE = frozenset({"month_closed", "state_wrong", "version_changed", "village_unknown"})
RESULT = (
    Field("row", "行号", "Number of the row, from 0", Kind.INTEGER),
    Field("village", "村代码", "Code of the village as it was sent"),
    Field("result", "结果", "Result", about_en="saved, submitted, unchanged or refused."),
    Field("receipt", "回执编号", "Number of the receipt; empty without a submission"),
    Field("version", "版本", "Version of the filing now", Kind.INTEGER, nullable=True),
)


@dataclass
class Read:
    """Texts of one village, and what could not be read."""

    texts: dict[str, str] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)


def read_values(given: Mapping[str, Any], asked: Iterable[FilingInput]) -> Read:
    """JSON values as the texts of a draft; each wrong one is a trouble of its own."""
    known, read = {one.key: one for one in asked}, Read()
    for key, value in given.items():
        if key not in known:
            read.troubles.append(Trouble(key, "input_unknown", _("这个月没有这一项。")))
            continue
        try:
            read.texts[key] = text_of(known[key], value)
        except ValueError as error:
            read.troubles.append(Trouble(key, "invalid", str(error)))
    return read


def errors_of(troubles: Iterable[Trouble], row: int | None = None) -> list[dict[str, Any]]:
    """Pointers into the body: a missing sentence points at the notes, all else at the values."""
    return [
        {"pointer": _pointer(one, row), "code": one.code, "detail": one.message} for one in troubles
    ]


def _pointer(one: Trouble, row: int | None) -> str:
    member = "notes" if one.code == "note_needed" else "values"
    start = "" if row is None else f"/rows/{row}"
    key = one.input_key.replace("~", "~0").replace("/", "~1")
    return f"{start}/{member}/{key}" if key else start or "/"


def refusal(rows: Iterable[tuple[int | None, Iterable[Trouble]]]) -> Problem:
    """Why nothing was taken: 412 or 409 where only what is stored stands against it, else 400."""
    found = [(row, list(troubles)) for row, troubles in rows]
    codes = {one.code for _row, troubles in found for one in troubles}
    errors = [error for row, troubles in found for error in errors_of(troubles, row)]
    if codes == {"version_changed"}:
        return Problem("version_changed", errors=errors)
    return Problem("refused" if codes <= _OF_STATE else "invalid_body", errors=errors)


def result(row: int, village: str, outcome: Outcome) -> dict[str, Any]:
    """What became of one row."""
    return {
        "row": row,
        "village": village,
        "result": outcome.result,
        "receipt": outcome.receipt,
        "version": outcome.version,
        "errors": errors_of(outcome.troubles, row),
    }


def results_schema() -> dict[str, Any]:
    """The schema of the answer to many."""
    made = shapes.object_of(RESULT)
    made["properties"]["errors"] = shapes.problem()["properties"]["errors"]
    made["required"].append("errors")
    results = {
        "type": "array", "items": made, "description": "One result per row, in order.",
        "x-label-zh": "逐行结果",
    }  # fmt: skip
    return {
        "type": "object", "required": ["results"], "additionalProperties": False,
        "properties": {"results": results},
    }  # fmt: skip
