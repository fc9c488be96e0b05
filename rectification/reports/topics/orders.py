"""Orders and slips: what was issued, what is overdue, who answered in time."""

from collections.abc import Iterator, Mapping

from rectification.reports.asked import Asked
from rectification.reports.content import Fold, Formula, Item, Paragraph, Table, Where, count
from rectification.reports.content import share_of as share
from rectification.reports.told import Known, Told, paragraph
from rectification.reports.topics.order_rows import ORDERS, read_orders
from rectification.reports.topics.order_words import (
    order_lines,
    order_problems,
    order_tables,
    order_tasks,
)

SOURCE = "督办单"
_ISSUED, _CLOSED, _LATE = (Where(key, "eq", 1) for key in ("issued", "closed", "overdue"))


def tell(asked: Asked) -> Told:
    """Parts of orders that left their house; drafts, revoked papers and those
    about complaints are in no number. One
    query and the calendar."""
    return Told(
        "orders", bases=(read_orders(asked),), items=_items,
        per_township=("orders.overdue", "orders.parts", "orders.punctual"),
        paragraphs=_words, problems=order_problems, tasks=order_tasks, tables=order_tables,
    )  # fmt: skip


def _items(tables: Mapping[str, Table]) -> Iterator[Item]:
    issued = Formula("value", (Fold(ORDERS, "distinct", "order", (_ISSUED,)),))
    late_orders = Formula("value", (Fold(ORDERS, "distinct", "order", (_LATE,)),))
    in_time = share(
        Fold(ORDERS, where=(Where("in_time", "eq", 1),)),
        Fold(ORDERS, where=(Where("due", "eq", 1),)),
    )
    for code, label, unit, formula, said in (
        ("issued", "本期签发督办单", "份", issued, "同一份单子发给几个单位计一份"),
        ("parts", "本期交办", "件", count(ORDERS, _ISSUED), "一个单位承办一份单子计一件"),
        ("closed", "本期办结", "件", count(ORDERS, _CLOSED), "办结日期在本期内"),
        ("open", "在办", "件", count(ORDERS, Where("open", "eq", 1)), "签发后没有办结的"),
        ("overdue", "逾期", "件", count(ORDERS, _LATE), "过了时限承办单位没有反馈的"),
        ("overdue_orders", "有逾期的督办单", "份", late_orders, ""),
        ("punctual", "督办按期反馈率", "%", in_time,
         "本年签发、时限已到或者已反馈的，首次反馈在时限内的占比"),
    ):  # fmt: skip
        yield Item.folded(f"orders.{code}", label, unit, formula, tables, definition=said,
                          source=SOURCE)  # fmt: skip


def _words(known: Known) -> Iterator[Paragraph]:
    yield from paragraph("督办落实", order_lines(known))
