"""Totals, gaps, places, awards and thirds, in exact arithmetic."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectification.supervision.rules.contest import Aspect, Gap, Score, gaps, judged, mean
from rectification.supervision.rules.contest_awards import Award, Band, awards, band, places
from rectification.supervision.rules.endowment import Start, thirds

SITE = Aspect(1, "党建", False, Decimal(60))
MORE = Aspect(2, "环境", False, Decimal(10))
SPEECH = Aspect(3, "效果", True, Decimal(40))
points = st.decimals(min_value=0, max_value=100, places=2)
totals_of = st.dictionaries(st.integers(1, 30), points, min_size=1, max_size=12)


def scores(entry: int, aspect: Aspect, *given: str) -> list[Score]:
    return [
        Score(entry, aspect.key, f"评委{number}", Decimal(one)) for number, one in enumerate(given)
    ]


def total(*given: Score, drops: bool = True, aspects: tuple[Aspect, ...] = (SITE, SPEECH)):
    return judged([1], aspects, given, drops_ends=drops)[1]


@pytest.mark.parametrize(
    ("drops", "given", "expected"),
    [
        # 40 and 60 go: 50 + 51 + 52 over three.
        (True, ("40", "50", "51", "52", "60"), "51.00"),
        (False, ("40", "50", "51", "52", "60"), "50.60"),
        # One of equal ends goes, not all of them.
        (True, ("50", "50", "50", "60", "60"), "53.33"),
        (True, ("40", "50", "60"), "50.00"),
        # Two judges: nothing is dropped.
        (True, ("40", "60"), "50.00"),
        (True, ("41",), "41.00"),
    ],
)
def test_ends_are_dropped_from_three_judges_on(drops: bool, given: tuple[str, ...], expected: str):
    found = total(*scores(1, SITE, *given), *scores(1, SPEECH, "0"), drops=drops)

    assert found.site == Decimal(expected)


def test_the_judge_is_dropped_not_the_single_aspect():
    # Sums are 45, 50, 58: the middle judge counts, though the last gave the least for 环境.
    site = scores(1, SITE, "40", "44", "57")
    more = scores(1, MORE, "5", "6", "1")

    found = total(*site, *more, *scores(1, SPEECH, "30"), aspects=(SITE, MORE, SPEECH))

    assert found.site == Decimal("50.00")


def test_both_parts_are_added_before_rounding():
    # 10/3 + 5/3 is 5 exactly, though the parts are shown as 3.33 and 1.67.
    site = scores(1, SITE, "3", "3", "4")
    speech = scores(1, SPEECH, "1", "2", "2")

    found = total(*site, *speech, drops=False)

    assert (found.site, found.speech, found.total) == (
        Decimal("3.33"), Decimal("1.67"), Decimal("5.00"),
    )  # fmt: skip


def test_a_half_goes_up():
    found = total(*scores(1, SITE, "1.00", "1.01"), *scores(1, SPEECH, "0"))

    assert found.total == Decimal("1.01")


def test_missing_scores_are_named_and_never_zero():
    given = [*scores(1, SITE, "50", "40"), *scores(2, SITE, "50"), *scores(1, SPEECH, "30")]

    found = judged([1, 2], [SITE, SPEECH], given, drops_ends=True)

    assert gaps([1, 2], [SITE, SPEECH], given) == (
        Gap(2, "评委1", False, ("党建",)), Gap(2, "评委0", True, ("效果",)),
    )  # fmt: skip
    assert found[1].total == Decimal("75.00")
    assert (found[2].site, found[2].speech, found[2].total) == (None, None, None)


def test_a_part_that_nobody_judged_is_a_gap():
    given = scores(1, SITE, "50")

    assert gaps([1], [SITE, SPEECH], given) == (Gap(1, "", True),)
    assert total(*given).total is None


def test_judges_of_one_part_owe_nothing_of_the_other():
    site = [Score(1, SITE.key, "甲", Decimal(50))]
    speech = [Score(1, SPEECH.key, "乙", Decimal(30))]

    assert gaps([1], [SITE, SPEECH], [*site, *speech]) == ()
    assert total(*site, *speech).total == Decimal("80.00")


def test_a_part_without_aspects_counts_nothing():
    assert total(*scores(1, SITE, "50"), aspects=(SITE,)).total == Decimal("50.00")


@given(st.lists(points, min_size=1, max_size=9), st.booleans())
def test_a_mean_lies_among_its_sums_and_is_exact(sums: list[Decimal], drops: bool):
    found = mean(sums, drops_ends=drops)

    assert min(sums) <= found <= max(sums)
    kept = sorted(sums)[1:-1] if drops and len(sums) >= 3 else sums
    assert found * len(kept) == sum(map(Fraction, kept))


@given(st.lists(points, min_size=3, max_size=9), points)
def test_one_extreme_voice_decides_nothing(sums: list[Decimal], extreme: Decimal):
    low, high = (mean([*sums, one], drops_ends=True) for one in (Decimal(0), Decimal(100)))
    found = mean([*sums, extreme], drops_ends=True)

    assert min(sums) <= low <= found <= high <= max(sums)


@given(totals_of)
def test_places_are_dense_and_shared_by_equal_totals(totals: dict[int, Decimal]):
    found = places(totals)

    assert set(found.values()) == set(range(1, len(set(totals.values())) + 1))
    for one, first in totals.items():
        for other, second in totals.items():
            assert (found[one] < found[other]) == (first > second)


@given(totals_of, st.tuples(*[st.integers(0, 4)] * 3))
def test_awards_are_never_given_twice_nor_left_lying(
    totals: dict[int, Decimal], numbers: tuple[int, int, int]
):
    found = awards(totals, numbers)
    for count, award in zip(range(3), Award, strict=False):
        sure = sum(one == (award,) for one in found.values())
        possible = sum(award in one for one in found.values())
        assert sure <= numbers[count]
        assert possible >= min(numbers[count], max(0, len(totals) - sum(numbers[:count])))
    for one, first in totals.items():
        for other, second in totals.items():
            if first > second:
                rank = list(Award).index
                assert max(map(rank, found[one])) <= min(map(rank, found[other]))


def test_equal_totals_inside_one_award_are_clear():
    totals = {1: Decimal(90), 2: Decimal(80), 3: Decimal(80), 4: Decimal(70)}

    assert awards(totals, (1, 2, 0)) == {
        1: (Award.FIRST,), 2: (Award.SECOND,), 3: (Award.SECOND,), 4: (Award.NONE,),
    }  # fmt: skip


def test_equal_totals_on_a_border_stay_open():
    totals = {1: Decimal(90), 2: Decimal(90), 3: Decimal(90), 4: Decimal(70)}

    found = awards(totals, (1, 1, 1))

    assert found[1] == found[2] == found[3] == (Award.FIRST, Award.SECOND, Award.THIRD)
    assert found[4] == (Award.NONE,)
    assert awards({1: Decimal(9), 2: Decimal(9)}, (1, 0, 0))[1] == (Award.FIRST, Award.NONE)


@pytest.mark.parametrize(
    ("reached", "expected"),
    [
        ("90.00", Band.GOOD), ("89.99", Band.FAIR), ("80.00", Band.FAIR), ("79.99", Band.PLAIN),
        ("0.00", Band.PLAIN),
    ],
)  # fmt: skip
def test_bands_begin_on_their_line(reached: str, expected: Band):
    assert band(Decimal(reached), 100, 90, 80) == expected


def test_thirds_follow_income_and_people_together():
    starts = {
        "强": Start(900, 3000), "中": Start(500, 2000), "弱": Start(100, 1000),
        "缺": Start(None, 5000),
    }  # fmt: skip

    assert thirds(starts) == {"强": 1, "中": 2, "弱": 3}


def test_equal_starts_stand_together():
    starts = {str(number): Start(100, 1000) for number in range(6)}

    assert set(thirds(starts).values()) == {1}


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.tuples(points, points), max_size=20))
def test_thirds_are_one_to_three(starts: dict[str, tuple[Decimal, Decimal]]):
    found = thirds({key: Start(int(one), int(two)) for key, (one, two) in starts.items()})

    assert found.keys() == starts.keys()
    assert set(found.values()) <= {1, 2, 3}
