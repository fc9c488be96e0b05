"""Cells by kind: text, escaping, gaps."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from villages.common.columns import Column, Kind, ListSpec
from villages.lists.cells import html_writer
from villages.lists.sheet_values import sheet_columns, sheet_rows, sheet_totals

CASES = [
    (Kind.TEXT, "<b>李庄</b>", "&lt;b&gt;李庄&lt;/b&gt;"),
    (Kind.CODE, "999901001200", "999901001200"),
    (Kind.INTEGER, 1234567, "1,234,567"),
    (Kind.DECIMAL, Decimal("1234.565"), "1,234.57"),
    (Kind.DECIMAL, 0.1, "0.10"),
    (Kind.YUAN, 123450, "1,234.50"),
    (Kind.WAN, 12_500_000, "12.50"),
    (Kind.SHARE, Decimal("0.21875"), "21.88%"),
    (Kind.DATE, date(2026, 10, 5), "2026-10-05"),
    (Kind.INSTANT, datetime(2026, 10, 5, 6, 3, tzinfo=UTC), "2026-10-05 14:03"),
    (Kind.MONTH, 202610, "2026-10"),
    (Kind.BOOLEAN, False, "否"),
    (Kind.TEXT, None, "—"),
    (Kind.TEXT, "", "—"),
    (Kind.INTEGER, 0, "0"),
]


@pytest.mark.parametrize(("kind", "value", "shown"), CASES)
def test_each_kind_is_shown_its_own_way(kind, value, shown):
    write = html_writer(Column("x", "列", kind=kind))

    cell = write({"x": value})

    assert cell == shown


def test_a_state_stands_in_its_tag_on_the_screen_alone():
    tones = {"open": "info", "<x>": "bad"}
    column = Column(
        "x", "列", kind=Kind.CHOICE, choices={"open": "在办"}, tone=lambda row: tones[row["x"]]
    )
    write = html_writer(column)

    assert write({"x": "open"}) == '<span class="status-tag status-tag--info">在办</span>'
    assert write({"x": "<x>"}) == '<span class="status-tag status-tag--bad">&lt;x&gt;</span>'
    assert write({"x": None}) == "—"


@pytest.mark.parametrize("choices", [{"a": "甲"}, [("a", "甲")]])
def test_choice_shows_its_label_and_unknown_values_themselves(choices):
    write = html_writer(Column("x", "列", kind=Kind.CHOICE, choices=choices))

    cells = [write({"x": "a"}), write({"x": "zz"})]

    assert cells == ["甲", "zz"]


def test_colour_has_word_and_shape_class_and_unknown_levels_are_grey():
    write = html_writer(Column("x", "列", kind=Kind.COLOUR))

    red, other = write({"x": "red"}), write({"x": "<i>"})

    assert red == '<span class="level-badge level-badge--red light">红</span>'
    assert other == '<span class="level-badge level-badge--grey light">&lt;i&gt;</span>'


def test_share_is_shown_with_its_base():
    write = html_writer(Column("x", "列", kind=Kind.SHARE, base="n"))

    cell = write({"x": Decimal("0.875"), "n": 32})

    assert cell == "87.50%<small> 共 32</small>"


def test_link_of_a_cell_is_escaped():
    column = Column("x", "列", href=lambda row: f'/a/?q="{row["x"]}')

    cell = html_writer(column)({"x": "李"})

    assert cell == '<a href="/a/?q=&quot;李">李</a>'


def test_sheet_takes_numbers_as_numbers_and_the_base_beside_the_share():
    columns = [
        Column("income", "收入", kind=Kind.WAN, total=True),
        Column("rate", "参会率", kind=Kind.SHARE, base="n"),
        Column("month", "月份", kind=Kind.MONTH),
        Column("level", "预警", kind=Kind.COLOUR),
    ]
    row = {"income": 12_345_678, "rate": 0.5, "n": 32, "month": 202610, "level": "grey"}

    cells = next(sheet_rows(columns, [row]))

    assert cells == [Decimal("12.345678"), Decimal("0.5"), 32, "2026-10", "未评"]
    assert [one.heading for one in sheet_columns(columns)] == [
        "收入(万元)", "参会率", "参会率基数", "月份", "预警"]  # fmt: skip
    assert sheet_totals(columns, {"income": 5_000_000}) == [Decimal(5), None, None, None, None]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Column("Name", "列"),
        lambda: Column("x", "列", computed=True),
        lambda: Column("x", "列", total=True),
        lambda: ListSpec("坏", "表", [Column("x", "列")], ["x"]),
        lambda: ListSpec("a", "表", [Column("x", "列"), Column("x", "列")], ["x"]),
        lambda: ListSpec("a", "表", [Column("x", "列")], ["x"], row_label="y"),
    ],
)
def test_a_wrong_declaration_is_refused_at_once(wrong):
    declare = wrong

    with pytest.raises(ValueError):
        declare()


def test_chosen_columns_keep_the_asked_order_and_pass_over_strangers():
    spec = ListSpec("a", "表", [Column("x", "甲"), Column("y", "乙", visible=False)], ["x"])

    chosen = [one.key for one in spec.chosen(["y", "gone", "x", "y"])]
    declared = [one.key for one in spec.chosen([])]

    assert chosen == ["y", "x"]
    assert declared == ["x"]
