"""One import as the API answers it: the shape of `import_sheet --json` and where it stands."""

from typing import Any

from villages.imports.actions.receiving import job_key
from villages.imports.batch_fields import (
    BATCH_FIELDS,
    CHANGE_FIELDS,
    ERROR_FIELDS,
    QUESTION_FIELDS,
    REPAIR_FIELDS,
)
from villages.imports.models import BatchState, ImportBatch
from villages.jobs.models import Job
from villages.rest import shapes
from villages.rest.fields import Field
from villages.rest.rows import builder, paths

COMPONENT = "ImportResult"
# Name, fields of one entry, Chinese label, English help.
_LISTS = (
    ("repairs", REPAIR_FIELDS, "已修正写法", "Cells read otherwise than they stand."),
    ("errors", ERROR_FIELDS, "错误", "Faulty cells; one entry without a place: file refused."),
    ("questions", QUESTION_FIELDS, "请核对", "Possible but odd; never blocks."),
    ("changes", CHANGE_FIELDS, "变化", "Stored values that the file changes."),
)
_SAVED = Field("saved", "已写入", "Whether the rows stand in the data now")
_JOB = Field(
    "job", "后台任务", "Id of the job that checks the file", nullable=True, pattern="^[0-9a-f]{32}$"
)
_COUNTED = "counts"


def answer_of(batch: ImportBatch) -> dict[str, Any]:
    """The whole answer: one query beside the batch. Each list holds its first 2,000 entries;
    `counts` says how many there are."""
    values = tuple(getattr(batch, path) for path in paths(BATCH_FIELDS, (), ()))
    lists = _lists(batch)
    counts = {name: len(rows) for name, rows in lists.items()} | _counts(batch)
    return {
        **builder(BATCH_FIELDS)(values),
        "saved": batch.state == BatchState.SAVED,
        "job": job_of(batch),
        **lists,
        _COUNTED: counts,
    }


def job_of(batch: ImportBatch) -> str | None:
    """The job that checks the file, where it still is known."""
    uid = Job.objects.filter(key=job_key(batch)).values_list("uid", flat=True).first()
    return str(uid) if uid else None


def schema() -> dict[str, Any]:
    """Its description."""
    made = shapes.object_of(BATCH_FIELDS)
    properties = made["properties"]
    properties["saved"] = shapes.described(_SAVED, {"type": "boolean"})
    properties["job"] = shapes.described(_JOB, shapes.value(_JOB))
    for name, fields, zh, en in _LISTS:
        items = shapes.object_of(fields)
        properties[name] = {
            "type": "array", "items": items, "description": en, "x-label-zh": zh,
        }  # fmt: skip
    properties[_COUNTED] = _counts_schema()
    made["required"] = list(properties)
    return made


def _counts_schema() -> dict[str, Any]:
    numbers = [Field(name, zh, f"How many {name}") for name, _fields, zh, _en in _LISTS]
    properties = {one.name: shapes.described(one, {"type": "integer"}) for one in numbers}
    return {
        "type": "object", "properties": properties, "required": list(properties),
        "additionalProperties": False, "x-label-zh": "条数",
        "description": "How many entries there are; lists hold the first 2,000.",
    }  # fmt: skip


def _lists(batch: ImportBatch) -> dict[str, list[dict[str, Any]]]:
    found = batch.findings
    if batch.state == BatchState.REFUSED:
        return {"repairs": [], "errors": [_refusal(batch)], "questions": [], "changes": []}
    return {
        "repairs": found.get("mends", []),
        "errors": found.get("faults", []),
        "questions": [{"unit": "", **one} for one in found.get("questions", [])],
        "changes": [_change(one) for one in found.get("changes", [])],
    }


def _counts(batch: ImportBatch) -> dict[str, int]:
    known = batch.findings.get("counts", {})
    names = {"mends": "repairs", "faults": "errors", "questions": "questions", "changes": "changes"}
    return {names[name]: count for name, count in known.items() if name in names}


def _refusal(batch: ImportBatch) -> dict[str, Any]:
    """As the shell says it: one error without a cell."""
    place = {"sheet": "", "row": 0, "column": "", "value": ""}
    code = str(batch.findings.get("code", ""))
    return {**place, "code": code, "message": batch.error, "suggestion": ""}


def _change(one: dict[str, Any]) -> dict[str, Any]:
    """Values as texts: they are of every kind."""
    texts = {key: None if one[key] is None else str(one[key]) for key in ("old", "new")}
    return {**one, **texts}
