"""What a request for a reopening shows and takes."""

from villages.common.columns import Kind
from villages.imports.choices import RequestState
from villages.rest.fields import Field, Input
from villages.rest.writing import WriteSerializer

_VILLAGE = Field(
    "villages", "涉及的村", "Villages", Kind.CODE, source="village_codes", many=True,
    about_en="Codes of the villages, all of one township.", pattern="^[0-9]{12}$",
)  # fmt: skip
_MONTH = Field(
    "period", "月份", "Month", Kind.MONTH, source="filing_month__month", example="2026-09",
    filters=("exact", "in", "gte", "lte"), brief=True,
)  # fmt: skip
_ITEMS = Field("items", "要改的数据", "Which data are to be changed")
_REASON = Field("reason", "理由", "Why")
_ENDS = Field(
    "ends_on", "开放到", "Last day of the reopening", Kind.DATE, nullable=True,
    about_en="Last day of the reopening; null while nobody agreed.",
)  # fmt: skip
_ANSWER = Field("answer", "答复", "The county's words")
REQUEST_FIELDS = (
    Field(
        "uid", "编号", "Identity of the row", pattern="^[0-9a-f]{32}$", brief=True,
        example="0f8fad5bd9cb469fa16570867728950e",
    ),
    Field(
        "township", "乡镇代码", "Code of the township", Kind.CODE, source="township_code",
        pattern="^[0-9]{9}$", filters=("exact", "in"), brief=True,
    ),
    _MONTH,
    Field(
        "state", "状态", "State", Kind.CHOICE, choices=RequestState, filters=("exact", "in"),
        brief=True,
    ),
    _VILLAGE, _ITEMS, _REASON,
    Field("asked_by", "申请人", "Who asked", source="asked_by__name"),
    Field(
        "asked_at", "申请时间", "When it was asked", Kind.INSTANT, orders=True,
        filters=("gte", "lte"),
    ),
    Field("agreed_by", "初审人", "Who agreed first", source="agreed_by__name", nullable=True),
    Field("decided_by", "答复人", "Who answered", source="decided_by__name", nullable=True),
    Field("decided_at", "答复时间", "When it was answered", Kind.INSTANT, nullable=True),
    _ENDS, _ANSWER,
)  # fmt: skip
_MOST_VILLAGES, _LONGEST = 100, 200


class RequestAsk(WriteSerializer):
    """Which villages of one township, which data, why."""

    inputs = (
        Input(_MONTH, required=True),
        Input(_VILLAGE, required=True, max_items=_MOST_VILLAGES),
        Input(_ITEMS, required=True, max_length=_LONGEST),
        Input(_REASON, required=True, max_length=_LONGEST),
    )


class RequestGrant(WriteSerializer):
    """Until when."""

    inputs = (
        Input(_ENDS, required=True),
        Input(_ANSWER, max_length=_LONGEST, default=""),
    )


class RequestRefuse(WriteSerializer):
    """Why not."""

    inputs = (Input(_ANSWER, required=True, max_length=_LONGEST),)


class RequestWithdraw(WriteSerializer):
    """Nothing to say."""

    inputs = ()
