"""What programs read of colours."""

from typing import Any

from rectification.warnings.choices import Colour, Stage
from rectification.warnings.judgement import EXEMPT, OBSERVED, OVERRIDE
from rectification.warnings.sentences import reason
from villages.common.columns import Kind
from villages.rest import shapes
from villages.rest.fields import Field

PERIOD_PATTERN = "^20[0-9]{2}-(0[1-9]|1[0-2])$"
VILLAGE_PATTERN = "^[0-9]{12}$"


def _clauses(reasons: Any) -> Any:
    """What stands in a sheet: words, for those that count."""
    return ";".join(reason(one) for one in reasons if one["level"] in {"red", "yellow"})


PERIOD = Field(
    "period", "月份", "Month", Kind.MONTH, source="month", example="2026-09",
    filters=("exact", "gte", "lte"), orders=True, brief=True,
)  # fmt: skip
VILLAGE = Field(
    "village", "村代码", "Village code", Kind.CODE, source="village__code",
    example="999900001201", pattern=VILLAGE_PATTERN, filters=("exact", "in", "startswith"),
    orders=True, brief=True,
)  # fmt: skip
FIELDS = (
    Field("uid", "编号", "Identity of the receipt", pattern="^[0-9a-f]{32}$", brief=True),
    PERIOD,
    VILLAGE,
    Field("village_name", "村", "Village name", source="village__name", brief=True),
    Field(
        "township", "当月所属乡镇", "Township code", Kind.CODE, source="township_code",
        about_en="Code of the township in which the village lay in that month.",
        filters=("exact", "in"),
    ),
    Field(
        "colour", "颜色", "Colour", Kind.COLOUR, choices=Colour, filters=("exact", "in"),
        orders=True, brief=True,
        about_en="red, yellow, green, or grey where too much is unknown to judge.",
    ),
    Field(
        "mark", "标记", "Mark", filters=("exact", "in"),
        about_en=f"What goes beside the colour: {OVERRIDE}, {OBSERVED}, {EXEMPT}, or nothing.",
    ),
    Field("red_months", "连续红色月数", "Months red in a row, this one included", Kind.INTEGER,
          filters=("gte", "exact")),
    Field("yellow_months", "连续黄色月数", "Months yellow in a row, this one included",
          Kind.INTEGER, filters=("gte", "exact")),
    Field(
        "raw_colour", "本月数据颜色", "Colour by the data of the month alone", Kind.COLOUR,
        choices=Colour, filters=("exact",),
        about_en="Colour by the data of the month alone, whatever events wait to be lowered.",
    ),
    Field(
        "reasons", "原因", "Why", show=_clauses,
        about_en="One object for each reason, unknown ones included; in files the clauses "
        "of those that count.",
    ),
    Field("rule_set", "规则版本", "Name of the rule set that judged", source="rule_set__name"),
    Field(
        "effective_from", "规则施行日期", "Day from which that rule set holds", Kind.DATE,
        source="rule_set__effective_from",
    ),
    Field(
        "stage", "阶段", "Stage of the evaluation that wrote it", Kind.CHOICE, choices=Stage,
        source="evaluation__stage",
    ),
    Field("digest", "摘要", "Name of exactly this outcome from exactly these facts"),
    Field(
        "evaluated_at", "评估时间", "When it was written", Kind.INSTANT,
        source="evaluation__evaluated_at",
    ),
)  # fmt: skip
REASON_FIELDS = (
    Field("rule", "规则", "Code of the rule", about_en="W01 and on; Z and on for the county's "
          "own; C1 to C3 for what several rules or months say together."),
    Field("title", "名称", "Title of the rule"),
    Field("level", "级别", "Level", about_en="red, yellow, unknown, exempt or cleared; only the "
          "first two count for the colour."),
    Field("sentence", "说明", "Number, threshold, margin and edition in one Chinese sentence"),
    Field("label", "指标", "What the number measures", nullable=True),
    Field("value", "数值", "The number", Kind.DECIMAL, nullable=True),
    Field("threshold", "标准", "The limit it is beyond", Kind.DECIMAL, nullable=True),
    Field("margin", "相差", "Distance beyond the limit", Kind.DECIMAL, nullable=True),
    Field("unit", "单位", "Unit of the numbers", nullable=True),
    Field("held", "未降级起", "Month of an event that nobody lowered", nullable=True,
          about_en="Month (2026-09) of an event that nobody lowered since; null otherwise."),
    Field("waiting", "待核实", "Whether the data are good and only a person is waited for",
          Kind.BOOLEAN),
    Field("rule_set", "规则版本", "Name of the rule set"),
    Field("ledgers", "台账", "Ledgers with the rows behind it", many=True),
)  # fmt: skip
_TURN_FIELDS = (
    Field("rule", "规则", "Code of the rule"),
    Field("label", "指标", "What the number measures"),
    Field("value", "数值", "The number as shown"),
    Field("unit", "单位", "Unit"),
    Field("to_colour", "变为", "Colour of the rule after the change"),
    Field("text", "说明", "The change in Chinese words"),
)
_MORE = (
    Field("standing", "本月承接", "What the village brought into the month", many=True),
    Field("replay_equal", "重放一致", "Whether judging the receipt again gives the same",
          Kind.BOOLEAN),
    Field("untouched", "摘要一致", "Whether the digest is that of the receipt", Kind.BOOLEAN),
)  # fmt: skip


def row_schema(*, whole: bool = False) -> dict[str, Any]:
    """A row of the list, or the whole receipt."""
    made = shapes.object_of(FIELDS, required=whole)
    made["properties"]["reasons"] = _many(REASON_FIELDS, "Why, unknown ones included.", "原因")
    if whole:
        rest = shapes.object_of(_MORE)["properties"]
        rest["facts"] = {
            "type": "object", "additionalProperties": True, "x-label-zh": "依据的数据",
            "description": "What was known; a key that is not there was unknown.",
        }  # fmt: skip
        rest["distances"] = _many(_TURN_FIELDS, "What would turn the colour of a rule.", "转色")
        made["properties"] |= rest
        made["required"] = list(made["properties"])
    return made


def _many(fields: tuple[Field, ...], about: str, zh: str) -> dict[str, Any]:
    return {
        "type": "array", "items": shapes.object_of(fields), "description": about,
        "x-label-zh": zh,
    }  # fmt: skip
