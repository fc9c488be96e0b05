"""Codes of frozen cells are read as words, numbers stay numbers."""

import pytest

from rectification.reports.cell_words import word, words_of
from rectification.reports.content import Cell, Fold, Where
from rectification.reports.formula_words import fold_words
from rectification.reports.tracing import Part
from rectification.reports.views.cells import heads, lines
from tests.rectification.reports.written import base


@pytest.mark.parametrize(
    ("table", "key", "cell", "said"),
    [
        ("colours", "was", "red", "红"),
        ("colours", "last_year", "grey", "未评"),
        ("events", "level", "yellow", "黄"),
        ("events", "ended", "lowered", "已降级"),
        ("villages", "tier", "weak", "薄弱村"),
        ("villages", "secretary", 1, "是"),
        ("villages", "team_both", 0, "否"),
        ("villages", "month_previous_both", 1, "是"),
        ("cases", "is_last", 1, "是"),
        ("villages", "recruits", 1, 1),
        ("scores", "line", "team", "team"),
        ("colours", "was", None, None),
    ],
)
def test_a_cell_in_words(table: str, key: str, cell: Cell, said: Cell) -> None:
    assert word(table, key, cell) == said


def _part(column: int | None) -> Part:
    keys = ("village", "secretary", "income_fen")
    rows: tuple[tuple[Cell, ...], ...] = (("何河村", 1, 1250), ("周桥村", 0, None))
    return Part(
        "甲", "", "sum", "1", "villages", "村", keys, ("村", "有书记", "收入"), rows, column
    )


def test_marks_are_words_and_their_column_is_none_of_numbers() -> None:
    part = _part(None)

    said = [[one.text for one in row] for row in lines(part, part.rows)]

    assert said == [["何河村", "是", "12.50"], ["周桥村", "否", "—"]]
    assert [(one.text, one.number) for one in heads(part)] == [
        ("村", False), ("有书记", False), ("收入(元)", True),
    ]  # fmt: skip


def test_a_column_that_is_summed_stays_one_of_numbers() -> None:
    part = _part(1)

    said = [[one.text for one in row] for row in lines(part, part.rows)]

    assert [row[1] for row in said] == ["1", "0"]
    assert heads(part)[1].number


def test_conditions_of_a_formula_are_words_without_an_empty_one() -> None:
    fold = Fold("villages", where=(Where("colour", "in", ("red", "")),))

    assert "为红、未填之一" in fold_words(fold, {"villages": base()})
    assert words_of("nothing", "colour")["green"] == "绿"
