"""Formulas in words: what is counted or summed in which frozen table, under which conditions. Pure.

Headers of the frozen table name the columns, so that the words are those of the report's day.
"""

from collections.abc import Sequence

from rectification.reports.cell_words import word
from rectification.reports.content import Fold, Formula, Table, Where
from rectification.reports.content.folds import Tables

_HOW = {
    "eq": "为{}", "ne": "不为{}", "in": "为{}之一", "ge": "不小于{}", "gt": "大于{}",
    "lt": "小于{}", "known": "已填", "unknown": "未填",
}  # fmt: skip
_NAMES = "甲乙丙丁戊己庚辛壬癸"
_WHOLE = {
    "value": "甲", "share": "甲÷乙×100%", "ratio": "甲÷乙", "difference": "甲－乙",
    "growth": "（甲－乙）÷乙的绝对值×100%", "points": "甲÷乙×100%－丙÷丁×100%", "place": "甲＋1",
}  # fmt: skip


def fold_words(fold: Fold, tables: Tables) -> str:
    """One count or sum: 对“村”表中“颜色”为red的行计数。"""
    table = tables[fold.table]
    where = "，".join(_condition(one, table) for one in fold.where)
    rows = f"“{table.title}”中{where}的行" if where else f"“{table.title}”的所有行"
    if fold.how == "count":
        column = f"（“{_header(table, fold.column)}”已填）" if fold.column else ""
        return f"{rows}{column}，计数"
    done = {"sum": "求和", "distinct": "去重计数", "max": "取最大"}[fold.how]
    return f"{rows}，“{_header(table, fold.column)}”{done}"


def formula_words(formula: Formula, tables: Tables) -> str:
    """The whole: how the parts are put together, then each part."""
    parts = [fold_words(one, tables) for one in formula.folds]
    if len(parts) == 1 and formula.how in ("value", "total"):
        return f"{parts[0]}{_rounding(formula)}。"
    named = [f"{name_of(place)}＝{words}" for place, words in enumerate(parts)]
    return f"{_whole(formula)}{_rounding(formula)}；" + "；".join(named) + "。"


def name_of(place: int) -> str:
    """How a part is called: 甲, 乙, 丙 …; beyond ten by number."""
    return _NAMES[place] if place < len(_NAMES) else f"第{place + 1}项"


def _whole(formula: Formula) -> str:
    if formula.how == "total":
        return "＋".join(name_of(place) for place in range(len(formula.folds)))
    return _WHOLE[formula.how]


def _rounding(formula: Formula) -> str:
    scaled = f"，除以{formula.scale}" if formula.scale != 1 else ""
    digits = f"，四舍五入保留{formula.digits}位小数" if formula.digits else ""
    return scaled + digits


def _condition(where: Where, table: Table) -> str:
    given = (where.value,) if isinstance(where.value, str) else where.value
    values = given if isinstance(given, Sequence) else (given,)
    words = "、".join(str(word(table.key, where.column, one) or "未填") for one in values)
    return f"“{_header(table, where.column)}”{_HOW[where.how].format(words)}"


def _header(table: Table, key: str) -> str:
    return table.headers[table.place(key)] if key in table.keys else key
