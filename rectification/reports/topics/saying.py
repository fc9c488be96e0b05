"""Words and codes that topics of cases, works, orders and inspections share."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from rectification.reports.content import Cell, Fold, Formula, Where, plain
from rectification.reports.told import Known
from villages.common.periods import Period

_SPANS = {1: "本月", 3: "本季度", 6: "本半年", 12: "本年度"}


def span_word(period: Period) -> str:
    """What a report calls its own period: 本月, 本季度, 本半年, 本年度."""
    return _SPANS[period.length]


def kind_code(name: str) -> str:
    """A county's own kind as a part of a code: the same on every machine and in every month."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def day_words(day: date) -> str:
    """A day as a sentence says it."""
    return f"{{={day.year}}}年{{={day.month}}}月{{={day.day}}}日"


def chinese_day(stated: Cell) -> str:
    """A day of a frozen row as people write it."""
    year, month, day = str(stated).split("-")
    return f"{year}年{int(month)}月{int(day)}日"


def next_end(known: Known) -> str:
    """The last day of the month after the report's, by which requirements are met."""
    return day_words(known.asked.month.next().end)


def parts_said(known: Known, parts: Iterable[tuple[str, str]], joint: str = "，") -> str:
    """The parts of a sentence whose figure is known and not zero; `parts` are words with `{}` for
    the figure, and its code, perhaps with a form."""
    told = ((words, code) for words, code in parts if known.some(code.partition(":")[0]))
    return joint.join(words.replace("{}", f"{{{code}}}") for words, code in told)


def named(names: Sequence[str], most: int = 3) -> str:
    """The first names one after another, for a sentence; 等 where there are more."""
    said = "、".join(dict.fromkeys(names[:most]))
    return plain(said + ("等" if len(names) > most else ""))


def known_total(table: str, column: str, *where: Where) -> Formula:
    """The sum of a column in which nothing known is a gap, not zero."""
    return Formula("value", (Fold(table, "sum", column, where),), empty=None)


def share_of_sums(table: str, part: str, whole: str) -> Formula:
    """One column's sum in percent of another's."""
    return Formula("share", (Fold(table, "sum", part), Fold(table, "sum", whole)), 2)
