"""Sentences about orders, the list of overdue parts and that of papers issued in the period."""

from collections.abc import Iterable, Iterator

from rectification.reports.content import Cell, Line, Problem, Table, plain
from rectification.reports.tables import numbered
from rectification.reports.told import Known
from rectification.reports.topics.case_trouble import Row, rows_of
from rectification.reports.topics.order_rows import ORDERS
from rectification.reports.topics.saying import chinese_day, named, next_end, parts_said, span_word

UNIT = "承办单位"


def _where(known: Known, column: str) -> list[Row]:
    return [one for one in rows_of(known.tables[ORDERS]) if one[column]]


def order_lines(known: Known) -> Iterator[Line]:
    """What was issued and closed, what is overdue, who answers in time."""
    issued = (("签发督办单等{}份", "orders.issued"), ("交办{}件", "orders.parts"),
              ("办结{}件", "orders.closed"))  # fmt: skip
    said = parts_said(known, issued)
    if said:
        yield Line("orders.issued", f"{span_word(known.asked.period)}{said}。")
    if known.some("orders.open"):
        late = "，其中逾期{orders.overdue}件" if known.some("orders.overdue") else "，没有逾期"
        yield Line("orders.open", f"截至{known.asked.day_words}在办{{orders.open}}件{late}。")
    if known.has("orders.punctual"):
        yield Line("orders.punctual", "本年按期反馈率{orders.punctual:share}。")


def order_problems(known: Known) -> Iterator[Problem]:
    """Units that are waited for after the day, with the longest overdue matter."""
    late = _where(known, "overdue")
    if late:
        units = {str(one["township_code"] or one["unit"]): str(one["unit"]) for one in late}
        said = (
            f"{named(list(units.values()))}{{orders.overdue}}件督办事项逾期，如{_example(late)}。"
        )
        line = Line("orders.overdue", said)
        yield Problem("orders.overdue", "督办落实方面", line, tuple(units), tuple(units.values()))


def _example(late: Iterable[Row]) -> str:
    first = min(late, key=lambda one: (str(one["due_on"]), str(one["unit"])))
    words = f"{first['unit']}承办的{first['number']}“{first['subject']}”"
    words += f"应于{chinese_day(first['due_on'])}前反馈"
    return plain(f"{words}，已逾期{first['days']}个工作日" if first["days"] else words)


def order_tasks(known: Known) -> Iterator[Line]:
    """Who answers by when."""
    units = list(dict.fromkeys(str(one["unit"]) for one in _where(known, "overdue")))
    if units:
        said = f"{named(units)}于{next_end(known)}前办结逾期督办事项并书面反馈。"
        yield Line("orders.answer", said)


def order_tables(known: Known) -> Iterator[Table]:
    """Attachments: overdue parts, and papers of the period with unit and day."""
    late, issued = _where(known, "overdue"), _where(known, "issued")
    if late:
        yield numbered(
            "overdue", "逾期督办事项清单", ("文号", UNIT, "事项", "应办结", "逾期"),
            [_late_row(one) for one in late], widths=(10, 8, 14, 7, 8),
        )  # fmt: skip
    if issued:
        columns = ("number", "kind", "unit", "subject", "due_on", "status")
        yield numbered(
            "slips", f"{span_word(known.asked.period)}签发督办单清单",
            ("文号", "文种", UNIT, "事项", "办理时限", "状态"),
            [[one[key] for key in columns] for one in issued], widths=(10, 6, 8, 14, 7, 6),
        )  # fmt: skip


def _late_row(one: Row) -> tuple[Cell, ...]:
    days = f"{one['days']}个工作日" if one["days"] else "不满一个工作日"
    return one["number"], one["unit"], one["subject"], one["due_on"], days
