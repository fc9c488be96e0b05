"""Rules of the ten-point scheme."""

from collections.abc import Iterable
from decimal import Decimal

from villages.common.errors import DomainError
from villages.common.periods import HalfYear, Quarter, parse_period

FULL_MARKS = 10  # 十分制
# The stored words of the bands; `cadres.wording` gives them their labels.
GOOD, FAIR, LOW = "good", "fair", "low"
# 为基层减负: the binding rules forbid assessments that judge by these.
BARRED_WORDS = (
    "照片", "拍照", "笔记", "媒体", "信息稿", "批示", "打卡", "登录", "在线时长", "点赞", "转发",
)  # fmt: skip


def barred_word(name: str) -> str:
    """The word in an item's name that no assessment may judge by; "" for none."""
    return next((word for word in BARRED_WORDS if word in name), "")


def is_whole(points: Iterable[Decimal]) -> bool:
    """Whether the items of a scheme add up to ten."""
    return sum(points, Decimal(0)) == FULL_MARKS


def is_assessed_period(code: str) -> bool:
    """Whether teams are assessed for such a period: quarters and half-years."""
    try:
        return isinstance(parse_period(code), Quarter | HalfYear)
    except DomainError:
        return False


def band(total: Decimal, good: int, fair: int) -> str:
    """The band of a total, instead of a rank; both lines are inclusive."""
    if total >= good:
        return GOOD
    return FAIR if total >= fair else LOW
