"""Parameters of reads, for the schema."""

import re
from typing import Any

from villages.rest.fields import Field
from villages.rest.query import LARGEST_PAGE, MOST_EXPANDED, MOST_ORDERED, PAGE, Condition
from villages.rest.shapes import described
from villages.rest.wire import LONGEST, schema_of

_WORDS = {
    "exact": "{en}.",
    "in": "{en} is one of these, separated by commas.",
    "gt": "{en} is greater than this.",
    "gte": "{en} is this or greater.",
    "lt": "{en} is less than this.",
    "lte": "{en} is this or less.",
    "startswith": "{en} begins with this.",
    "contains": "{en} contains this, case-insensitively.",
    "isnull": "Whether {en} is unknown.",
}


def of_path(view: Any, path: str) -> list[dict[str, Any]]:
    """Parameters inside the address, from the fields that the view names."""
    fields = {field.name: field for field in getattr(view, "fields", ())}
    fields |= {field.name: field for field in getattr(view, "path_fields", ())}
    found = []
    for name in re.findall(r"\{(\w+)\}", path):
        field = fields[name]
        schema = schema_of(field)
        found.append(_parameter(name, described(field, schema), "path", required=True))
    return found


def of_item(view: Any) -> list[dict[str, Any]]:
    """What shapes one object."""
    reader = view.reader
    names = list(reader.fields)
    found = [
        _names("fields", "Only these fields.", "只要这些字段", names),
        _names("omit", "Without these fields.", "不要这些字段", names),
        _plain(
            "brief", "true: only the few fields that name the object.", "精简", {"type": "boolean"}
        ),
    ]
    if reader.expands:
        found.append(
            _names(
                "expand", "Related objects in full.", "展开", list(reader.expands), MOST_EXPANDED
            )
        )
    return found


def of_list(view: Any) -> list[dict[str, Any]]:
    """What shapes, narrows, orders and pages a list."""
    reader = view.reader
    found = of_item(view)
    if reader.orderable:
        found.append(_ordering(reader.orderable))
    limit = {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PAGE}
    formats = {"type": "string", "enum": ["json", "csv", "xlsx", "jsonl"], "default": "json"}
    cursor = {"type": "string", "minLength": 1, "maxLength": 2000}
    found += [
        _plain("limit", "Rows a page.", "每页行数", limit),
        _plain(
            "cursor",
            "Opaque position from next or prev; 404 when it is not ours.",
            "翻页位置",
            cursor,
        ),
        _plain(
            "count", "exact: also count all rows.", "计数", {"type": "string", "enum": ["exact"]}
        ),
        _plain("format", "Format; files hold all rows, up to 50,000.", "格式", formats),
    ]
    return found + [_condition(one) for one in reader.conditions.values()]


def _ordering(words: list[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "array", "items": {"type": "string", "enum": words}}
    schema |= {"minItems": 1, "maxItems": MOST_ORDERED}
    made = _plain(
        "ordering", "Order by these fields, separated by commas; - is descending.", "排序", schema
    )
    return {**made, "style": "form", "explode": False}


def _condition(one: Condition) -> dict[str, Any]:
    schema = _schema(one.field, one.lookup)
    text = _WORDS[one.lookup].format(en=one.field.description.rstrip("."))
    made = _plain(one.name, text[0].upper() + text[1:], str(one.field.zh), schema)
    return {**made, "style": "form", "explode": False} if one.lookup == "in" else made


def _schema(field: Field, lookup: str) -> dict[str, Any]:
    if lookup == "isnull":
        return {"type": "boolean"}
    if lookup in {"startswith", "contains"}:
        return {"type": "string", "maxLength": LONGEST}
    schema = schema_of(field)
    if schema["type"] == "string" and not {"enum", "pattern", "format"} & set(schema):
        schema["maxLength"] = LONGEST
    if lookup == "in":
        items = {**schema}
        if set(items) == {"type", "maxLength"}:
            items["pattern"] = "^[^,]+$"
        return {"type": "array", "items": items, "minItems": 1, "maxItems": 200}
    return schema


def _names(name: str, en: str, zh: str, words: list[str], most: int = 0) -> dict[str, Any]:
    items = {"type": "string", "enum": words}
    schema = {"type": "array", "items": items, "minItems": 1, "maxItems": most or len(words)}
    return {**_plain(name, en, zh, schema), "style": "form", "explode": False}


def _plain(name: str, en: str, zh: str, schema: dict[str, Any]) -> dict[str, Any]:
    return _parameter(name, {**schema, "description": en, "x-label-zh": zh}, "query")


def _parameter(
    name: str, schema: dict[str, Any], place: str, *, required: bool = False
) -> dict[str, Any]:
    """Descriptions stand on the parameter, the rest in its schema."""
    text: dict[str, Any] = {
        key: schema.pop(key) for key in ("description", "x-label-zh") if key in schema
    }
    return {"name": name, "in": place, "required": required, **text, "schema": schema}
