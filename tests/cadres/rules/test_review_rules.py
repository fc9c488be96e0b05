"""Standing with the joint review, steps, item codes."""

from datetime import date

import pytest

from cadres.rules.reviews import Conclusion, Standing, item_codes, standing
from cadres.states import FOLLOWS, ReviewStatus, may_follow

STARTED = date(2026, 9, 1)


def passed(decided_on: date, valid_until: date, result: str = "pass") -> Conclusion:
    return Conclusion(result, decided_on, valid_until)


OPEN = Conclusion("", None, None)
REJECTED = Conclusion("reject", date(2026, 8, 1), None)


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        ([], Standing.NONE),
        ([OPEN], Standing.PENDING),
        ([REJECTED], Standing.REJECTED),
        ([REJECTED, OPEN], Standing.PENDING),
        ([passed(date(2026, 9, 1), date(2027, 3, 1))], Standing.COVERED),
        ([passed(date(2026, 3, 1), date(2026, 9, 1))], Standing.COVERED),
        ([passed(date(2026, 2, 28), date(2026, 8, 31))], Standing.EXPIRED),
        ([passed(date(2026, 9, 2), date(2027, 3, 2))], Standing.LATE),
        ([passed(date(2026, 8, 1), date(2027, 2, 1), "conditional")], Standing.COVERED),
        ([REJECTED, passed(date(2026, 8, 20), date(2027, 2, 20))], Standing.COVERED),
        ([passed(date(2025, 1, 1), date(2025, 7, 1)), REJECTED], Standing.REJECTED),
    ],
)
def test_standing_is_judged_on_the_day_of_taking_office(reviews, expected):
    assert standing(STARTED, reviews) == expected


def test_every_step_of_the_table_is_known_and_the_archive_is_the_end():
    assert set(FOLLOWS) == set(ReviewStatus)
    assert not FOLLOWS[ReviewStatus.ARCHIVED]


@pytest.mark.parametrize(
    ("now", "then", "allowed"),
    [
        ("draft", "township_passed", True),
        ("draft", "with_departments", False),
        ("township_passed", "decided", False),
        ("with_departments", "decided", False),
        ("collecting", "decided", True),
        ("decided", "collecting", False),
        ("archived", "draft", False),
    ],
)
def test_steps_follow_the_table(now, then, allowed):
    assert may_follow(now, then) is allowed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", set()),
        ("P1, N3", {("positive", 1), ("negative", 3)}),
        ("正1、负10", {("positive", 1), ("negative", 10)}),
        ("n2 X9", {("negative", 2)}),
    ],
)
def test_items_are_named_by_side_and_number(words, expected):
    assert item_codes(words) == expected
