"""A draw can be repeated, follows the weights, and is the same on every machine."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rectification.supervision.rules.sampling import draw

DAY = date(2026, 10, 12)
PINNED = ("999900001224", "999900001208", "999900001212", "999900001225")
CODES = st.dictionaries(st.from_regex(r"9999[0-9]{8}", fullmatch=True), st.integers(0, 200))


@given(CODES, st.text(max_size=12), st.integers(0, 12))
def test_the_same_seed_draws_the_same_villages(weights, seed, size) -> None:
    first = draw(weights, seed=seed, day=DAY, size=size)

    assert draw(dict(reversed(weights.items())), seed=seed, day=DAY, size=size) == first
    assert len(first) == len(set(first)) == min(size, sum(one > 0 for one in weights.values()))
    assert all(weights[code] > 0 for code in first)


@given(CODES, st.text(max_size=12), st.integers(1, 12))
def test_a_larger_sample_holds_the_smaller_one(weights, seed, size) -> None:
    larger = draw(weights, seed=seed, day=DAY, size=size)

    assert draw(weights, seed=seed, day=DAY, size=size - 1) == larger[: size - 1]


@given(CODES, st.text(max_size=12))
def test_a_heavier_village_is_never_drawn_later(weights, seed) -> None:
    before = draw(weights, seed=seed, day=DAY, size=len(weights))

    for code in before:
        raised = draw({**weights, code: weights[code] + 50}, seed=seed, day=DAY, size=len(weights))
        assert raised.index(code) <= before.index(code)


def test_villages_are_drawn_as_often_as_they_weigh() -> None:
    weights = {"a": 10, "b": 30, "c": 60, "d": 0}

    drawn = Counter(draw(weights, seed=f"s{number}", day=DAY, size=1)[0] for number in range(3000))

    assert drawn["d"] == 0
    for code, expected in (("a", 300), ("b", 900), ("c", 1800)):
        assert abs(drawn[code] - expected) < 90


def test_another_day_draws_others_and_every_machine_the_same() -> None:
    weights = {f"9999000012{number:02d}": 10 + number for number in range(40)}

    found = draw(weights, seed="2026-Q4", day=DAY, size=4)

    assert found == PINNED
    assert draw(weights, seed="2026-Q4", day=date(2026, 10, 13), size=4) != found
