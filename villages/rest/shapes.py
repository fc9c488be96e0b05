"""JSON schemas of answers, bodies and problems; every property explained in two languages."""

from collections.abc import Mapping, Sequence
from typing import Any

from villages.rest.fields import Field, Input
from villages.rest.wire import schema_of

_TAG = '"v[0-9]{1,10}(-[0-9a-f]{1,32})?"'
MATCH_PATTERN = rf"^(\*|{_TAG}(, ?{_TAG}){{0,9}})$"
# A UUID, with or without the quotes of the draft; shorter keys would meet by chance.
KEY_PATTERN = '^"?[A-Za-z0-9_-]{8,200}"?$'
BINARY = {"type": "string", "contentMediaType": "application/octet-stream"}


def described(field: Field, schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with what people read: label, help, unit, example."""
    made = {**schema, "description": field.description, "x-label-zh": str(field.zh)}
    if field.about_zh:
        made["x-description-zh"] = str(field.about_zh)
    if field.unit:
        made["x-unit"] = str(field.unit)
    if field.example is not None:
        made["examples"] = [field.example]
    return made


def value(field: Field) -> dict[str, Any]:
    """The schema of a field in an answer: nullable, repeated."""
    schema = schema_of(field)
    if field.many:
        schema = {"type": "array", "items": schema}
    if field.nullable:
        schema = {**schema, "type": [schema["type"], "null"]}
        if "enum" in schema:
            schema["enum"] = [*schema["enum"], None]
    return schema


def object_of(
    fields: Sequence[Field],
    expanded: Mapping[str, Any] | None = None,
    *,
    required: bool = True,
) -> dict[str, Any]:
    """The schema of one object."""
    properties = {field.name: described(field, value(field)) for field in fields}
    for name, reference in (expanded or {}).items():
        whole = properties[name]
        texts = [key for key in whole if key.startswith(("x-", "description", "examples"))]
        kept = {key: whole.pop(key) for key in texts}
        properties[name] = {"anyOf": [whole, reference], **kept}
    made: dict[str, Any] = {"type": "object", "properties": properties}
    made["additionalProperties"] = False
    if required:
        made["required"] = [field.name for field in fields]
    return made


def page(item: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of a page."""
    link = {"type": ["string", "null"], "format": "uri"}
    return {
        "type": "object",
        "required": ["next", "prev", "results"],
        "additionalProperties": False,
        "properties": {
            "next": {**link, "description": "Address of the next page.", "x-label-zh": "下一页"},
            "prev": {
                **link,
                "description": "Address of the previous page.",
                "x-label-zh": "上一页",
            },
            "results": {
                "type": "array",
                "items": dict(item),
                "description": "Rows of this page.",
                "x-label-zh": "本页数据",
            },
            "count": {
                "type": "integer",
                "description": "Rows in all pages; only with count=exact.",
                "x-label-zh": "总行数",
            },
        },
    }


def body(inputs: Sequence[Input]) -> dict[str, Any]:
    """The schema of a request body."""
    properties = {one.name: described(one.field, _limited(one)) for one in inputs}
    made: dict[str, Any] = {"type": "object", "properties": properties}
    made["additionalProperties"] = False
    if needed := [one.name for one in inputs if one.required]:
        made["required"] = needed
    return made


def with_file(made: dict[str, Any], name: str) -> dict[str, Any]:
    """A form of texts with one file in it."""
    file = {**BINARY, "description": "The file.", "x-label-zh": "文件"}
    needed = [*made.get("required", []), name]
    return {**made, "properties": {**made["properties"], name: file}, "required": needed}


def _limited(one: Input) -> dict[str, Any]:
    schema = schema_of(one.field)
    if schema["type"] == "integer":
        bounds = {"minimum": one.low, "maximum": one.high}
        schema |= {name: bound for name, bound in bounds.items() if bound is not None}
    if schema["type"] == "string" and "enum" not in schema and "format" not in schema:
        schema.setdefault("maxLength", one.max_length or 200)
        if "pattern" not in schema:
            # Text is trimmed; a required one must have something left.
            schema["pattern"] = r"^[^\x00]*$" if not one.required else r"^[^\s\x00][^\x00]*$"
    if one.field.many:
        schema = {"type": "array", "items": schema, "maxItems": one.max_items or 200}
    if one.field.nullable and not one.required:
        schema = {**schema, "type": [schema["type"], "null"]}
    return schema


def problem() -> dict[str, Any]:
    """The schema of RFC 9457 problem details as this API writes them."""
    texts = {
        "type": ("Address of the page about this kind of problem.", "问题类型"),
        "title": ("The kind of problem in words.", "标题"),
        "detail": ("What is wrong here and what to do.", "说明"),
        "instance": ("The requested path.", "请求路径"),
        "request_id": ("Quote this when asking for help.", "请求编号"),
        "code": ("The kind of problem for programs.", "问题代码"),
        "reason": ("The rule that refused, for programs.", "规则代码"),
        "hint": ("What to do next.", "提示"),
    }
    properties: dict[str, Any] = {
        name: {"type": "string", "description": en, "x-label-zh": zh}
        for name, (en, zh) in texts.items()
    }
    properties["status"] = {
        "type": "integer",
        "description": "The HTTP status.",
        "x-label-zh": "状态码",
    }
    properties["errors"] = {
        "type": "array",
        "items": _error(),
        "description": "The places that are wrong.",
        "x-label-zh": "错误位置",
    }
    needed = ["type", "title", "status", "detail", "instance", "request_id", "code", "errors"]
    return {"type": "object", "required": needed, "properties": properties}


def _error() -> dict[str, Any]:
    texts = {
        "pointer": ("JSON pointer into the request body.", "请求体位置"),
        "parameter": ("Name of a parameter or header.", "参数名"),
        "code": ("What kind of mistake.", "错误代码"),
        "detail": ("The mistake in words.", "错误说明"),
        "suggestion": ("The nearest known name.", "建议"),
    }
    return {
        "type": "object",
        "required": ["code", "detail"],
        "properties": {
            name: {"type": "string", "description": en, "x-label-zh": zh}
            for name, (en, zh) in texts.items()
        },
    }


def header(name: str, en: str, zh: str, pattern: str, *, required: bool = False) -> dict[str, Any]:
    """A header parameter."""
    return {
        "name": name,
        "in": "header",
        "required": required,
        "description": en,
        "x-label-zh": zh,
        "schema": {"type": "string", **({"pattern": pattern} if pattern else {})},
    }


IF_MATCH = header(
    "If-Match", "The ETag that was read; 428 without it, 412 when the object has changed since.",
    "要修改的版本", MATCH_PATTERN, required=True,
)  # fmt: skip
IF_NONE_MATCH = header(
    "If-None-Match", "ETags the client has; 304 when one of them still holds.", "已有版本", ""
)
IDEMPOTENCY_KEY = header(
    "Idempotency-Key", "A new key for each new request; a repeat within 48 hours acts once.",
    "幂等键", KEY_PATTERN,
)  # fmt: skip


def headers(status: int, kind: str) -> dict[str, Any]:
    """Headers of an answer."""
    text = {"schema": {"type": "string"}}
    found = {
        "ETag": {**text, "description": "Version of this answer."},
        "X-Request-ID": {**text, "description": "Id of this request in the logs."},
        "RateLimit": {**text, "description": "What is left of the budget, and until when."},
        "RateLimit-Policy": {**text, "description": "The budget."},
    }
    if kind == "list":
        found["Link"] = {**text, "description": "Addresses of the next and previous page."}
    if status == 201:
        found["Location"] = {**text, "description": "Address of the new object."}
    if status == 202:
        found["Location"] = {**text, "description": "Address of the job that does the work."}
    return found
