"""Bodies that write filings."""

from typing import Any

from rest_framework import serializers

from villages.common.columns import Kind
from villages.filings.api import wire
from villages.filings.api.fields import (
    CODE,
    LATE_REASON,
    MONTH,
    MOST_LETTERS,
    OBJECTION,
    VERSION,
    VILLAGE,
    WHY,
)
from villages.ledgers.api.bulk_body import MOST_ROWS, AsGiven, Mode
from villages.rest import shapes
from villages.rest.fields import Field, Input
from villages.rest.writing import StrictText, WriteSerializer

SUBMIT = Input(
    Field("submit", "提交", "Hand in", Kind.BOOLEAN,
          about_en="true hands in and gives a receipt; false keeps a draft."),
    default=False,
)  # fmt: skip
CONFIRM = Input(
    Field("confirm", "其余不变", "Confirm the rest", Kind.BOOLEAN,
          about_en="true: inputs that are not named stand as they were last time; "
          "false: they are left empty."),
    default=False,
)  # fmt: skip
MODE = Input(
    Field("mode", "方式", "Mode", Kind.CHOICE, choices=Mode,
          about_en="rows: good rows are taken, others refused; atomic: all rows or none."),
    default=Mode.ROWS,
)  # fmt: skip


class _Stating(WriteSerializer):
    """Members that state something about one village."""

    def get_fields(self) -> dict[str, Any]:
        """Values and sentences by input beside the declared members."""
        note = StrictText(max_length=MOST_LETTERS, allow_blank=True)
        return {
            **super().get_fields(),
            "values": serializers.DictField(child=AsGiven(allow_null=True), default=dict),
            "notes": serializers.DictField(child=note, default=dict),
        }


class FilingWrite(_Stating):
    """One village's month."""

    inputs = (SUBMIT, CONFIRM)


class FilingRow(_Stating):
    """One village among many."""

    inputs = (Input(VILLAGE, required=True, max_length=12), Input(VERSION, low=0))

    def get_fields(self) -> dict[str, Any]:
        """The version may be left out or null where nobody began."""
        version = super().get_fields()
        version["version"].allow_null = True
        return version


class FilingBulk(WriteSerializer):
    """Many villages of one month."""

    inputs = (Input(MONTH, required=True), SUBMIT, CONFIRM, MODE)

    def get_fields(self) -> dict[str, Any]:
        """The rows; each is read by itself."""
        rows = serializers.ListField(
            child=AsGiven(allow_null=True), min_length=1, max_length=MOST_ROWS
        )
        return {**super().get_fields(), "rows": rows}


class FilingAccept(WriteSerializer):
    """Accepting one filing."""

    inputs = (LATE_REASON,)


class FilingWithdraw(WriteSerializer):
    """Taking a submission back."""

    inputs = (WHY,)


class FilingObjection(WriteSerializer):
    """What is wrong at one place."""

    inputs = OBJECTION


class FilingSendBack(WriteSerializer):
    """Everything that is wrong with one filing."""

    def get_fields(self) -> dict[str, Any]:
        """The places."""
        return {"objections": FilingObjection(many=True, allow_empty=False, max_length=60)}  # type: ignore[call-arg]


def _by_input(en: str, zh: str, inner: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": inner, "description": en, "x-label-zh": zh}


_STATED = {
    "values": _by_input(
        "Values by key of the input, as filing-inputs lists them; null clears. Counts are JSON "
        "integers, amounts decimal texts of yuan, dates YYYY-MM-DD, choices codes.",
        "各项的值", wire.SCHEMA,
    ),
    "notes": _by_input(
        "Sentences that explain odd values, by key of the input.", "各项的说明",
        {"type": "string", "maxLength": MOST_LETTERS},
    ),
}  # fmt: skip


def write_schema() -> dict[str, Any]:
    """The body of one village."""
    made = shapes.body(FilingWrite.inputs)
    return {**made, "properties": {**made["properties"], **_STATED}}


def bulk_schema() -> dict[str, Any]:
    """The body of many. Rows are any objects here: a wrong one is a result, no refusal."""
    made = shapes.body(FilingBulk.inputs)
    rows = {
        "type": "array", "minItems": 1, "maxItems": MOST_ROWS, "items": {},
        "description": f"Objects with village ({CODE}), values, notes and, for a village that "
        "was begun, version.",
        "x-label-zh": "各村",
    }  # fmt: skip
    return {
        **made,
        "properties": {**made["properties"], "rows": rows},
        "required": ["period", "rows"],
    }


def send_back_schema() -> dict[str, Any]:
    """The body of a return."""
    objections = {
        "type": "array", "minItems": 1, "maxItems": 60, "items": shapes.body(OBJECTION),
        "description": "What is wrong, place by place.", "x-label-zh": "退回内容",
    }  # fmt: skip
    return {
        "type": "object", "additionalProperties": False, "required": ["objections"],
        "properties": {"objections": objections},
    }  # fmt: skip
