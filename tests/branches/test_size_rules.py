"""How many members ask for which form and which committee."""

import pytest

from branches.figures.limits import limits
from branches.size_rules import Establishment, Limits, expected_form, expected_team
from tests.branches.figures.test_members import DAY

ALONE, BRANCH = Establishment(1, 1, 2), Establishment(3, 5, 7)
GENERAL, COMMITTEE = Establishment(5, 7, 7), Establishment(5, 7, 9)


@pytest.fixture
def bounds(db: None) -> Limits:
    return limits("999901", DAY)


@pytest.mark.parametrize(
    ("formal", "form", "team"),
    [
        (0, "joint", None),
        (2, "joint", None),
        (3, "branch", ALONE),
        (6, "branch", ALONE),
        (7, "branch", BRANCH),
        (50, "branch", BRANCH),
        (51, "general", GENERAL),
        (99, "general", GENERAL),
        (100, "committee", COMMITTEE),
        (101, "committee", COMMITTEE),
    ],
)
def test_size_gives_form_and_committee(
    bounds: Limits, formal: int, form: str, team: Establishment | None
) -> None:
    assert expected_form(formal, bounds) == form
    assert expected_team(formal, bounds) == team


@pytest.mark.parametrize(("seats", "fits"), [(2, False), (3, True), (7, True), (8, False)])
def test_seats_fit_between_least_and_most(seats: int, fits: bool) -> None:
    assert BRANCH.fits(seats) is fits
