"""From a printed number to the frozen rows that give it."""

import pytest

from rectification.reports.content import (
    Fold,
    Formula,
    Item,
    Line,
    Paragraph,
    ReportContent,
    Section,
    Table,
    Where,
    count,
    share_of,
    yuan_total,
)
from rectification.reports.tracing import code_of, trace

VILLAGES = Table(
    "villages", "各村情况", ("code", "township_code", "township", "village", "colour", "fen"),
    ("村代码", "乡镇代码", "乡镇", "村", "颜色", "收入(分)"),
    (
        ("1", "a", "东关街道", "李庄村", "red", 12_345),
        ("2", "a", "东关街道", "何河村", "green", None),
        ("3", "b", "柳林镇", "郭集村", "red", 55),
    ),
)  # fmt: skip
RED = Where("colour", "eq", "red")
TABLES = {"villages": VILLAGES}


def _content() -> ReportContent:
    whole, part = Fold("villages"), Fold("villages", where=(RED,))
    figures = (
        Item.folded("red", "红色村", "个", count("villages", RED), TABLES, definition="评为红色"),
        Item.folded("red.share", "红色占比", "%", share_of(part, whole), TABLES),
        Item.folded("income", "收入", "元", yuan_total("villages", "fen"), TABLES),
        Item("gap", "缺", None, gap="not-filed"),
    )
    lines = (
        Line("colours", "红色{red}个，占{red.share:share}。"),
        Line("money", "收入{income}元。"),
    )
    printed = Table(
        "t", "附表", ("k",), ("项",), ((2, "1.24"),), codes=(("red", "income"),)
    )  # fmt: skip
    return ReportContent(
        "monthly", "2026-10", "999901", "青原县", "组织部", "通报", "各乡镇", "2026年11月5日",
        "2026-10-31", is_open=False, note="", front=(), figures=figures, bases=(VILLAGES,),
        sections=(Section("all", "一、总体", (Paragraph("", lines),)),), tables=(printed,),
    )  # fmt: skip


def test_a_count_shows_exactly_the_rows_that_count() -> None:
    told = trace(_content(), "red", "7K2M9Q")

    assert (told.item.value, told.number, told.short) == (2, 1, "7K2M9Q-1")
    assert told.rows == (("1", "东关街道", "李庄村", "red"), ("3", "柳林镇", "郭集村", "red"))
    assert told.headers == ("村代码", "乡镇", "村", "颜色")
    assert told.definition == "评为红色"
    assert told.formula_words == "“各村情况”中“颜色”为红的行，计数。"


def test_a_sum_leaves_unknown_cells_out_and_names_its_column() -> None:
    (part,) = trace(_content(), "income").parts

    assert part.column is not None
    cells = [row[part.column] for row in part.rows]
    assert cells == [12_345, 55]
    assert _content().figure("income").value == "124.00"
    assert part.value == "12400"


def test_a_share_shows_both_its_parts() -> None:
    told = trace(_content(), "red.share")

    assert [(one.name, one.value, len(one.rows)) for one in told.parts] == [
        ("甲", "2", 2), ("乙", "3", 3),
    ]  # fmt: skip
    assert told.formula_words.startswith("甲÷乙×100%，四舍五入保留2位小数；甲＝“各村情况”中")


def test_it_names_sentence_table_and_neighbours() -> None:
    told = trace(_content(), "red")

    assert [(one.key, one.text) for one in told.sentences] == [
        ("colours", "红色2个，占66.67%（2/3）。")
    ]
    assert told.tables == ("附表",)
    assert [one.code for one in told.siblings] == ["red.share", "income"]


def test_a_gap_without_rows_is_told_without_rows() -> None:
    told = trace(_content(), "gap")

    assert (told.rows, told.headers, told.title, told.formula_words) == ((), (), "", "")
    assert told.sentences == ()


@pytest.mark.parametrize("asked", ["red.share", "2", "7K2M9Q-2", "7k2m9q-2", " 2 "])
def test_a_figure_is_found_by_code_number_and_short_code(asked: str) -> None:
    assert code_of(_content(), asked, "7K2M9Q") == "red.share"


@pytest.mark.parametrize("asked", ["", "0", "5", "blue", "XXXXXX-2", "-2", "2-"])
def test_what_is_not_there_is_not_found(asked: str) -> None:
    with pytest.raises(KeyError):
        code_of(_content(), asked, "7K2M9Q")


@pytest.mark.parametrize("how", ["total", "difference", "ratio", "growth", "points", "place"])
def test_every_kind_of_formula_has_words(how: str) -> None:
    fold = Fold("villages", where=(Where("fen", "known"),))
    formula = Formula(how, (fold,) * (4 if how == "points" else 2))
    item = Item("x", "某数", 1, formula=formula)
    base = _content()
    content = ReportContent(**{**base.__dict__, "figures": (item,), "tables": (), "sections": ()})

    words = trace(content, "x").formula_words

    assert "“收入(分)”已填" in words
    assert words.count("＝") == len(formula.folds)
