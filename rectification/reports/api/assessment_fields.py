"""Fields of the year-end assessment on the wire, explained in two languages."""

from typing import Any

from rectification.reports.assessment.states import AssessmentStatus, GradeChoice
from villages.common.columns import Kind
from villages.rest.fields import Field
from villages.rest.shapes import object_of

HEADS = (
    Field("year", "年度", "Year", Kind.INTEGER),
    Field("status", "状态", "State", Kind.CHOICE, choices=AssessmentStatus),
    Field("scheme", "考核办法", "Name of the scheme"),
    Field("as_of", "数据截至", "Day up to which rows count", Kind.DATE),
)
YEAR = Field(
    "year", "年度", "Year of the assessment", pattern="^20[0-9]{2}$", example="2026",
)  # fmt: skip
TOWNSHIP = Field(
    "township", "乡镇代码", "Township code", Kind.CODE, pattern="^[0-9]{9}$", example="999901001"
)
TOWNSHIP_FIELDS = (
    Field("township", "乡镇代码", "Township code", Kind.CODE),
    Field("township_name", "乡镇", "Township name"),
    Field("score", "得分", "Score; null without any data", nullable=True),
    Field("before_calibration", "校准前得分", "Score before calibration", nullable=True),
    Field("grade", "等次", "Grade after vetoes", Kind.CHOICE, choices=GradeChoice, nullable=True),
    Field("vetoed", "一票否决", "Whether a veto holds", Kind.BOOLEAN),
    Field("missing", "缺少的数据", "Inputs that nobody knows: in no number", many=True),
)
_INPUT = (
    Field("key", "指标代码", "Key of the input"),
    Field("label", "指标", "Label"),
    Field("numerator", "分子", "Numerator", Kind.INTEGER),
    Field("denominator", "分母", "Denominator; 0 for a number of cases", Kind.INTEGER),
)
_LINE = (
    Field("key", "代号", "Key of the block"),
    Field("name", "考核内容", "Name of the block"),
    Field("weight", "权重", "Weight in points"),
    Field("formula", "计算公式", "Key of the formula"),
    Field("missing", "缺少的数据", "Inputs that nobody knows", many=True),
    Field("rate", "得分率", "Rate in per cent; null where unknown", nullable=True),
    Field("deducted", "扣分", "Points deducted"),
    Field("points", "得分", "Points; null where the block does not count", nullable=True),
)
_EXTRA = (
    Field("key", "代号", "Key of the line"),
    Field("label", "名称", "Label"),
    Field("points", "分值", "Points with their sign"),
)
_FULL = Field("full", "计入的满分", "Weights of the blocks that count")


def _array(item: dict[str, Any], zh: str, en: str) -> dict[str, Any]:
    return {"type": "array", "items": item, "description": en, "x-label-zh": zh}


def _lines() -> dict[str, Any]:
    """A sheet: heads, the township, its lines with inputs, the lines after them."""
    line = object_of(_LINE)
    line["properties"]["inputs"] = _array(object_of(_INPUT), "数据", "Inputs of the formula.")
    line["required"].append("inputs")
    made = object_of((*HEADS, *TOWNSHIP_FIELDS, _FULL))
    made["properties"]["lines"] = _array(line, "计分行", "Lines of the blocks.")
    made["properties"]["extras"] = _array(
        object_of(_EXTRA), "其他各行", "Lines after the blocks; all lines add up to the score."
    )
    made["required"] += ["lines", "extras"]
    return made


LINES_SCHEMA = _lines()
