"""Columns read at once give what their cells give one by one, or nothing."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.common.errors import DomainError
from villages.common.readings import Unreadable
from villages.imports import cells
from villages.imports.declaring import SheetColumn
from villages.imports.units import scale_between

AMOUNT = st.integers(0, 10**11).map(lambda fen: fen / 100)
CELL = st.one_of(
    st.integers(-5, 10**16), AMOUNT, st.floats(), st.text(max_size=5), st.booleans(),
    st.text("村庄abc12\n-— 无", max_size=4), st.dates(), st.datetimes(),
    st.sampled_from(["是", "否", "999901101200", "999901000000", "1e5", "０５"]),
)  # fmt: skip
COLUMN = st.one_of(
    st.lists(CELL, min_size=1, max_size=5),
    st.lists(st.integers(0, 10**9) | AMOUNT, min_size=1, max_size=8),
    st.lists(st.text("村庄abc12", min_size=1, max_size=4), min_size=1, max_size=8),
    st.lists(st.dates(), min_size=1, max_size=4),
)
READERS = {
    "count": cells.count, "fen": cells.fen, "text": cells.text, "name": cells.name,
    "code": cells.code, "day": cells.day, "whole decimals": cells.decimal(0),
    "decimals": cells.decimal(2), "choice": cells.one_of({"是": "yes", "否": "no"}),
}  # fmt: skip


def one_by_one(reader: Any, column: list[Any], unit: str) -> list[Any] | None:
    """The values, or None where a cell was repaired or refused."""
    try:
        readings = [reader(cell, unit) for cell in column]
    except (Unreadable, DomainError):
        return None
    return None if any(one.repairs for one in readings) else [one.value for one in readings]


@pytest.mark.parametrize("name", READERS)
@given(column=COLUMN, unit=st.sampled_from(["", "元", "万元"]))
def test_a_column_at_once_is_its_cells_one_by_one(name: str, column: list, unit: str) -> None:
    reader = READERS[name]

    at_once = reader.whole(column, unit)  # type: ignore[attr-defined]

    if at_once is not None:
        assert at_once == one_by_one(reader, column, unit)


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("count", [0, 356, 1240]),
        ("fen", [12, 0.5, 52300.25]),
        ("decimals", [2476, 10.5, 0.25]),
        ("text", ["河边地", "A12"]),
        ("name", ["李庄村", "何河村"]),
        ("code", ["999901101200", "999901101201"]),
        ("day", [date(2026, 10, 5)]),
        ("choice", ["是", "否"]),
    ],
)
def test_what_most_sheets_hold_is_read_at_once(name: str, column: list) -> None:
    assert READERS[name].whole(column, "") is not None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("count", [3, True]),
        ("count", [3, -1]),
        ("fen", [0.1 + 0.2]),
        ("fen", [1.005]),
        ("decimals", [1.125]),
        ("text", ["无"]),
        ("name", ["李庄村\n何河村"]),
        ("day", [datetime(2026, 10, 5, 8)]),
    ],
)
def test_a_cell_that_needs_care_is_not_read_at_once(name: str, column: list) -> None:
    assert READERS[name].whole(column, "") is None  # type: ignore[attr-defined]


def test_amounts_of_ten_thousand_are_exact() -> None:
    scale = scale_between("万元", SheetColumn("sum", "金额", cells.fen, unit="元").unit)

    assert scale is not None
    assert cells.fen.whole([3.5, 0.000001, 12], scale.reads) == [  # type: ignore[attr-defined]
        3_500_000, 1, 12_000_000,
    ]  # fmt: skip
