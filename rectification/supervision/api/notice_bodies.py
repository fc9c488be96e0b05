"""What programs send to write a notice."""

from dataclasses import replace

from rectification.supervision.notice_states import NoticeKind, Reach
from villages.common.columns import Kind
from villages.rest.fields import Field, Input
from villages.rest.writing import WriteSerializer

_TEXT = Input(
    Field(
        "text", "正文", "Words of the version",
        about_en="Markdown: blank lines part paragraphs, '- ' begins a list, '## ' a heading.",
    ),
    required=True, max_length=20000,
)  # fmt: skip
_CHANGES = Input(
    Field(
        "changes", "改了什么", "What is new in this version",
        about_en="One line for units that confirmed the version before.",
    ),
    max_length=300, default="",
)  # fmt: skip
_HEAD = (
    Input(
        Field("kind", "类别", "Kind", Kind.CHOICE, choices=NoticeKind),
        default=NoticeKind.NOTICE.value,
    ),
    Input(Field("title", "标题", "Title"), required=True, max_length=120),
    Input(
        Field(
            "reach", "读者", "Readers", Kind.CHOICE, choices=Reach,
            about_en="Staff of the units, secretaries alone, or units and their villages.",
        ),
        default=Reach.STAFF.value,
    ),
    Input(
        Field(
            "needs_receipt", "需要确认", "Receipt wanted", Kind.BOOLEAN,
            about_en="Each unit confirms each version once; nothing is counted about people.",
        ),
        default=False,
    ),
    Input(Field("valid_from", "生效日期", "Valid from", Kind.DATE), required=True),
    Input(
        Field(
            "valid_to", "失效日期", "Valid to", Kind.DATE, nullable=True,
            about_en="Last day; null where there is none.",
        )
    ),
    Input(
        Field(
            "urgent_by", "紧急发送批准人", "Urgent by leave of",
            about_en="Who lets its messages leave in quiet hours; empty as a rule.",
        ),
        max_length=40, default="",
    ),
)  # fmt: skip
_UNITS = (
    Input(
        Field(
            "townships", "乡镇代码", "Codes of townships", many=True, pattern="^[0-9]{9}$",
            about_en="For notices of a county.",
        ),
        max_items=100, default=(),
    ),
    Input(
        Field(
            "departments", "部门编号", "Keys of departments", many=True,
            pattern="^[0-9a-f]{32}$", about_en="For notices of a county; see departments.",
        ),
        max_items=100, default=(),
    ),
    Input(
        Field(
            "villages", "村代码", "Codes of villages", many=True, pattern="^[0-9]{12}$",
            about_en="For notices of a township to its own villages.",
        ),
        max_items=200, default=(),
    ),
)  # fmt: skip
HEAD_NAMES = frozenset(one.name for one in _HEAD)


class NoticeWrite(WriteSerializer):
    """A new draft."""

    inputs = (*_HEAD, _TEXT, *_UNITS)


class NoticeChange(WriteSerializer):
    """Other words; of a draft that was never published anything else too."""

    inputs = tuple(replace(one, required=False) for one in (*_HEAD, _TEXT, _CHANGES, *_UNITS))
