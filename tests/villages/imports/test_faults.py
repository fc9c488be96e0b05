"""Faults: every one in one pass, with cell, value, code, reason, suggestion."""

import json
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.villages.imports.books import DATA, book_bytes, looked_at, roster
from villages.accounts.choices import Role
from villages.importers import ROSTER
from villages.imports import cells
from villages.imports.declaring import Saved, SheetColumn, SheetKind
from villages.models import County, Village

EXPECTED = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))
pytestmark = pytest.mark.django_db
FEN = {"unit": "元", "most": 10_000_000_000}
INCOME = SheetKind(
    key="test-income",
    title="收入",
    columns=(
        SheetColumn("township", "乡镇", cells.name),
        SheetColumn("village", "村名", cells.name, required=True, synonyms=("村",)),
        SheetColumn("business", "经营收入", cells.fen, **FEN),
        SheetColumn("investment", "投资收益", cells.fen, **FEN),
        SheetColumn("subsidy", "补助收入", cells.fen, **FEN),
        SheetColumn("other", "其他收入", cells.fen, **FEN),
    ),
    identity=lambda row: (row.village.code,),
    existing=lambda context: {},
    save=lambda context, new, changed: Saved(len(new), len(changed)),
    undo=lambda context, saved: 0,
)


@pytest.fixture
def whole_county(db: None) -> None:
    examined = looked_at(DATA / "villages.xlsx")
    ROSTER.save(examined.context, examined.plan.new, [])


def test_planted_errors_are_found_and_no_others(whole_county: None) -> None:
    faults = looked_at(DATA / "income_with_errors.xlsx", INCOME).checked.faults

    planted = [(one["row"], one["column"], one["kind"]) for one in EXPECTED["planted_errors"]]
    assert [(one.row, one.column, one.code) for one in faults] == sorted(planted)
    assert all(one.message and one.suggestion for one in faults)


def test_income_of_a_real_workbook_is_read_to_the_fen(whole_county: None) -> None:
    checked = looked_at(DATA / "income_2026-10.xlsx", INCOME).checked

    total = sum(
        row.values[key] or 0
        for row in checked.rows
        for key in ("business", "investment", "subsidy", "other")
    )
    assert not checked.faults
    assert f"{total / 100:.2f}" == EXPECTED["income_2026_10_ytd_yuan"]["total"]


def test_hundred_planted_errors_are_named_by_cell_value_and_reason(
    whole_county: None, tmp_path: Path
) -> None:
    rng = Random(7)
    villages = list(Village.objects.select_related("township").order_by("code"))
    rows: list[list[Any]] = [[one.township.name, one.name, 10, 20, 30, 40] for one in villages]
    planted = {}
    for number, index in enumerate(rng.sample(range(200), 100)):
        column = 2 + number % 4
        bad, code = (("约三万", "not_a_number"), (-7, "negative"), (9 * 10**9, "too_large"),
                     ("12亩", "other_unit"))[number % 4]  # fmt: skip
        rows[index][column] = bad
        planted[index + 2, "ABCDEF"[column]] = (str(bad), code)
    path = tmp_path / "hundred.xlsx"
    path.write_bytes(
        book_bytes([["乡镇", "村", "经营收入", "投资收益", "补助收入", "其他收入"], *rows])
    )

    faults = looked_at(path, INCOME).checked.faults

    assert {(one.row, one.column): (one.value, one.code) for one in faults} == planted


CASES = [
    (["东关街道", "何何村", 1, 1, 1], "B", "unknown_village", "何河村"),
    (["东观街道", "何河村", 1, 1, 1], "A", "unknown_township", "东关街道"),
    ([None, "李庄村", 1, 1, 1], "B", "ambiguous_village", "柳林镇李庄村(999901101200)"),
    (["东关街道", None, 1, 1, 1], "B", "required", "补"),
    (["东关街道", "何河村", "三十", 1, 1], "C", "not_a_number", "数字"),
    (["东关街道", "何河村", 1.5, 1, 1], "C", "not_whole", "整数"),
    (["东关街道", "何河村", -1, 1, 1], "C", "negative", "零"),
    (["东关街道", "何河村", 9_999_999, 1, 1], "C", "too_large", "核对"),
    (["东关街道", "何河村", 1, 5, 60], "E", "part_too_large", "核对"),
]


@pytest.mark.parametrize(("row", "column", "code", "suggested"), CASES)
def test_one_fault_says_where_what_why_and_what_to_do(
    county: County, tmp_path: Path, row: list, column: str, code: str, suggested: str
) -> None:
    path = tmp_path / "one.xlsx"
    path.write_bytes(roster(row))

    [fault] = looked_at(path).checked.faults

    assert (fault.row, fault.column, fault.code) == (2, column, code)
    assert suggested in fault.suggestion


def test_later_row_of_a_duplicate_is_the_faulty_one(county: County, tmp_path: Path) -> None:
    path = tmp_path / "twice.xlsx"
    path.write_bytes(roster(["东关街道", "何河村", 1, 90, 20], ["东关街道", "何河", 2, 90, 20]))

    checked = looked_at(path).checked

    assert [(one.row, one.code) for one in checked.faults] == [(3, "duplicate_village")]
    assert [row.values["households"] for row in checked.rows] == [1]


def test_formula_without_value_is_an_error_at_its_cell(county: County, tmp_path: Path) -> None:
    path = tmp_path / "formula.xlsx"
    path.write_bytes(roster(["东关街道", "何河村", "=1+1", 10, 1]))

    [fault] = looked_at(path).checked.faults

    assert (fault.column, fault.row, fault.code) == ("C", 2, "formula_without_value")


def test_township_cannot_add_villages_nor_reach_its_neighbour(people: dict, tmp_path: Path) -> None:
    path = tmp_path / "foreign.xlsx"
    head = ["乡镇", "村名", "统计用区划代码", "户数"]
    rows = [["东关街道", "新村", "999901001777", 5], ["柳林镇", "郭集村", "999901101201", 5]]
    path.write_bytes(book_bytes([head, *rows]))

    faults = looked_at(path, by=people[Role.TOWNSHIP_CLERK]).checked.faults

    assert [(one.row, one.code) for one in faults] == [(2, "unknown_village"), (3, "bad_code")]


def test_code_and_name_that_disagree_are_not_guessed(county: County, tmp_path: Path) -> None:
    path = tmp_path / "codes.xlsx"
    path.write_bytes(
        book_bytes([["乡镇", "村名", "代码", "户数"], ["东关街道", "何河村", "999901001799", 5]])
    )

    [fault] = looked_at(path).checked.faults

    assert (fault.code, fault.column) == ("code_mismatch", "C")


def test_ended_village_is_named_as_ended(county: County, tmp_path: Path) -> None:
    Village.objects.filter(code="999901001201").update(valid_to=date(2025, 1, 1))
    path = tmp_path / "ended.xlsx"
    path.write_bytes(
        book_bytes([["乡镇", "村名", "代码", "户数"], ["东关街道", "何河村", "999901001201", 5]])
    )

    [fault] = looked_at(path).checked.faults

    assert fault.code == "ended_village"


def test_figures_that_jump_are_a_question_not_a_fault(county: County, tmp_path: Path) -> None:
    path = tmp_path / "jump.xlsx"
    path.write_bytes(roster(["东关街道", "何河村", 3000, 900, 40]))

    checked = looked_at(path).checked

    assert not checked.faults
    assert [(one.code, one.row) for one in checked.questions] == [("big_change", 2)]
