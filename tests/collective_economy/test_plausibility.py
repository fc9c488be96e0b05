"""A slip of the unit is caught, an ordinary year is not."""

import random

import pytest

from collective_economy.parameters import plausible_factors
from collective_economy.plausibility import Factors, Reference, peer_medians, verdict

SHIPPED = Factors(own=30, peers=300)


def _counties(seed: int, villages: int = 400) -> list[tuple[list[int], int]]:
    """Villages with three past years and this one: very different sizes, uneven years, and
    some without any past."""
    rng = random.Random(seed)
    found = []
    for _village in range(villages):
        size = rng.lognormvariate(11, 1.3) * 100
        years = [max(1, int(size * rng.lognormvariate(0, 0.5))) for _year in range(4)]
        found.append(([] if rng.random() < 0.2 else years[:3], years[3]))
    return found


def _asked(rows: list[tuple[list[int], int]], factor: float) -> float:
    """Share of villages that are asked when their amount is slipped by the factor."""
    middle = peer_medians({"operating": [now for _past, now in rows]})["operating"]
    asked = [
        verdict(round(now * factor), Reference(past, middle), SHIPPED) is not None
        for past, now in rows
    ]
    return sum(asked) / len(asked)


@pytest.mark.parametrize("seed", range(5))
def test_a_unit_slip_is_caught_and_an_ordinary_amount_is_not(seed: int) -> None:
    rows = _counties(seed)

    assert _asked(rows, 10_000) > 0.95
    assert _asked(rows, 1 / 10_000) > 0.95
    assert _asked(rows, 1) < 0.02


@pytest.mark.django_db
def test_the_shipped_factors_are_the_ones_tried_here(county: object) -> None:
    from datetime import date

    assert plausible_factors("999901", date(2026, 10, 31)) == SHIPPED


@pytest.mark.parametrize(
    ("fen", "own", "peers", "usual"),
    [
        (100, [], None, None),
        (0, [100], 100, None),
        (3000, [100], None, 100),
        (2999, [100], None, None),
        (3, [100, 100, 90], None, 100),
        (29_999, [], 100, None),
        (30_000, [], 100, 100),
        (30_000, [29_000], 100, None),
        (100, [0], None, None),
    ],
)
def test_verdicts(fen: int, own: list[int], peers: int | None, usual: int | None) -> None:
    assert verdict(fen, Reference(own, peers), SHIPPED) == usual
