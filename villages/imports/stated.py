"""What the title block of a sheet says: the day, the month, the county."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from villages.common.dates import Precision, parse_date
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.common.readings import Unreadable
from villages.common.text import clean
from villages.imports.reading.run import Book

_TITLE_ROWS = 6
_DATED = re.compile(
    r"(?:填报|填表|统计|上报|制表|数据|截止|截至)?(?:时间|日期|时点|截止|截至)\s*[:：]?\s*"
    r"((?:19|20|21)\d{2}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?)"
)
_MONTH = re.compile(
    r"((?:19|20|21)\d{2})\s*年?\s*(?:[-./]|度)?\s*(?:1\s*[-—–~至到]+\s*)?(\d{1,2})\s*月"
)
_SINGLE_MONTH = re.compile(r"(?:当|本|单)月(?!止|末|底|为止)")
_SUMMED_UP = re.compile(r"累计|[至到—–~-]\s*(?:当|本)?\s*\d*月")
_COUNTY = re.compile(
    r"^(?:中共)?([一-龥]{1,12}?(?:自治县|自治旗|矿区|林区|特区|县|旗|区|市))(?!级|委|直|内|乡|域)"
)
_VILLAGE_CODE = re.compile(r"[1-9][0-9]{11}")


def stated_day(book: Book) -> date | None:
    """填报时间：2026年10月25日 above the heading; None where no day is named."""
    for text in _title_texts(book):
        if match := _DATED.search(text):
            try:
                reading = parse_date(re.sub(r"\s", "", match[1]))
            except Unreadable:
                continue
            if reading.value and reading.precision is Precision.DAY:
                return reading.value
    return None


def stated_month(book: Book) -> Month | None:
    """（2026年1—10月） or 2026年10月 in the title; the last month of a range."""
    for text in _title_texts(book):
        if match := _MONTH.search(text):
            try:
                return Month(int(match[1]), int(match[2]))
            except DomainError:
                continue
    return None


def speaks_of_one_month(book: Book) -> bool:
    """当月 or 本月 in the title, and nowhere 累计 or a range: the amounts are of one month."""
    texts = list(_title_texts(book))
    return any(map(_SINGLE_MONTH.search, texts)) and not any(map(_SUMMED_UP.search, texts))


def stated_county(book: Book) -> str:
    """青原县 of 青原县行政村基本情况统计表; "" where no title begins with a county."""
    for text in _title_texts(book):
        if match := _COUNTY.match(text.replace(" ", "")):
            return match[1]
    return ""


def county_codes(book: Book) -> Counter[str]:
    """The first six digits of all village codes in the sheets, with how often they stand."""
    texts = (
        clean(str(value))
        for sheet in book.sheets
        for row in sheet.rows
        for value in row
        if isinstance(value, str | int)
    )
    return Counter(text[:6] for text in texts if _VILLAGE_CODE.fullmatch(text))


def _title_texts(book: Book) -> Iterator[str]:
    for sheet in book.sheets:
        if sheet.hidden:
            continue
        for row in sheet.rows[:_TITLE_ROWS]:
            texts = [clean(one) for one in row if isinstance(one, str)]
            if len(texts) <= 3:
                yield from texts
        yield clean(sheet.name)
