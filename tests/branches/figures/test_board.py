"""All figures together, the same for page, sheet and API."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from branches.figures.board import Board, board
from branches.figures.recruitment import recruits as recruitment
from tests.branches.factories import branch, counted, met, quiet, recruits, village
from tests.branches.figures.test_members import SCOPE
from villages.common.figures import Missing
from villages.common.periods import Month
from villages.models import County

ON = date(2026, 11, 3)


@pytest.fixture
def known(county: County) -> Board:
    first = branch(name="甲支部", seats=5)
    counted(first, 38, probationary=2, women=10, from_60=14)
    branch("999901001201", "乙支部", 2)
    met(first, "theme_day", date(2026, 10, 20), 30, 40)
    met(first, "theme_day", date(2026, 11, 1), 40, 40)
    quiet(first, 202609)
    recruits(village(), 202601, activists=9, accepted=2)
    recruits(village(), 202610, activists=3, accepted=None)
    recruits(village("999901001201"), 202410, accepted=1)
    recruits(village("999901001201"), 202609, accepted=0)
    return board(SCOPE, "999901", ON)


def test_counts_and_gaps(known: Board) -> None:
    values = {one.code: one.value for one in known.figures}

    assert values["branches.all"] == 2
    assert values["members.formal"] == 40
    assert values["members.probationary"] == 2
    assert values["sizes.shell"] == 1
    assert values["sizes.oversized"] == 0
    assert values["terms.due"] is Missing.NOT_FILED
    assert values["recruits.activists"] == 3
    assert values["recruits.accepted"] == 2
    assert values["recruits.stalled"] == 1
    assert len(known.figure("members.formal").missing) == 3


@pytest.mark.parametrize(
    ("code", "value", "base"),
    [
        ("members.women_share", "25.00", (10, 40)),
        ("members.from_60_share", "35.00", (14, 40)),
        ("meetings.attendance", "87.50", (70, 80)),
        # theme day held in October, committee meeting missed; quarters and years are not filed.
        ("meetings.on_time", "50.00", (1, 2)),
    ],
)
def test_shares_carry_their_base(
    known: Board, code: str, value: str, base: tuple[int, int]
) -> None:
    figure = known.figure(code)

    assert figure.value == Decimal(value)
    assert (figure.numerator, figure.denominator) == base


def test_a_share_without_base_has_no_number(known: Board) -> None:
    assert known.figure("members.pioneer_share").value is Missing.NO_BASE


def test_every_figure_has_code_definition_and_source(known: Board) -> None:
    codes = [one.code for one in known.figures]

    assert len(set(codes)) == len(codes) > 25
    assert [one.code for one in known.figures if not (one.definition and one.source)] == []


def test_recruitment_tells_since_when_there_was_nobody_new(county: County) -> None:
    recruits(village(), 202503, accepted=1)
    recruits(village(), 202504, accepted=None)
    recruits(village("999901001201"), 202601, accepted=0)

    found = recruitment(SCOPE, "999901", ON)

    taken, never, unfiled = (
        found[village(code).pk] for code in ("999901001200", "999901001201", "999901001202")
    )
    assert (taken.last_accepted, taken.months_without(ON)) == (Month(2025, 3), 20)
    assert (never.last_accepted, never.months_without(ON)) == (None, 10)
    assert unfiled.months_without(ON) is None
    assert taken.flows["accepted"] is None  # nothing filed this year


def test_the_board_costs_eleven_queries(county: County, django_assert_num_queries: Any) -> None:
    for number in range(6):
        branch(name=f"第{number}支部", formal=20)
    board(SCOPE, "999901", ON)

    with django_assert_num_queries(11):
        board(SCOPE, "999901", ON)
