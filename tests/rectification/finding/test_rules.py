"""What figures decide, what stays unknown, and the ranking."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectification.rules.screening import (
    UNKNOWN,
    Compare,
    Reading,
    Standing,
    at_least,
    exactly,
    from_the_bottom,
    judge,
    only_by_quota,
    places,
)

M, A, L, B = Compare.MORE, Compare.AT_LEAST, Compare.LESS, Compare.AT_MOST


@pytest.mark.parametrize(
    ("compare", "number", "fits"),
    [
        (M, 90, False), (M, 91, True), (M, 89, False),
        (A, 24, True), (A, 23, False), (A, 25, True),
        (L, 60, False), (L, 59, True), (L, 61, False),
        (B, 1, True), (B, 2, False), (B, 0, True),
    ],
)  # fmt: skip
def test_edges(compare: Compare, number: int, fits: bool) -> None:
    limit = Fraction({M: 90, A: 24, L: 60, B: 1}[compare])
    assert judge(exactly(number, ""), compare, limit) is fits


@pytest.mark.parametrize("compare", list(Compare))
def test_nothing_known_decides_nothing(compare: Compare) -> None:
    assert judge(UNKNOWN, compare, Fraction(1)) is None


def test_at_least_so_many_may_suffice_and_never_clears() -> None:
    assert judge(at_least(91, ""), M, Fraction(90)) is True
    assert judge(at_least(90, ""), M, Fraction(90)) is None
    assert judge(at_least(61, ""), L, Fraction(60)) is False
    assert judge(at_least(59, ""), L, Fraction(60)) is None


def test_what_is_settled_needs_no_limit() -> None:
    assert judge(Reading(settled=True), L, Fraction(0)) is True
    assert judge(exactly(0, "", settled=False), L, Fraction(2)) is False


@given(
    low=st.integers(-5, 5), more=st.integers(0, 5), limit=st.integers(-6, 6),
    compare=st.sampled_from(list(Compare)),
)  # fmt: skip
def test_a_range_decides_only_what_every_number_in_it_says(
    low: int, more: int, limit: int, compare: Compare
) -> None:
    said = {
        judge(exactly(number, ""), compare, Fraction(limit))
        for number in range(low, low + more + 1)
    }
    found = judge(Reading(Fraction(low), Fraction(low + more)), compare, Fraction(limit))
    assert found is (said.pop() if len(said) == 1 else None)


def test_the_weakest_stand_first_and_equals_share_a_place() -> None:
    ranked = from_the_bottom(
        [Standing("a", 0), Standing("b", 5), Standing("c", 5, times_listed=1), Standing("d", 2)]
    )
    assert [one.code for one in ranked] == ["c", "b", "d", "a"]
    assert places(ranked) == {"c": 1, "b": 1, "d": 3, "a": 4}


@pytest.mark.parametrize(
    ("share", "anyway", "decided", "added"),
    [
        (50, {"a"}, set(), ("b",)),
        (50, {"a", "b"}, set(), ()),
        (50, set(), {"a"}, ("b", "c")),
        (26, {"a"}, set(), ("b",)),
        (25, {"a"}, set(), ()),
        (0, set(), set(), ()),
    ],
)
def test_what_only_a_quota_would_add(
    share: int, anyway: set[str], decided: set[str], added: tuple[str, ...]
) -> None:
    ranked = [Standing(code, 0) for code in "abcd"]
    assert only_by_quota(ranked, anyway, decided, Fraction(share)) == added
