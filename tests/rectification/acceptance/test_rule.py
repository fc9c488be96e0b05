"""The judgement of an acceptance at every edge, in exact arithmetic."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectification.rules.acceptance import Bar, Held, Hurdle, judge, votes_needed
from rectification.wording.acceptance import missing, reasons

BAR = Bar(Decimal(80), Decimal(80), Decimal(30), 15, Decimal(30))
# 100 valid votes of 100 who may vote: 50 + 30 satisfied, 20 not.
GOOD = Held(Decimal(80), 100, 50, 30, 20)


@pytest.mark.parametrize(
    ("held", "missed"),
    [
        (GOOD, set()),
        (replace(GOOD, score=Decimal("79.99")), {Hurdle.SCORE}),
        (replace(GOOD, score=Decimal("80.01")), set()),
        (replace(GOOD, vetoes=("弄虚作假",)), {Hurdle.VETO}),
        # 80 of 100 is exactly the share, 79 is not.
        (replace(GOOD, satisfied=49, dissatisfied=21), {Hurdle.SATISFIED}),
        (replace(GOOD, satisfied=70, basically=0, dissatisfied=30), {Hurdle.SATISFIED}),
        (
            replace(GOOD, satisfied=69, basically=0, dissatisfied=31),
            {Hurdle.SATISFIED, Hurdle.DISSATISFIED},
        ),
        # Fifteen votes at least, whatever the share says.
        (replace(GOOD, eligible=20, satisfied=12, basically=0, dissatisfied=3), set()),
        (replace(GOOD, eligible=20, satisfied=12, basically=0, dissatisfied=2), {Hurdle.VOTES}),
        # 30 % of 101 is 30.3: thirty are not enough.
        (replace(GOOD, eligible=101, satisfied=30, basically=0, dissatisfied=0), {Hurdle.VOTES}),
        (replace(GOOD, eligible=101, satisfied=31, basically=0, dissatisfied=0), set()),
        (replace(GOOD, eligible=100, satisfied=30, basically=0, dissatisfied=0), set()),
        (
            replace(GOOD, satisfied=0, basically=0, dissatisfied=0),
            {Hurdle.VOTES, Hurdle.SATISFIED, Hurdle.DISSATISFIED},
        ),
    ],
)
def test_every_edge(held: Held, missed: set[Hurdle]):
    found = judge(BAR, held)

    assert {one.hurdle for one in found.missed} == missed
    assert found.complete
    assert found.passed == (not missed)


def test_share_of_dissatisfied_is_inclusive():
    bar = replace(BAR, satisfied_share=Decimal(50))
    at = judge(bar, replace(GOOD, satisfied=70, basically=0, dissatisfied=30))
    over = judge(bar, replace(GOOD, satisfied=69, basically=0, dissatisfied=31))

    assert at.passed
    assert not over.passed


def test_no_float_decides():
    # 33.33 % of the votes is asked for: one of three is 33.333…, which is more.
    bar = replace(BAR, satisfied_share=Decimal("33.33"), dissatisfied_share=Decimal("66.67"))
    bar = replace(bar, votes_at_least=3, votes_share=Decimal(0))
    assert judge(bar, Held(Decimal(80), 3, 1, 0, 2)).passed
    tight = replace(bar, dissatisfied_share=Decimal("66.66"))
    assert not judge(tight, Held(Decimal(80), 3, 1, 0, 2)).passed


@pytest.mark.parametrize("name", ["score", "eligible", "satisfied", "basically", "dissatisfied"])
def test_a_missing_number_is_neither_passed_nor_failed(name: str):
    found = judge(BAR, replace(GOOD, **{name: None}))

    assert not found.passed
    assert not found.complete
    assert not found.missed
    assert missing(found)
    assert reasons(found) == ""


def test_all_reasons_are_told_with_their_numbers():
    bad = Held(Decimal("79.5"), 101, 10, 5, 7, ("材料弄虚作假",))

    assert reasons(judge(BAR, bad)) == (
        "一票否决:材料弄虚作假;得分 79.5 分,低于合格分 80 分;有效票 22 票,少于 31 票(应到 101 人);"
        "满意和基本满意 68.18%(15/22),低于 80%;不满意 31.82%(7/22),超过 30%"
    )


@pytest.mark.parametrize(
    ("eligible", "needed"), [(None, None), (0, 15), (50, 15), (51, 16), (100, 30), (101, 31)]
)
def test_votes_needed(eligible: int | None, needed: int | None):
    assert votes_needed(BAR, eligible) == needed


shares = st.decimals(0, 100, places=2)
votes = st.integers(0, 400)


@given(
    bar=st.builds(Bar, shares, shares, shares, st.integers(0, 60), shares),
    score=shares, satisfied=votes, basically=votes, dissatisfied=votes, absent=votes,
)  # fmt: skip
def test_the_judgement_is_the_definition(
    bar: Bar, score: Decimal, satisfied: int, basically: int, dissatisfied: int, absent: int
):
    valid = satisfied + basically + dissatisfied
    eligible = valid + absent
    found = judge(bar, Held(score, eligible, satisfied, basically, dissatisfied))

    enough = valid >= bar.votes_at_least and valid >= Fraction(bar.votes_share) * eligible / 100
    happy = valid and Fraction(100 * (satisfied + basically), valid) >= Fraction(
        bar.satisfied_share
    )
    calm = valid and Fraction(100 * dissatisfied, valid) <= Fraction(bar.dissatisfied_share)
    assert found.passed == bool(score >= bar.pass_score and enough and happy and calm)
    assert found.passed == (reasons(found) == "")


@given(held=st.builds(Held, shares, st.just(400), votes, votes, votes), more=st.integers(0, 100))
def test_more_points_and_more_content_never_harm(held: Held, more: int):
    better = replace(
        held, score=min(Decimal(100), held.score + more), satisfied=held.satisfied + more
    )

    assert judge(BAR, better).passed or not judge(BAR, held).passed
