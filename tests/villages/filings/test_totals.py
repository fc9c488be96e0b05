"""Sums of the grid against counting by hand."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.villages.filings.memory import HELD, RENT, VISITS
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings import values
from villages.filings.declaring import FilingInput
from villages.filings.figures.sheet import Cell, Line, Sheet
from villages.filings.figures.totals import totals

DAY = replace(VISITS, key="test.day", compared=False)
TEXTS = st.sampled_from(["", "12", "0", "3.5万", "１０", "-4", "十来户", "是", "1,200元"])


def grid(inputs: tuple[FilingInput, ...], texts: list[list[str]]) -> Sheet:
    lines = tuple(
        Line(n, f"{n:012d}", f"{n}村", "", 0, "", False, tuple(
            Cell(one, typed=text) for one, text in zip(inputs, row, strict=True)
        ))
        for n, row in enumerate(texts)
    )  # fmt: skip
    return Sheet(Month(2026, 10), inputs, lines)


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=12))
def test_a_total_is_the_sum_of_what_can_be_read(texts: list[list[str]]) -> None:
    found = totals(grid((VISITS, RENT), texts))

    for place, one in enumerate((VISITS, RENT)):
        read = [values.read(one, row[place]).value for row in texts]
        known = [value for value in read if value is not None]
        assert found[place].value == (sum(known) if known else None)
        assert found[place].missing == len(read) - len(known)


def test_days_and_answers_are_not_added_up() -> None:
    found = totals(grid((DAY, HELD), [["5", "是"], ["10", ""]]))

    assert [(one.value, one.missing) for one in found] == [(None, 0), (None, 1)]


def test_nothing_filled_in_is_no_zero() -> None:
    found = totals(grid((VISITS,), [[""], [""]]))

    assert (found[0].value, found[0].missing) == (None, 2)


def test_decimals_are_added_exactly() -> None:
    area = replace(VISITS, key="test.area", kind=Kind.DECIMAL, places=2, unit="亩")

    assert totals(grid((area,), [["0.1"], ["0.2"]]))[0].value == Decimal("0.30")
