"""Codes and fields, explained in both languages: `meta/enums` and `meta/fields`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models.enums import Choices
from django.http import HttpResponse
from django.utils.translation import override
from rest_framework.request import Request

from villages.common.columns import Kind
from villages.rest.answers import respond
from villages.rest.fields import Field
from villages.rest.operations import Operation
from villages.rest.resources import Resource
from villages.rest.views import ApiView


@dataclass(frozen=True)
class Enumeration:
    """Codes of one kind with labels; `english` names every code."""

    name: str
    choices: type[Choices]
    zh: str
    en: str
    english: dict[str, str]

    def values(self) -> list[dict[str, str]]:
        """Codes in declared order."""
        with override("zh-hans"):
            return [
                {"value": str(value), "label_zh": str(label), "label_en": self.english[str(value)]}
                for value, label in self.choices.choices
            ]


def _text(name: str, zh: str, en: str, **more: Any) -> Field:
    return Field(name, zh, en, **more)


ENUM_FIELDS = (
    _text("name", "枚举名", "Name of the enumeration"),
    _text("label_zh", "中文名", "Chinese label"),
    _text("label_en", "英文名", "English label"),
)
FIELD_FIELDS = (
    _text("resource", "资源", "Resource"),
    _text("name", "字段名", "Name on the wire"),
    _text("kind", "类型", "Kind of value"),
    _text("label_zh", "中文名", "Chinese label"),
    _text("label_en", "英文名", "English label"),
    _text("description_zh", "中文口径", "Chinese definition"),
    _text("description_en", "英文口径", "English definition"),
    _text("unit", "单位", "Unit"),
    _text("enum", "取值代码", "Name of its enumeration, or empty"),
    Field("nullable", "可为空", "Whether it may be null", Kind.BOOLEAN),
    Field("repeated", "多值", "Whether it is a list", Kind.BOOLEAN),
    Field("sortable", "可排序", "Whether ordering accepts it", Kind.BOOLEAN),
    Field("filters", "筛选参数", "Filter parameters", many=True),
)


def _results(fields: tuple[Field, ...], **more: Any) -> dict[str, Any]:
    from villages.rest.shapes import object_of

    item = object_of(fields)
    item["properties"] |= more
    item["required"] += list(more)
    results = {
        "type": "array",
        "items": item,
        "description": "All entries.",
        "x-label-zh": "全部条目",
    }
    return {
        "type": "object",
        "required": ["results"],
        "additionalProperties": False,
        "properties": {"results": results},
    }


_VALUES = {
    "type": "array",
    "description": "Codes with labels.",
    "x-label-zh": "代码",
    "items": {
        "type": "object",
        "required": ["value", "label_zh", "label_en"],
        "additionalProperties": False,
        "properties": {
            name: {"type": "string", "description": en, "x-label-zh": zh}
            for name, en, zh in (
                ("value", "The code.", "代码"),
                ("label_zh", "Chinese label.", "中文名"),
                ("label_en", "English label.", "英文名"),
            )
        },
    },
}


class MetaView(ApiView):
    """What never depends on territory; open to every token."""

    always_open = True
    key = "meta"
    resources: ClassVar[tuple[type[Resource], ...]] = ()
    enumerations: ClassVar[tuple[Enumeration, ...]] = ()


class MetaEnums(MetaView):
    """All enumerations."""

    operations = {
        "get": Operation(
            "meta_enums", "All codes with their labels", "全部代码及名称",
            schema=_results(ENUM_FIELDS, values=_VALUES),
        )
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """Every enumeration with its codes."""
        found = [
            {"name": one.name, "label_zh": one.zh, "label_en": one.en, "values": one.values()}
            for one in self.enumerations
        ]
        return respond(request._request, {"results": found})


class MetaFields(MetaView):
    """All fields of all resources."""

    operations = {
        "get": Operation(
            "meta_fields", "All fields with their definitions", "全部字段及口径",
            schema=_results(FIELD_FIELDS),
        )
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """Every field of every resource."""
        with override("zh-hans"):
            found = list(explained(self.resources, self.enumerations))
        return respond(request._request, {"results": found})


def explained(
    resources: Iterable[type[Resource]], enumerations: Iterable[Enumeration]
) -> Iterable[dict[str, Any]]:
    """One entry per field, in the order of declaration."""
    names = {one.choices: one.name for one in enumerations}
    for resource in resources:
        for field in resource.fields:
            parameters = [c.name for c in resource.reader.conditions.values() if c.field == field]
            yield _explained(resource.key, field, names, parameters)


def _explained(
    key: str, field: Field, names: dict[Any, str], parameters: list[str]
) -> dict[str, Any]:
    return {
        "resource": key,
        "name": field.name,
        "kind": field.kind.value,
        "label_zh": str(field.zh),
        "label_en": field.en,
        "description_zh": str(field.about_zh or field.zh),
        "description_en": field.description,
        "unit": str(field.unit),
        "enum": names.get(field.choices, "") if field.choices else "",
        "nullable": field.nullable,
        "repeated": field.many,
        "sortable": field.orders,
        "filters": parameters,
    }
