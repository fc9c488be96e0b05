"""Readers that ledgers' sheets brought: signed amounts, shares, ticks, months."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.common.readings import Repair, Unreadable
from villages.imports import cells
from villages.ledgers.sheets.readers import words

percent = cells.percent(4)


@pytest.mark.parametrize(
    ("raw", "value", "repairs"),
    [
        ("21.88%", "0.2188", True), ("21.88", "0.2188", False), (21.88, "0.2188", False),
        (0.2188, "0.2188", True), (1, "1", True), (0, "0", False), ("100%", "1", True),
        ("33.3333", "0.3333", True), (None, None, False), ("—", None, True),
    ],
)  # fmt: skip
def test_a_share_is_a_fraction_of_one(raw: Any, value: str | None, repairs: bool) -> None:
    reading = percent(raw, "%")

    assert reading.value == (None if value is None else Decimal(value))
    assert bool(reading.repairs) is repairs


@pytest.mark.parametrize("raw", ["-3%", -0.5, "三成"])
def test_no_share_is_below_nothing(raw: Any) -> None:
    with pytest.raises(Unreadable):
        percent(raw, "%")


@given(st.integers(0, 10_000))
def test_what_is_said_in_percent_comes_back(whole: int) -> None:
    share = Decimal(whole) / 10_000

    assert percent(f"{(share * 100).normalize():f}%", "%").value == share


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("是", True), ("否", False), ("√", True), ("×", False), ("有", True), ("无", False),
        ("☑", True), (" 是 ", True), ("Y", True), ("n", False), (1, True), (0, False),
        (True, True), (None, None), ("", None), ("—", None),
    ],
)  # fmt: skip
def test_ticks_are_yes_or_no(raw: Any, value: bool | None) -> None:
    assert cells.yes_no(raw).value is value


def test_anything_else_is_no_tick() -> None:
    with pytest.raises(Unreadable) as refused:
        cells.yes_no("大概")

    assert refused.value.code == "not_yes_or_no"


@pytest.mark.parametrize(
    ("raw", "value", "plain"),
    [
        ("2026-10", 202610, True), ("2026年10月", 202610, False), (202610, 202610, False),
        (date(2026, 10, 1), 202610, True), (datetime(2026, 10, 9, 8), 202610, False),
        ("2026.9", 202609, False), (None, None, True),
    ],
)  # fmt: skip
def test_months_are_read_from_months_and_days(raw: Any, value: int | None, plain: bool) -> None:
    reading = cells.month(raw)

    assert reading.value == value
    assert plain == (not reading.repairs)


@pytest.mark.parametrize("raw", ["10月", "26.10", "某月", 13])
def test_half_a_month_is_none(raw: Any) -> None:
    with pytest.raises(Unreadable):
        cells.month(raw)


@pytest.mark.parametrize(
    ("raw", "unit", "fen"),
    [(-3.5, "元", -350), ("(500)", "元", -50_000), ("1.2", "万元", 1_200_000), (None, "元", None)],
)
def test_amounts_may_lie_below_zero(raw: Any, unit: str, fen: int | None) -> None:
    assert cells.signed_fen(raw, unit).value == fen


@pytest.mark.parametrize(("raw", "value"), [(-2, -2), ("3", 3), (4.0, 4), (None, None)])
def test_whole_numbers_may_lie_below_zero(raw: Any, value: int | None) -> None:
    assert cells.whole(raw).value == value


def test_halves_are_not_whole() -> None:
    with pytest.raises(Unreadable):
        cells.whole(2.5)


@pytest.mark.parametrize(
    ("raw", "said"), [(12.0, "12"), (12, "12"), ("〔2026〕3号", "〔2026〕3号"), ("/", None)]
)
def test_numbers_of_papers_stay_words(raw: Any, said: str | None) -> None:
    assert words(raw, "").value == said


def test_a_cell_formatted_as_percent_is_listed() -> None:
    assert percent(0.5, "%").repairs == (Repair.SCALED,)
