"""Body and answer of a bulk request."""

from typing import Any

from django.db.models import TextChoices
from rest_framework import serializers

from villages.common.columns import Kind
from villages.rest import shapes
from villages.rest.fields import Field, Input
from villages.rest.writing import WriteSerializer

MOST_ROWS = 500


class Mode(TextChoices):
    """Whether a faulty row stops the others."""

    ROWS = "rows", "逐行"
    ATOMIC = "atomic", "整批"


class Act(TextChoices):
    """What is done to the rows."""

    WRITE = "write", "登记或更正"
    REMOVE = "remove", "删除"


INPUTS = (
    Input(Field(
        "mode", "方式", "Mode", Kind.CHOICE, choices=Mode,
        about_en="rows: good rows are saved, others refused; atomic: all rows or none.",
    ), default=Mode.ROWS),
    Input(Field(
        "act", "动作", "Act", Kind.CHOICE, choices=Act,
        about_en="write: make or change rows; remove: take rows away (a reason is needed).",
    ), default=Act.WRITE),
    Input(Field("reason", "理由", "Reason", about_en="Why; it stands in the trail."), default=""),
)  # fmt: skip


class AsGiven(serializers.Field[Any, Any, Any, Any]):
    """Any JSON value."""

    def to_internal_value(self, data: Any) -> Any:
        """As it came."""
        return data


class BulkBody(WriteSerializer):
    """How, and the rows; each row is read by itself."""

    inputs = INPUTS

    def get_fields(self) -> dict[str, Any]:
        """The rows beside the declared members."""
        rows = serializers.ListField(
            child=AsGiven(allow_null=True), min_length=1, max_length=MOST_ROWS
        )
        return {**super().get_fields(), "rows": rows}

    def validate(self, attrs: Any) -> Any:
        """Rows are never removed without a reason."""
        if attrs["act"] == Act.REMOVE and not attrs["reason"]:
            raise serializers.ValidationError({"reason": "请说明删除的理由。"})
        return attrs


def body_schema(component: str) -> dict[str, Any]:
    """The schema of the body. Rows are any objects here: a wrong one is a result, no refusal."""
    made = shapes.body(INPUTS)
    made["properties"]["rows"] = {
        "type": "array",
        "minItems": 1,
        "maxItems": MOST_ROWS,
        "items": {},
        "description": f"Members as in {component}Write; uid and version name a stored row, "
        "else the natural key does.",
        "x-label-zh": "各行",
    }
    return {**made, "required": ["rows"]}
