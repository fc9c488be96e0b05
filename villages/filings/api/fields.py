"""What a filing shows and takes."""

from villages.common.columns import Kind
from villages.filings.choices import FilingState, Mark, ReturnReason
from villages.rest.fields import Field, Input

UID, CODE, PERIOD = "^[0-9a-f]{32}$", "^[0-9]{12}$", "^20[0-9]{2}-(0[1-9]|1[0-2])$"
MOST_LETTERS = 200
IDENTITY = Field("uid", "编号", "Identity of the filing", pattern=UID, brief=True)
VILLAGE = Field(
    "village", "村代码", "Code of the village", Kind.CODE, source="village__code", pattern=CODE,
    brief=True, filters=("exact", "in", "startswith"),
)  # fmt: skip
NAME = Field("name", "村名", "Name of the village", source="village__name")
TOWNSHIP = Field(
    "township", "乡镇代码", "Code of the township", Kind.CODE, source="village__township__code",
    pattern="^[0-9]{9}$", filters=("exact", "in"),
)  # fmt: skip
MONTH = Field(
    "period", "月份", "Month", Kind.MONTH, source="month", brief=True, orders=True,
    filters=("exact", "in", "gte", "lte"), example="2026-10",
)  # fmt: skip
STATE = Field(
    "state", "状态", "State", Kind.CHOICE, choices=FilingState, brief=True,
    filters=("exact", "in"),
)  # fmt: skip
LATE = Field(
    "is_late", "迟报", "Late", Kind.BOOLEAN, filters=("exact",),
    about_en="Whether the first submission came after the due day; it stays so for ever.",
)  # fmt: skip
SENT = Field("sent_at", "提交时间", "Latest submission", Kind.INSTANT, nullable=True)
RECEIPT = Field(
    "receipt", "回执编号", "Number of the receipt", source="receipt__number", nullable=True
)
VERSION = Field("version", "版本", "Version, for If-Match and bulk rows", Kind.INTEGER)
FIELDS = (
    IDENTITY, VILLAGE, NAME, TOWNSHIP, MONTH, STATE, LATE,
    Field("late_reason", "迟报说明", "Why a late filing was accepted"),
    Field("first_sent_at", "首次提交时间", "First submission", Kind.INSTANT, nullable=True),
    SENT,
    Field("accepted_at", "通过时间", "Acceptance", Kind.INSTANT, nullable=True),
    Field(
        "is_corrected", "封账后更正", "Handed in after closing", Kind.BOOLEAN, filters=("exact",),
        about_en="Whether the latest submission came after the month was closed, in a reopening.",
    ),
    RECEIPT, VERSION,
)  # fmt: skip
# One value of a filing; its values stand beside these in the schema, of a type by kind.
VALUE = (
    Field("key", "填报项", "Key of the input"),
    Field("label", "名称", "Name of the input, in Chinese"),
    Field("unit", "单位", "Unit; amounts of money are in yuan"),
    Field("draft", "草稿", "Text that was typed and is not handed in", nullable=True),
    Field("mark", "方式", "Mark", nullable=True, choices=Mark, kind=Kind.CHOICE,
          about_en="How the value came in with the latest submission."),
    Field("note", "说明", "Sentence that explains an odd value"),
    Field("returned", "退回原因", "Why this value was sent back; empty where it was not"),
)  # fmt: skip
LATE_REASON = Input(
    Field("late_reason", "迟报说明", "Why a late filing is accepted; needed for those"),
    default="", max_length=MOST_LETTERS,
)  # fmt: skip
WHY = Input(Field("reason", "理由", "Why; it stands in the trail"), default="",
            max_length=MOST_LETTERS)  # fmt: skip
OBJECTION = (
    Input(Field("input", "填报项", "Key of the wrong input; left out: the filing as a whole"),
          default="", max_length=60),
    Input(Field("reason", "原因", "Reason", Kind.CHOICE, choices=ReturnReason), required=True),
    Input(Field("words", "说明", "What is wrong, in words; needed for other"), default="",
          max_length=MOST_LETTERS),
)  # fmt: skip
