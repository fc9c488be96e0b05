"""Parts that add up to the fen."""

from hypothesis import given
from hypothesis import strategies as st

from collective_economy.splitting import split


@given(st.integers(0, 10**12), st.dictionaries(st.integers(), st.integers(0, 10_000), min_size=1))
def test_parts_add_up_and_are_no_fen_off(fen: int, shares: dict[int, int]) -> None:
    parts, whole = split(fen, shares), sum(shares.values())

    if not whole:
        assert parts == {}
        return
    assert sum(parts.values()) == fen
    assert all(abs(parts[key] * whole - fen * share) < whole for key, share in shares.items())


def test_the_odd_fen_goes_to_the_largest_remainder() -> None:
    assert split(100, {"a": 3333, "b": 3333, "c": 3334}) == {"a": 33, "b": 33, "c": 34}


def test_nothing_is_split_among_nobody() -> None:
    assert split(100, {}) == {}
