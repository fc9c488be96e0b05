"""The calendar of elections."""

from datetime import date

import pytest

from branches.figures.terms import term_state, terms, village_terms
from tests.branches.factories import branch, village
from tests.branches.figures.test_members import DAY, SCOPE
from villages.models import County

AMBER = date(2027, 1, 31)


@pytest.mark.parametrize(
    ("ends_on", "extended_to", "state"),
    [
        (None, None, "unknown"),
        (date(2026, 10, 30), None, "overdue"),
        (date(2026, 10, 31), None, "due"),  # the last day still counts
        (AMBER, None, "due"),
        (date(2027, 2, 1), None, "running"),
        (date(2026, 10, 30), date(2026, 10, 31), "extended"),
        (date(2026, 9, 30), date(2026, 10, 30), "overdue"),
        (date(2027, 1, 1), date(2027, 6, 1), "running"),
    ],
)
def test_term_stands_as_its_days_say(
    ends_on: date | None, extended_to: date | None, state: str
) -> None:
    assert term_state(ends_on, extended_to, DAY, AMBER) == state


def _term(name: str, ends_on: date, **rest: object) -> None:
    branch(
        name=name, term_start=ends_on.replace(year=ends_on.year - 5), term_years=5,
        term_ends_on=ends_on, **rest,
    )  # fmt: skip


def test_the_nearest_end_comes_first_and_unknown_ends_last(county: County) -> None:
    branch(name="丁")
    _term("丙", date(2027, 5, 1))
    _term("乙", date(2026, 12, 1))
    _term("甲", date(2026, 10, 1), seats=5, filled=3, vacant_since=date(2026, 7, 30))

    found = terms(SCOPE, "999901", DAY)

    assert [(one.name, one.state) for one in found] == [
        ("甲", "overdue"), ("乙", "due"), ("丙", "running"), ("丁", "unknown"),
    ]  # fmt: skip
    assert (found[0].vacant, found[0].by_election_on) == (2, date(2026, 10, 30))
    assert found[0].by_election_overdue
    assert found[0].days_left == -30


def test_a_village_is_judged_by_its_nearest_end(county: County) -> None:
    _term("甲", date(2026, 12, 1), seats=5, filled=4, vacant_since=date(2026, 10, 1))
    _term("乙", date(2026, 11, 30), seats=3, filled=3)

    found = village_terms(SCOPE, "999901", DAY)[village().pk]

    assert (found.days_left, found.extended, found.vacant, found.vacant_days) == (30, False, 1, 30)


def test_a_village_whose_term_nobody_wrote_down_is_unknown(county: County) -> None:
    branch(name="甲")

    found = village_terms(SCOPE, "999901", DAY)[village().pk]

    assert (found.days_left, found.vacant, found.vacant_days) == (None, None, None)
