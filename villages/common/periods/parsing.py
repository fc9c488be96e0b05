"""One parser for every way in which people and programs write a period."""

import re
from collections.abc import Callable

from villages.common.errors import DomainError
from villages.common.periods.base import HINT, Period
from villages.common.periods.kinds import HalfYear, Month, Quarter, Year
from villages.common.text import clean

_ORDINALS = {**{str(n): n for n in range(1, 5)}, "一": 1, "二": 2, "三": 3, "四": 4}
_HALVES = {"1": 1, "2": 2, "上": 1, "下": 2}
_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})"

_FORMS: tuple[tuple[re.Pattern[str], Callable[[int, str], Period]], ...] = (
    (
        re.compile(_YEAR + r"(?:[-./年](?P<part>0?[1-9]|1[0-2])月?|(?P<glued>0[1-9]|1[0-2]))"),
        lambda year, part: Month(year, int(part)),
    ),
    (
        re.compile(_YEAR + r"(?:-?Q(?P<part>[1-4])|年第?(?P<glued>[1-4一二三四])季度)"),
        lambda year, part: Quarter(year, _ORDINALS[part]),
    ),
    (
        re.compile(_YEAR + r"(?:-?H(?P<part>[12])|年(?P<glued>[上下])半年)"),
        lambda year, part: HalfYear(year, _HALVES[part]),
    ),
    (re.compile(_YEAR + r"(?P<part>)(?P<glued>)(?:年度?)?"), lambda year, _part: Year(year)),
)


def parse_period(text: str | int) -> Period:
    """The period that a code, a label or a stored month number names.

    Accepts `2026-10`, `202610`, `2026年10月`, `2026.10`, `2026Q4`, `2026-Q4`, `2026年四季度`,
    `2026H2`, `2026年下半年`, `2026`, `2026年度`, also full-width and with spaces, for the years
    1900 to 2199. Raises `period_invalid`.
    """
    written = re.sub(r"\s", "", clean(str(text))).upper()
    for form, build in _FORMS:
        if match := form.fullmatch(written):
            return build(int(match["year"]), match["part"] or match["glued"])
    raise DomainError("period_invalid", f"期间『{str(text)[:20]}』无法识别。", HINT)


def parse_month(text: str | int) -> Month:
    """The month that a code, label or number names. Raises `period_invalid` for other kinds."""
    period = parse_period(text)
    if isinstance(period, Month):
        return period
    raise DomainError(
        "period_invalid", f"『{str(text)[:20]}』不是一个月份。", "请写成 2026-10 或 2026年10月。"
    )
