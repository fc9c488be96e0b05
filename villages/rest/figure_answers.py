"""Answers made of figures, and their schema."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from villages.common.columns import Kind
from villages.common.figures import Figure
from villages.rest.fields import Field
from villages.rest.shapes import object_of

DAY = Field("on", "日期", "Day of the figures", Kind.DATE)
MISSING = Field(
    "missing", "没有填报的村", "Villages that did not file",
    about_en="Codes of villages that filed nothing; they are in no number and no base.", many=True,
)  # fmt: skip
_UNIT = Field("unit", "单位代码", "Unit", Kind.CODE, about_en="Code of the unit asked for.")
FIELDS = (
    Field("code", "编码", "Code of the figure"),
    Field("label", "名称", "Label"),
    Field("value", "数值", "Value", about_en="Decimals as text; null for a gap.", nullable=True),
    Field("gap", "缺口", "Why there is no value", nullable=True),
    Field("unit", "单位", "Unit of the value"),
    Field("numerator", "分子", "Numerator of a share", nullable=True),
    Field("denominator", "分母", "Denominator of a share", nullable=True),
    Field("as_of", "截至日期", "Day of the value", Kind.DATE, nullable=True),
    Field("period", "期间", "Period of the value", nullable=True),
    MISSING,
    Field("source", "来源", "Source"),
    Field("definition", "口径", "What is counted"),
    Field("definition_version", "口径版本", "Edition of the definition"),
)
# Sums of fen are larger than the numbers that parameters take.
_TYPES = {
    "value": ["string", "integer", "null"],
    "numerator": ["integer", "null"],
    "denominator": ["integer", "null"],
}


def schema(*heads: Field, item: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """An answer with the unit, further heads, and figures (or other computed rows)."""
    made = object_of((_UNIT, *heads))
    made["properties"]["results"] = {
        "type": "array", "items": dict(item or _figure()),
        "description": "What was computed.", "x-label-zh": "结果",
    }  # fmt: skip
    made["required"].append("results")
    return made


def _figure() -> dict[str, Any]:
    made = object_of(FIELDS)
    for name, kinds in _TYPES.items():
        made["properties"][name]["type"] = kinds
    return made


def answer(unit: str, figures: Iterable[Figure], **heads: date | str) -> dict[str, Any]:
    """The answer itself."""
    return {"unit": unit, **heads, "results": [one.to_json() for one in figures]}
