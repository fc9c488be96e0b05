"""What the next period asks: tasks of published lists, and the day of the next filing."""

from collections.abc import Iterable, Iterator
from datetime import date

from rectification.reports.asked import Asked
from rectification.reports.content import Line, plain
from rectification.reports.told import Known, Told
from rectification.reports.topics.spans import day
from rectification.reports.topics.task_lists import DueTask, due_tasks
from villages.common.periods import Month
from villages.imports.months import due_day, months_of

# So many requirements a reader keeps in mind; the lists hold the rest.
_MOST = 4
_MOST_UNITS = 3


def tell(asked: Asked) -> Told:
    """Requirements with owner and day. One query, none where
    the lists of the period were told."""
    county, month = asked.county.code, asked.period.last_month.next()
    # A report made again later asks no more than it did in its own time.
    published_by = min(asked.on, month.end)
    found = due_tasks(asked, month.start, month.end, published_by)
    due = asked.read(filing_due, county, month)
    return Told("next_month", tasks=lambda known: _lines(known, found, month, due))


def filing_due(county: str, month: Month) -> date:
    """The last day for filing a month, prolonged ones included. One query."""
    return due_day(months_of(county).get(month.number), month, county)


def _lines(
    known: Known, found: Iterable[DueTask], month: Month, due: date
) -> Iterator[Line]:  # fmt: skip
    groups: dict[tuple[date, str], list[DueTask]] = {}
    for one in found:
        groups.setdefault((one.due_on, one.text), []).append(one)
    for number, ((until, text), owners) in enumerate(list(groups.items())[:_MOST]):
        said = plain(text.strip().rstrip("。"))
        line = f"{_owners(known, owners)}于{day(until)}前完成：{said}。"
        yield Line(f"next.task_{'abcdefgh'[number]}", line)
    yield Line(
        "next.filing",
        f"各乡镇（街道）于{day(due)}前组织所辖村报送{{={month.month}}}月数据。",
    )


def _owners(known: Known, owners: list[DueTask]) -> str:
    """Every township together, or the units by name; of many the first ones."""
    codes, names = {one.unit_code for one in owners}, [one.unit_name for one in owners]
    others = [one.unit_name for one in owners if not one.unit_code]
    if set(known.asked.townships) <= codes:
        names = ["各乡镇（街道）", *others]
    told = plain("、".join(dict.fromkeys(names[:_MOST_UNITS])))
    return told + ("等责任单位" if len(set(names)) > _MOST_UNITS else "")
