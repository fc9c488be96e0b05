"""The workbooks of the worked example are those that are drawn, and say what the county says."""

from collections import Counter
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from config.demo.worked_example.drawing import FOLDER, SHEETS, content, table
from config.demo.worked_example.ledger_words import SOLVED
from config.demo.worked_example.work_rows import KINDS


def rows(name: str) -> list[tuple[Any, ...]]:
    sheet = load_workbook(FOLDER / f"{name}.xlsx").active
    return [
        tuple(one.date() if isinstance(one, datetime) else one for one in row)
        for row in sheet.iter_rows(values_only=True)
    ]


def below_the_header(name: str) -> list[tuple[Any, ...]]:
    return rows(name)[3:]


@pytest.mark.parametrize("name", SHEETS)
def test_a_workbook_holds_what_is_drawn(name: str) -> None:
    found = rows(name)

    width = len(found[2])
    assert found == [(*row, *[None] * (width - len(row))) for row in table(name)]


@pytest.mark.parametrize("name", SHEETS)
def test_drawing_twice_gives_the_same_file(name: str) -> None:
    assert content(name) == content(name)


def test_solved_problems_are_counted_by_kind() -> None:
    alias = {"宅基地问题": "宅基地纠纷", "土地纠纷": "土地承包纠纷", "派性": "宗派矛盾"}
    solved = Counter(
        alias.get(row[4], row[4]) for row in below_the_header("ledger") if row[12] == "是"
    )

    assert {kind: solved[kind] for kind in SOLVED} == SOLVED
    assert "信访矛盾突出" not in solved


def test_verdicts_are_those_of_the_year() -> None:
    told = {(row[1], row[2]): row[13] for row in below_the_header("ledger")}

    assert Counter(told.values()) == {"验收合格": 24, "验收不合格": 5, "未验收": 3}


def test_every_row_of_a_village_says_the_same_of_its_acceptance() -> None:
    told = {(row[1], row[2], row[3], row[13], row[14]) for row in below_the_header("ledger")}

    assert len(told) == 32


def test_works_add_up() -> None:
    sums: Counter[str] = Counter()
    for row in below_the_header("works"):
        sums[row[3]] += row[4]

    assert sums.pop("支部班子组建") == 17
    assert sums.pop("村委会补选") == 5
    assert sums == {one.name: one.whole for one in KINDS}


def test_months_of_recruitment_are_those_of_the_year() -> None:
    told = below_the_header("members")

    assert len(told) == 32 * 10
    assert sum(row[7] for row in told) == 29
    assert sum(row[5] for row in told if row[3] == "2026-10") == 189
