"""What programs read of one figure: its formula and the frozen rows behind it."""

from typing import Any

from rectification.reports.api.fields import SENTENCE_FIELDS
from rectification.reports.api.schemas import figure_schema, many
from villages.common.columns import Kind
from villages.rest import shapes
from villages.rest.fields import Field

_FORMULA = (
    Field("words", "算法", "The formula in Chinese words"),
    Field("how", "算式", "How the parts are put together",
          about_en="value, total, share (a/b in per cent), ratio, difference, growth, points or "
          "place."),
    Field("scale", "除以", "What the outcome is divided by", Kind.INTEGER),
    Field("empty", "无行时", "What the sum of no row is", Kind.INTEGER, nullable=True,
          about_en="What the sum of no row is; null where that is a gap."),
    Field("digits", "小数位", "Decimals kept, rounded half-up once", Kind.INTEGER),
)  # fmt: skip
_FOLD = (
    Field("table", "表", "Key of the frozen table"),
    Field("how", "方法", "count, sum, distinct or max"),
    Field("column", "列", "Column that is summed; empty where rows are counted"),
)
_WHERE = (
    Field("column", "列", "Column"),
    Field("how", "关系", "eq, ne, in, ge, gt, lt, known or unknown"),
)
_PART = (
    Field("name", "名称", "Name of the part in the words"),
    Field("words", "说明", "What it does, in Chinese words"),
    Field("value", "数值", "What it gives, unrounded", nullable=True),
    Field("table", "表", "Key of the frozen table"),
    Field("title", "表名", "Title of the frozen table"),
    Field("column", "列", "Column that is summed", nullable=True),
    Field(
        "hidden",
        "未列行数",
        "Rows outside of the territory",
        Kind.INTEGER,
        about_en="Rows that are counted in and lie outside of the reader's territory.",
    ),
)
_COLUMN = (Field("key", "键", "Key of the column"), Field("header", "表头", "Header"))
_SIBLING = (Field("code", "代码", "Code"), Field("label", "名称", "Label"))
_CELL = {"type": ["string", "integer", "null"]}


def _rows(en: str, zh: str) -> dict[str, Any]:
    row = {"type": "object", "additionalProperties": _CELL}
    return {"type": "array", "items": row, "description": en, "x-label-zh": zh}


def _folds() -> dict[str, Any]:
    where = shapes.object_of(_WHERE)
    where["properties"]["value"] = {"description": "The value compared with.", "x-label-zh": "值"}
    where["required"].append("value")
    fold = shapes.object_of(_FOLD)
    fold["properties"]["where"] = {
        "type": "array", "items": where, "description": "Conditions, all of which hold.",
        "x-label-zh": "条件",
    }  # fmt: skip
    fold["required"].append("where")
    return {"type": "array", "items": fold, "description": "Its parts.", "x-label-zh": "各项"}


def _formula() -> dict[str, Any]:
    made = shapes.object_of(_FORMULA)
    made["properties"]["folds"] = _folds()
    made["required"].append("folds")
    texts = {"description": "Null for a stated gap without rows.", "x-label-zh": "算法"}
    return {**made, "type": ["object", "null"], **texts}


def _parts() -> dict[str, Any]:
    made = shapes.object_of(_PART)
    made["properties"] |= {
        "columns": many(_COLUMN, "Columns of its rows.", "列"),
        "rows": _rows("Frozen rows that are counted in.", "行"),
    }
    made["required"] = list(made["properties"])
    texts = {"description": "Every count or sum of the formula.", "x-label-zh": "各项"}
    return {"type": "array", "items": made, **texts}


def traced_schema() -> dict[str, Any]:
    """One figure with everything behind it."""
    made = figure_schema()
    made["properties"] |= {
        "formula": _formula(),
        "rows": _rows("Frozen rows of the first part.", "行"),
        "parts": _parts(),
        "siblings": many(_SIBLING, "Figures of the same sentences and rows.", "同句数字"),
        "sentences": many(SENTENCE_FIELDS, "Sentences that state it.", "所在句子"),
        "tables": {
            "type": "array", "items": {"type": "string"},
            "description": "Printed tables that show it.", "x-label-zh": "所在表格",
        },
    }  # fmt: skip
    made["required"] = list(made["properties"])
    return made
