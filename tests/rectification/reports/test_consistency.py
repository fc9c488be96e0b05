"""The box finds what cannot be right, and nothing in a sound report."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from rectification.reports.consistency import consistency
from rectification.reports.content import (
    Fold,
    Item,
    Line,
    Paragraph,
    ReportContent,
    Section,
    Table,
    Where,
    count,
    share_of,
)
from rectification.reports.content.formulas import total

EAST, WILLOW = "999901001", "999901101"
_ROWS = (
    ("1", EAST, "red", 1), ("2", EAST, "green", 1), ("3", WILLOW, "green", None),
)  # fmt: skip
VILLAGES = Table(
    "villages",
    "各村",
    ("code", "township_code", "colour", "due"),
    ("村", "乡", "颜色", "任务"),
    _ROWS,
)
_BASES = {"villages": VILLAGES}


def item(code: str, *where: Where, unit: str = "") -> Item:
    """A number of villages."""
    inside = (*where, Where("township_code", "eq", unit)) if unit else where
    name = f"{code}.{unit}" if unit else code
    return Item.folded(name, code, "个", count("villages", *inside), _BASES, unit_code=unit)


def is_(colour: str) -> Where:
    return Where("colour", "eq", colour)


def sound() -> ReportContent:
    """Three villages: one red, two green; a sentence and a table about them."""
    red = Fold("villages", where=(is_("red"),))
    share = Item.folded("share", "红色占比", "%", share_of(red, Fold("villages")), _BASES)
    figures = (
        item("villages"), item("colour.red", is_("red")), item("colour.green", is_("green")),
        item("colour.red", is_("red"), unit=EAST), item("colour.red", is_("red"), unit=WILLOW),
        share,
    )  # fmt: skip
    line = Line("colours", "红色{colour.red}个，占{share:share}，截至{=10}月。")
    table = Table(
        "t", "表", ("a", "b"), ("乡镇", "红色"), (("合计", "1"),), ((None, "colour.red"),)
    )
    return ReportContent(
        kind="monthly", period="2026-10", county_code="999901", county_name="青原县", organ="部",
        title="通报", recipients="各乡镇", date_text="", as_of="2026-10-31", is_open=False, note="",
        front=(), sections=(Section("a", "一、总体", (Paragraph("", (line,)),)),),
        figures=figures, bases=(VILLAGES,), tables=(table,),
    )  # fmt: skip


def changed(content: ReportContent, code: str, **more: object) -> ReportContent:
    """The same with one figure changed."""
    found = tuple(replace(one, **more) if one.code == code else one for one in content.figures)  # type: ignore[arg-type]
    return replace(content, figures=found)


def worded(pattern: str) -> Callable[[ReportContent], ReportContent]:
    """The same with another sentence."""

    def change(content: ReportContent) -> ReportContent:
        section = Section("a", "一、总体", (Paragraph("", (Line("colours", pattern),)),))
        return replace(content, sections=(section,))

    return change


def printed(content: ReportContent, cell: str) -> ReportContent:
    """The same with another number in its table."""
    return replace(content, tables=(replace(content.tables[0], rows=(("合计", cell),)),))


def kinds(content: ReportContent) -> set[str]:
    return {one.kind for one in consistency(content)}


def test_a_sound_report_has_none() -> None:
    assert consistency(sound(), ("打卡",)) == []


@pytest.mark.parametrize(
    ("kind", "break_it"),
    [
        ("parts", lambda one: changed(one, "villages", value=4)),
        ("townships", lambda one: changed(one, f"colour.red.{EAST}", value=2)),
        ("formula", lambda one: changed(one, "colour.green", value=1)),
        ("formula", lambda one: changed(one, "colour.green", formula=None)),
        ("formula", lambda one: changed(one, "colour.green", gap="not-filed")),
        ("formula", lambda one: changed(one, "colour.green", formula=count("nowhere"))),
        ("share", lambda one: changed(one, "share", value="133.33")),
        ("base", lambda one: changed(one, "share", denominator=None)),
        ("known", worded("红色{colour.blue}个。")),
        ("known", lambda one: changed(one, "colour.red", value=None)),
        ("table", lambda one: printed(one, "2")),
        ("empty", worded("，。")),
        ("empty", worded("占{=0}/{=0}。")),
        ("digits", worded("红色3个。")),
        ("twice", lambda one: replace(one, front=one.sections[0].lines)),
    ],
)  # fmt: skip
def test_each_contradiction_is_found(
    kind: str, break_it: Callable[[ReportContent], ReportContent]
) -> None:
    broken = break_it(sound())

    assert kind in kinds(broken)


def test_what_came_of_a_goal_may_be_above_all() -> None:
    goals = Table("goals", "目标", ("done", "goal"), ("完成", "目标"), ((4, 3),))
    folds = (Fold("goals", "sum", "done"), Fold("goals", "sum", "goal"))
    ahead = Item.folded("goal", "完成目标", "%", share_of(*folds), {"goals": goals})
    content = replace(sound(), figures=(*sound().figures, ahead), bases=(VILLAGES, goals))

    assert ahead.value == "133.33"
    assert consistency(content) == []


def test_forbidden_words_are_found_in_text_and_tables() -> None:
    content = worded("各村每日打卡{colour.red}次。")(sound())
    table = replace(content.tables[0], title="登录率")

    found = consistency(replace(content, tables=(table,)), ("打卡", "登录率", ""))

    assert [(one.kind, one.place) for one in found] == [("words", "colours"), ("words", "t")]


def test_missing_villages_complete_a_whole() -> None:
    tier = replace(item("tier.weak", is_("red")), missing=("2", "3"))
    content = replace(sound(), figures=(*sound().figures, tier))

    assert consistency(content) == []
    assert kinds(changed(content, "tier.weak", missing=("2",))) == {"parts"}


def test_rows_of_no_township_count_for_the_county() -> None:
    rows = (*_ROWS, ("", "", None, 5))
    tasks = Table("tasks", "任务", VILLAGES.keys, VILLAGES.headers, rows)
    bases = {**_BASES, "tasks": tasks}
    whole = Item.folded("tasks.due", "任务", "项", total("tasks", "due"), bases)
    parts = [whole.narrowed(unit, "乡", bases) for unit in (EAST, WILLOW)]
    content = replace(sound(), figures=(*sound().figures, whole, *parts), bases=(VILLAGES, tasks))

    assert [one.value for one in (whole, *parts)] == [7, 2, 0]
    assert consistency(content) == []
