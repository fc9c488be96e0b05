"""What a statement of income shows and takes."""

from typing import Any

from collective_economy.choices import Category
from villages.common.columns import Kind
from villages.ledgers.dictionary import words_of
from villages.rest.fields import Field, Input

UID, TWELVE = "^[0-9a-f]{32}$", "^[0-9]{12}$"
_RANGE = ("exact", "gte", "lte")


def _worded(name: str, kind: Kind = Kind.TEXT, **more: Any) -> Field:
    words = words_of("income", name)
    return Field(
        name, words.zh, words.en, kind, about_zh=words.hint, about_en=words.about_en,
        example=words.example or None, **more,
    )  # fmt: skip


VILLAGE = _worded("village", Kind.CODE, source="village__code", pattern=TWELVE, brief=True,
                  filters=("exact", "in", "startswith"))  # fmt: skip
CATEGORY = _worded("category", Kind.CHOICE, choices=Category, brief=True, filters=("exact", "in"))
FROM = _worded("from_month", Kind.MONTH, filters=_RANGE, brief=True)
TO = _worded("to_month", Kind.MONTH, filters=_RANGE, orders=True, brief=True)
AMOUNT = _worded("amount", Kind.YUAN, source="amount_fen", unit="元", brief=True, filters=_RANGE)
OPERATING_PART = _worded(
    "operating_part", Kind.YUAN, source="operating_part_fen", unit="元", nullable=True
)
REGULAR_PART = _worded(
    "regular_part", Kind.YUAN, source="regular_part_fen", unit="元", nullable=True
)
REASON = _worded("reason")
FIELDS = (
    Field("uid", "编号", "Identity of the statement", pattern=UID, brief=True),
    Field(
        "county", "县代码", "Code of the county", Kind.CODE, source="county_code",
        pattern="^[0-9]{6}$", filters=("exact", "in"),
    ),
    Field(
        "township", "乡镇代码", "Code of the township", Kind.CODE,
        source="village__township__code", pattern="^[0-9]{9}$", filters=("exact", "in"),
    ),
    VILLAGE, CATEGORY, FROM, TO, AMOUNT, OPERATING_PART, REGULAR_PART,
    _worded("note"),
    _worded("source"),
    REASON,
    _worded("recorded_on", Kind.DATE, filters=_RANGE),
    _worded("superseded_on", Kind.DATE, nullable=True),
    Field(
        "replaces", "更正的记录", "Statement that this one took the place of",
        source="replaces__uid", nullable=True, pattern=UID,
    ),
)  # fmt: skip
INPUTS = (
    Input(VILLAGE, required=True, max_length=12),
    Input(CATEGORY, required=True),
    Input(FROM),
    Input(TO, required=True),
    Input(AMOUNT, required=True),
    Input(OPERATING_PART),
    Input(REGULAR_PART),
    Input(REASON, default="", max_length=200),
    Input(_worded("source"), default="", max_length=120),
)
