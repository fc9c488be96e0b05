"""Periods of effect, retests, runs of grades."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadres.rules.dispositions import effect_until, incompetent_run, retest_passed


@pytest.mark.parametrize(
    ("decided_on", "months", "expected"),
    [
        (date(2026, 6, 6), 3, date(2026, 9, 6)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 6, 6), None, None),
    ],
)
def test_effect_counts_calendar_months(decided_on, months, expected):
    assert effect_until(decided_on, months) == expected


@pytest.mark.parametrize(
    ("votes", "excellent", "competent", "passed"),
    [
        (10, 3, 3, False),
        (10, 3, 4, True),
        (60, 16, 20, False),
        (60, 17, 20, True),
        (0, 0, 0, False),
    ],
)
def test_exactly_sixty_percent_does_not_pass(votes, excellent, competent, passed):
    assert retest_passed(votes, excellent, competent, 60) is passed


@given(st.integers(1, 500), st.data())
def test_a_retest_is_the_comparison_of_whole_numbers(votes, data):
    good = data.draw(st.integers(0, votes))

    assert retest_passed(votes, good, 0, 60) is (good * 100 > votes * 60)


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ({}, 0),
        ({2025: "incompetent"}, 1),
        ({2024: "incompetent", 2025: "incompetent"}, 2),
        ({2023: "incompetent", 2025: "incompetent"}, 1),
        ({2024: "incompetent", 2025: "basic"}, 0),
    ],
)
def test_a_run_ends_at_a_year_without_the_grade(grades, expected):
    assert incompetent_run(grades, 2025) == expected
