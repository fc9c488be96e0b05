"""Request bodies of imports."""

from villages.common.columns import Kind
from villages.imports.batch_fields import COUNTY, KIND, ImportMode
from villages.rest.fields import Field, Input
from villages.rest.writing import WriteSerializer

PERIOD_TEXT = Field(
    "period", "月份", "Month", example="2026-10", pattern="^[0-9]{4}([QH-][0-9]{1,2})?$",
    about_en="Month of the figures; left out: as the title of the sheet says.",
)  # fmt: skip
_MODE = Field(
    "mode", "方式", "Which rows to save", Kind.CHOICE, choices=ImportMode,
    about_en="all: nothing is saved while there are errors; good: faulty rows are left out.",
)  # fmt: skip
_REASON = Field("reason", "理由", "Why it is taken back")


class ImportSend(WriteSerializer):
    """The texts beside the file."""

    inputs = (
        Input(KIND, required=True, max_length=40), Input(PERIOD_TEXT), Input(COUNTY),
    )  # fmt: skip


class ImportDecision(WriteSerializer):
    """Which rows to save."""

    inputs = (Input(_MODE, default=ImportMode.ALL),)


class ImportUndoWrite(WriteSerializer):
    """Why it is taken back."""

    inputs = (Input(_REASON, max_length=200, default=""),)
