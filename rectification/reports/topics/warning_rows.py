"""Frozen rows of the three colours: villages, reasons, events, objections.

Whoever may not be named yet stands there without code and name, below the others of the township.
"""

from collections.abc import Iterable, Iterator, Mapping

from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Table
from rectification.reports.topics.warning_reading import Read
from rectification.reports.topics.warning_reasons import told_reasons
from rectification.warnings.wording import SEVERITY

HIDDEN = "（预告期内）"
_KEYS = ("code", "township_code", "township", "village")
_HEADERS = ("村代码", "乡镇代码", "乡镇（街道）", "村")


def bases(asked: Asked, read: Read) -> Iterator[Table]:
    """Tables `colours`, `reasons`, `events`, `objections`."""
    yield _colour_rows(asked, read)
    yield _reason_rows(asked, read)
    yield _event_rows(asked, read)
    yield _objection_rows(asked, read)


def _place(asked: Asked, code: str, *, hidden: bool) -> tuple[Cell, ...] | None:
    """Code, township and name; without code and name where the village may not be named."""
    place = asked.place_of.get(code)
    if place is None:
        return None
    shown = (None, HIDDEN) if hidden else (code, place.name)
    return shown[0], place.township_code, place.township, shown[1]


def _base(key: str, title: str, more: Mapping[str, str], rows: Iterable[tuple[Cell, ...]]) -> Table:
    """Rows in order of townships and villages; those without a name stand last."""
    found = sorted(rows, key=lambda row: (str(row[1]), row[0] is None, str(row[0]), str(row[4:])))
    headers = (*_HEADERS, *more.values())
    return Table(key, title, (*_KEYS, *more), headers, tuple(found))


def _colour_rows(asked: Asked, read: Read) -> Table:
    columns = {
        "colour": "颜色", "was": "上期颜色", "last_year": "上年同期颜色",
        "red_months": "连续红色月数", "worse": "变差", "better": "好转", "noticed": "预告期内",
    }  # fmt: skip
    return _base(
        "colours", "各村颜色", columns, (_colour_row(asked, read, one.code) for one in asked.places)
    )


def _colour_row(asked: Asked, read: Read, code: str) -> tuple[Cell, ...]:
    now, was = read.colour(read.month, code), read.colour(read.before, code)
    change = _change(was, now)
    standing = read.standings[read.month.number].get(code)
    hidden = code in read.hidden
    place = _place(asked, code, hidden=hidden) or ()
    return (
        *place, now, was, read.colour(read.year, code), standing.red_months if standing else None,
        int(change > 0), int(change < 0), int(hidden),
    )  # fmt: skip


def _change(was: str, now: str) -> int:
    """More than zero for the worse; a colour that nobody judged is no side of a move."""
    if not was or not now or "grey" in (was, now):
        return 0
    return SEVERITY[was] - SEVERITY[now]  # type: ignore[index]


def _reason_rows(asked: Asked, read: Read) -> Table:
    rows = []
    for code, one in read.now.by_village.items():
        place = _place(asked, code, hidden=code in read.hidden)
        for found in told_reasons(one.reasons) if place else ():
            title = read.titles.get(found["rule"], found["rule"])
            rows.append((*(place or ()), found["rule"], title, found["level"]))
    columns = {"rule": "规则", "title": "规则名称", "level": "级别"}
    return _base("reasons", "各村触发的规则", columns, rows)


def _event_rows(asked: Asked, read: Read) -> Table:
    numbers = {one.number for one in asked.months}
    first, last = asked.period.start, asked.as_of
    rows = []
    for one in read.events:
        place = _place(asked, one.village, hidden=not one.is_public or one.village in read.hidden)
        if place is None:
            continue
        ended = one.ended_on is not None and first <= one.ended_on <= last
        worsened = one.red_from in numbers and one.raised < (one.red_from or 0)
        rows.append(
            (*place, one.rule, one.level, one.raised, int(one.raised in numbers), int(worsened),
             one.status if ended else "")
        )  # fmt: skip
    columns = {"rule": "规则", "level": "级别", "raised": "产生月份", "raised_in": "本期产生",
               "worsened": "本期由黄转红", "ended": "本期结束"}  # fmt: skip
    return _base("events", "预警事件", columns, rows)


def _objection_rows(asked: Asked, read: Read) -> Table:
    rows = [
        (*place, one.rule, one.status, one.opened_on.isoformat())
        for one in read.objections
        if (place := _place(asked, one.village, hidden=one.village in read.hidden))
    ]
    columns = {"rule": "规则", "status": "结果", "opened_on": "提出日期"}
    return _base("objections", "预警异议", columns, rows)
