"""A small report written by hand: two townships, three villages, a list, a problem."""

from dataclasses import replace
from typing import Any

from rectification.reports.content import (
    Chart,
    Fold,
    Item,
    Line,
    Paragraph,
    Problem,
    ReportContent,
    Section,
    Series,
    Table,
    Where,
    count,
    share_of,
)

EAST, WILLOW = "999901001", "999901101"
VILLAGES = (
    ("999901001200", EAST, "东关街道", "何河村", 1),
    ("999901001201", EAST, "东关街道", "周桥村", 0),
    ("999901101200", WILLOW, "柳林镇", "新周桥村", 1),
)
_LATE = Where("late", "eq", 1)


def base(rows: tuple[Any, ...] = VILLAGES) -> Table:
    """The frozen rows of villages."""
    keys = ("code", "township_code", "township", "village", "late")
    return Table("villages", "各村情况", keys, keys, rows)


def problem(pattern: str, **more: Any) -> Problem:
    """Two villages that are late, one in each township."""
    units = {
        "unit_codes": ("999901001200", "999901101200"), "unit_names": ("何河村", "新周桥村"),
    }  # fmt: skip
    line = Line("plan.late", pattern)
    return Problem("plan.late", "集体经济方面", line, **{**units, **more})


LATE = problem("{late}个村落后，如东关街道何河村、柳林镇新周桥村。")


def content(
    *lines: str, rows: tuple[Any, ...] = VILLAGES, problems: tuple[Problem, ...] = (LATE,),
    **more: Any,
) -> ReportContent:  # fmt: skip
    """The report; `lines` are further sentences of its first section."""
    tables = {"villages": base(rows)}
    whole = Item.folded("late", "落后的村", "个", count("villages", _LATE), tables)
    share = Item.folded(
        "late.share", "落后的村占比", "%",
        share_of(Fold("villages", where=(_LATE,)), Fold("villages")), tables,
        missing=("999901101200",),
    )  # fmt: skip
    units = ((EAST, "东关街道"), (WILLOW, "柳林镇"))
    figures = (
        share, *(share.narrowed(*unit, tables) for unit in units), whole,
        *(whole.narrowed(*unit, tables) for unit in units),
    )  # fmt: skip
    codes = tuple((None, f"late.{code}") for code, _name in units)
    board = Table(
        "board", "各乡镇", ("unit", "late"), ("乡镇", "落后的村"),
        (("东关街道", "1"), ("柳林镇", "1"), ("合计", "2")), codes=(*codes, (None, "late")),
        total=True,
    )  # fmt: skip
    named = Table(
        "named", "名单", ("c0", "c1", "c2"), ("序号", "乡镇", "村"),
        ((1, "东关街道", "何河村"), (2, "柳林镇", "新周桥村"), (3, "县水利局", "支渠")),
    )  # fmt: skip
    chart = Chart(
        "late", "各乡镇", "bars", ("东关街道", "柳林镇"),
        (Series("落后", (f"late.{EAST}", f"late.{WILLOW}")),),
    )  # fmt: skip
    first = tuple(Line(f"first.{place}", one) for place, one in enumerate(lines))
    share_line = Line("all", "占{late.share:share}。")
    sections = (
        Section("scope", "一、情况", (Paragraph("", (*first, share_line)),),
                charts=("late",)),
        Section("problems", "二、问题", (Paragraph("", tuple(one.line for one in problems)),)),
    )  # fmt: skip
    made = ReportContent(
        kind="monthly", period="2026-10", county_code="999901", county_name="青原县",
        organ="中共青原县委组织部", title="通报", recipients="各乡镇", date_text="2026年11月5日",
        as_of="2026-10-31", is_open=False, note="", front=(), sections=sections, figures=figures,
        bases=tuple(tables.values()), tables=(board, named), charts=(chart,), problems=problems,
    )  # fmt: skip
    return replace(made, **more)
