"""Monthly filing: what came in on time, late, or not at all."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rectification.reports.asked import Asked
from rectification.reports.content import Item, Table, Where, count, share_of
from rectification.reports.content.formulas import Formula
from rectification.reports.told import Column, Told
from rectification.reports.topics.filing_words import front, problems, tasks, words
from rectification.reports.topics.spans import (
    BEFORE,
    NOW,
    is_over,
    of_now,
    rate_and_points,
)
from villages.filings.figures.board import on_time
from villages.filings.figures.progress import Progress, progress

_SOURCE = "填报"
_HEADERS = {
    "township_code": "乡镇代码", "township": "乡镇（街道）", "month": "月份", "span": "时段",
    "due_on": "截止日", "expected": "应报村", "on_time": "按时", "late": "迟报",
    "silent": "到期未报", "open": "未到期", "base": "应计",
}  # fmt: skip
_COUNTED = (
    ("expected", "应报送的村", ""),
    ("on_time", "按时报送的村", "截止日前首次提交的。"),
    ("late", "迟报的村", "截止日后首次提交的；迟报标记不因后来补正而消除。"),
    ("silent", "到期未报的村", "已过截止日仍没有提交的。"),
    ("open", "未到期的村", "还没有提交、也没有到截止日的。"),
)


@dataclass(frozen=True)
class Read:
    """Townships' months of the period, and those of the period before to compare with."""

    now: tuple[Progress, ...]
    before: tuple[Progress, ...]


def tell(asked: Asked) -> Told:
    """The months of the period as known when the report is made. Three queries."""
    read = _read(asked)
    return Told(
        "filing", columns=_columns(asked, read), bases=(_base(read),),
        items=lambda tables: _items(asked, read, tables),
        per_township=("filing.on_time", "filing.late", "filing.silent"),
        paragraphs=words, front=front, problems=problems, tasks=tasks,
    )  # fmt: skip


def _read(asked: Asked) -> Read:
    """From the first month on in which anything came: before it nobody was asked."""
    earlier = asked.period.previous().months()
    months = (*earlier, *asked.months)
    found = asked.read(progress, asked.scope, asked.county.code, months, asked.on)
    begun = min((one.month for one in found if one.handed_in), default=None)
    since = [one for one in found if begun is not None and one.month >= begun]
    before = tuple(one for one in since if one.month in earlier)
    now = tuple(one for one in since if one.month not in earlier)
    return Read(now, before if is_over(asked) else ())


def _columns(asked: Asked, read: Read) -> dict[str, Column]:
    silent = Counter(code for one in read.now if one.overdue for code in one.silent)
    months = {one.code: silent[one.code] for one in asked.places} if read.now else {}
    return {"months_silent": Column("到期未报的月数", months)}


def _base(read: Read) -> Table:
    rows = tuple(
        (one.township, one.name, one.month.code, span, one.due_on.isoformat(), one.expected,
         one.on_time, one.late, one.overdue, one.waiting - one.overdue,
         one.handed_in + one.overdue)
        for span, found in ((NOW, read.now), (BEFORE, read.before))
        for one in found
    )  # fmt: skip
    title = "各乡镇（街道）逐月报送"
    return Table("filing", title, tuple(_HEADERS), tuple(_HEADERS.values()), rows)


def _items(asked: Asked, read: Read, tables: Mapping[str, Table]) -> Iterator[Item]:
    unit, known = "个" if len(asked.months) == 1 else "村次", dict(tables)
    share = share_of(of_now("filing", "on_time"), of_now("filing", "base"))
    yield from rate_and_points(Item.of(on_time(read.now, asked.on), share), "按时报送率", known)
    if not read.now:
        return
    for column, label, definition in _COUNTED:
        code = "filing.punctual" if column == "on_time" else f"filing.{column}"
        formula = Formula("value", (of_now("filing", column),))
        yield Item.folded(code, label, unit, formula, known, source=_SOURCE, definition=definition)
    silent = count("villages", Where("months_silent", "ge", 1))
    label = "有月份到期未报的村"
    yield Item.folded("filing.silent_villages", label, "个", silent, known, source=_SOURCE)
