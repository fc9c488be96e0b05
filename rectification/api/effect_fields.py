"""What `case-effects` shows of figures and rows, explained in two languages."""

from typing import Any

from villages.common.columns import Kind
from villages.rest.fields import Field, Filter
from villages.rest.figure_answers import DAY, MISSING, schema
from villages.rest.shapes import object_of

YEAR = Filter(
    Field(
        "listed_year", "批次年度", "Year of the batch", Kind.CODE, pattern="^20[0-9]{2}$",
        about_en="Year of the batch; the running year where nothing is said.",
    ),
    lambda rows, _year: rows,
)  # fmt: skip
BATCH = Field("listed_year", "批次年度", "Year of the batch", Kind.INTEGER)
KEY = Field(
    "key", "指标代码", "Key of the figure", pattern="^[a-z0-9-]{1,60}$", example="passed",
    about_en="Stable key; kinds of problems and works carry the key of the county's word.",
)  # fmt: skip
VALUE = Field("value", "数值", "Value", about_en="Decimals as text; null for a gap.", nullable=True)
FIGURE = (
    KEY,
    Field("group", "类别", "What it is about"),
    Field("label", "名称", "Label"),
    VALUE,
    Field("gap", "缺口", "Why there is no value", nullable=True),
    Field("unit", "单位", "Unit of the value"),
    Field("denominator", "分母", "What the value is out of", Kind.INTEGER, nullable=True,
          about_en="Cases, problems, or villages that said something; null for a plain sum."),
    MISSING,
    Field("source", "来源", "Source"),
    Field("definition", "口径", "What is counted"),
)  # fmt: skip
PLACE = (
    Field("village", "村代码", "Village code", Kind.CODE),
    Field("name", "村", "Village"),
    Field("township", "乡镇", "Township"),
    Field("case", "整顿", "Key of the case"),
    Field("number", "整顿编号", "Number of the case"),
)
ROW = (
    *PLACE,
    Field("value", "计入", "What the row adds", about_en="What the row adds; decimals as text."),
    Field("text", "内容", "What the row says"),
    Field("source", "来源", "Ledger in which the row stands"),
    Field("uid", "编号", "Key of the row", nullable=True,
          about_en="Key of the row in its ledger; null where a village's rows are meant."),
)  # fmt: skip
LEFT_OUT = (*PLACE, Field("reason", "情况", "Why it adds nothing"))
_NUMBER = {"value": ["string", "integer"]}


def figure_item() -> dict[str, Any]:
    """The schema of one figure."""
    made = object_of(FIGURE)
    made["properties"]["value"]["type"] = [*_NUMBER["value"], "null"]
    return made


def rows_schema() -> dict[str, Any]:
    """The schema of the rows behind a figure, with what was left out."""
    item = object_of(ROW)
    item["properties"]["value"]["type"] = _NUMBER["value"]
    made = schema(DAY, BATCH, KEY, item=item)
    made["properties"]["left_out"] = {
        "type": "array", "items": object_of(LEFT_OUT), "x-label-zh": "其余",
        "description": "What adds nothing, and why.",
    }  # fmt: skip
    made["required"].append("left_out")
    return made
