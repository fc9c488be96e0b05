"""Published task lists: what was due in the period, done, late."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from rectification.reports.asked import Asked
from rectification.reports.content import Fold, Item, Table, Where
from rectification.reports.content.formulas import Formula
from rectification.reports.told import Told
from rectification.reports.topics.spans import BEFORE, NOW, is_over, rate, rows_now
from rectification.reports.topics.task_words import problems, words
from rectification.supervision.models import ListTask

DONE, OPEN, LATE = "done", "open", "late"
_SOURCE = "任务清单"
_HEADERS = {
    "township_code": "乡镇代码", "unit": "责任单位", "list": "清单", "task": "任务",
    "due_on": "完成时限", "done_on": "完成日期", "state": "状态", "span": "时段",
}  # fmt: skip


class DueTask(NamedTuple):
    """A task of a published list; `unit_code` is empty for departments and the county itself."""

    unit_code: str
    unit_name: str
    list_title: str
    text: str
    due_on: date
    done_on: date | None

    def state(self, at_end_of: date) -> str:
        """How it stood when a day was over."""
        if self.done_on is not None and self.done_on <= at_end_of:
            return DONE
        return LATE if self.due_on <= at_end_of else OPEN


def due_tasks(asked: Asked, first: date, last: date, published_by: date) -> tuple[DueTask, ...]:
    """Tasks due from one day to another, of lists that were published by a day: these everybody
    concerned knows. From the end of the period before to the month after it all are read at
    once. One query."""
    start, end = asked.period.previous().start, asked.period.last_month.next().end
    read = asked.read(_published, asked.county.code, start, end)
    return tuple(
        one for one, published in read if first <= one.due_on <= last and published <= published_by
    )


def _published(county: str, first: date, last: date) -> tuple[tuple[DueTask, date], ...]:
    rows: Any = ListTask.objects.in_county(county).filter(
        due_on__range=(first, last), list__published_on__isnull=False
    )
    read = ("unit_code", "unit_name", "list__title", "text", "due_on", "done_on")
    ordered = rows.order_by("due_on", "list__from_on", "list__title", "list", "seq", "pk")
    told = ordered.values_list(*read, "list__published_on")
    return tuple((DueTask(*row), published) for *row, published in told)


def tell(asked: Asked) -> Told:
    """Tasks of the period as they stood at its end. One query."""
    base = _base(asked)
    return Told(
        "tasks", bases=(base,), items=lambda tables: _items(base, tables),
        per_township=("tasks.due", "tasks.done", "tasks.late", "tasks.rate"),
        paragraphs=words, problems=problems,
    )  # fmt: skip


def _base(asked: Asked) -> Table:
    first = asked.period.previous().start if is_over(asked) else asked.period.start
    found = due_tasks(asked, first, asked.period.end, asked.as_of)
    rows = tuple(_row(asked, one) for one in found)
    return Table("tasks", "应办任务", tuple(_HEADERS), tuple(_HEADERS.values()), rows)


def _row(asked: Asked, one: DueTask) -> tuple[str | None, ...]:
    is_now = one.due_on >= asked.period.start
    # A day that is not over yet makes nothing late.
    over = asked.as_of if asked.as_of < asked.on else asked.as_of - timedelta(days=1)
    end = over if is_now else asked.period.previous().end
    state = DONE if one.done_on and one.done_on <= asked.as_of and is_now else one.state(end)
    done_on = one.done_on.isoformat() if one.done_on and state == DONE else None
    return (
        one.unit_code, one.unit_name, one.list_title, one.text, one.due_on.isoformat(), done_on,
        state, NOW if is_now else BEFORE,
    )  # fmt: skip


def _items(base: Table, tables: Mapping[str, Table]) -> Iterator[Item]:
    """Nothing at all where nothing was due: a county without lists is told nothing about them."""
    if NOW not in base.column("span"):
        return
    states: tuple[tuple[str, str, str, tuple[Where, ...]], ...] = (
        ("tasks.due", "应办任务", "已下发清单中完成时限在本期的任务。", ()),
        ("tasks.done", "完成任务", "期末前已办结的，含逾期办结的。", _is(DONE)),
        ("tasks.late", "逾期任务", "过了完成时限、期末仍未办结的。", _is(LATE)),
        ("tasks.open", "未到期任务", "期末未办结、也没有到时限的。", _is(OPEN)),
        ("tasks.late_departments", "其中县直单位逾期任务", "责任单位不是乡镇的。",
         (*_is(LATE), Where("township_code", "eq", ""))),
    )  # fmt: skip
    for code, label, definition, where in states:
        formula = Formula("value", (rows_now("tasks", *where),))
        yield Item.folded(code, label, "项", formula, tables, source=_SOURCE, definition=definition)
    folds: tuple[Fold, Fold] = (rows_now("tasks", *_is(DONE)), rows_now("tasks"))
    yield from rate(
        "tasks.rate", "任务完成率", folds, dict(tables), source=_SOURCE,
        definition="分子为期末前办结的任务，分母为完成时限在本期的全部任务。",
    )  # fmt: skip


def _is(state: str) -> tuple[Where, ...]:
    return (Where("state", "eq", state),)
