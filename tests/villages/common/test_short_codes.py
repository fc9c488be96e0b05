"""Short codes that people type from paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.common.figures import read_short_code, short_code
from villages.common.periods import Month


def test_code_is_the_same_on_every_machine():
    assert short_code("monthly", "999900", Month(2026, 10), "income.total") == "G90SQ1"
    assert short_code("monthly", "999900", "2026-10", "income.total") == "G90SQ1"


@given(st.lists(st.text(max_size=12), min_size=1, max_size=5))
def test_code_is_six_characters_that_nobody_confuses(parts):
    code = short_code(*parts)

    assert len(code) == 6
    assert not set(code) & set("ILOU")
    assert read_short_code(code) == code


def test_parts_do_not_run_into_each_other():
    assert short_code("ab", "c") != short_code("a", "bc")


def test_a_county_of_figures_rarely_meets_itself():
    codes = [short_code("r", "999900", "2026-10", number) for number in range(5_000)]

    assert len(set(codes)) > 4_990


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (" abc123 ", "ABC123"),
        ("abc-123", "ABC123"),
        ("0o1il7", "001117"),
        ("ABC12", None),
        ("ABC1234", None),
        ("ABCU23", None),
        ("张庄村", None),
        ("", None),
    ],
)
def test_typed_codes_are_read_kindly(typed, code):
    assert read_short_code(typed) == code
