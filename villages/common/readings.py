"""What comes of reading a cell: the value, and every repair that was needed to get it.

Nothing is repaired in silence: a preview lists each repair with the cell's old and new content.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from villages.common.text import clean

T_co = TypeVar("T_co", covariant=True)

MISSING_MARKS = frozenset("-—–―/\\无空缺") | {
    "--",
    "——",
    "//",
    "暂无",
    "没有",
    "NA",
    "N/A",
    "n/a",
}
_SAMPLE = 40


class Repair(StrEnum):
    """Why the value read is not letter by letter what the cell holds."""

    TRIMMED = "trimmed"  # spaces and unseen characters
    FULL_WIDTH = "full_width"  # ３５０００
    BLANK_MARK = "blank_mark"  # — / 无 stand for nothing
    THOUSANDS = "thousands"  # 1,234.5
    UNIT_WORD = "unit_word"  # 12.5 元
    SCALED = "scaled"  # 3.5万 in a column of yuan, 500元 in a column of 万元
    CURRENCY = "currency"  # ￥12.50
    MINUS_SIGN = "minus_sign"  # another dash as the minus sign
    BRACKETS = "brackets"  # (500) is -500
    DECIMAL_POINT = "decimal_point"  # 12。5
    SCIENTIFIC = "scientific"  # 1.5E+04
    FLOAT_NOISE = "float_noise"  # 0.30000000000000004
    ROUNDED = "rounded"  # 12.345 where two decimals are kept
    DATE_FORM = "date_form"  # 2026.10.5, 2026年10月5日, 20261005
    EXCEL_SERIAL = "excel_serial"  # 46300
    TIME_DROPPED = "time_dropped"  # an instant where a day was asked
    LAST_DAY = "last_day"  # 2026年11月底 is the 30th
    BEFORE = "before"  # 2026.12.15前 is the 15th
    MONTH_UNSURE = "month_unsure"  # the number 2018.1 may have been 2018.10


@dataclass(frozen=True)
class Reading(Generic[T_co]):
    """A value, None where the cell says that there is none, and the repairs made."""

    value: T_co | None
    repairs: tuple[Repair, ...] = ()


class Unreadable(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """The cell cannot be read as what was asked; `code` is stable, `sample` is its content."""

    def __init__(self, code: str, sample: object) -> None:
        self.code = code
        self.sample = str(sample)[:_SAMPLE]
        super().__init__(f"{code}: {self.sample}")


def plain(text: str) -> tuple[str, list[Repair]]:
    """The cleaned text and what cleaning it changed."""
    tidy = clean(text)
    if tidy == text:
        return tidy, []
    wide = any("！" <= one <= "～" and clean(one) != one for one in text)
    repairs = [Repair.FULL_WIDTH] if wide else []
    if len(tidy) < len(text) or not wide:
        repairs.append(Repair.TRIMMED)
    return tidy, repairs
