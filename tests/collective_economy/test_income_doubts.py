"""Soft checks on incomes as they come in a county: slips are seen, honest months left in peace."""

from collections.abc import Iterator
from random import Random

import pytest

from collective_economy.inputs import SOURCES
from config.demo.ledgers.economy import SEASONS
from villages.filings.doubts import Known, Limits, doubts

YEARS, VILLAGES = 3, 60
SLIP = 10_000


def _cumulative(dice: Random) -> list[int]:
    """Cumulative income of some years month by month, in fen, with a season and some luck."""
    yearly = int(dice.lognormvariate(12.2, 0.9)) * 100
    found = []
    for _year in range(YEARS):
        yearly, reached = yearly * dice.randint(96, 116) // 100, 0
        for part in SEASONS:
            reached += yearly * part * dice.randint(60, 140) // 100_000
            found.append(reached)
    return found


def _cases() -> Iterator[tuple[int, Known]]:
    """Each value of the last year with what is known before it."""
    dice = Random(5)
    county = [_cumulative(dice) for _place in range(VILLAGES)]
    for own in county:
        for place in range(12, YEARS * 12):
            january = place % 12 == 0
            yield (
                own[place],
                Known(
                    last=None if january else own[place - 1],
                    seasons=own[place % 12 : place : 12],
                    peers=[one[place] for one in county if one is not own][:20],
                ),
            )


@pytest.fixture(scope="module")
def cases() -> list[tuple[int, Known]]:
    return [(value, known) for value, known in _cases() if value]


def test_a_unit_slip_is_nearly_always_asked_about(cases: list[tuple[int, Known]]) -> None:
    seen = [bool(doubts(value * SLIP, known, Limits(), cumulative=True)) for value, known in cases]
    small = [
        bool(doubts(value // SLIP, known, Limits(), cumulative=True)) for value, known in cases
    ]

    assert sum(seen) / len(seen) > 0.95
    assert sum(small) / len(small) > 0.95


def test_an_honest_month_is_hardly_ever_asked_about(cases: list[tuple[int, Known]]) -> None:
    asked = [bool(doubts(value, known, Limits(), cumulative=True)) for value, known in cases]

    assert sum(asked) / len(asked) < 0.02


def test_all_income_counts_from_january() -> None:
    assert all(one.cumulative and one.compared for one in SOURCES[0].inputs)
