"""Pace by the village's own seasons."""

from fractions import Fraction

import pytest

from collective_economy.seasons import Curve, PastYear, pace, usual_share


@pytest.mark.parametrize(
    ("years", "share"),
    [
        ([], None),
        ([PastYear(0, 0)], None),
        ([PastYear(30, 100)], Fraction(3, 10)),
        ([PastYear(30, 100), PastYear(10, 50)], Fraction(1, 4)),
        ([PastYear(30, 100), PastYear(0, 0)], Fraction(3, 10)),
    ],
)
def test_the_usual_share_is_the_mean_of_the_years(
    years: list[PastYear], share: Fraction | None
) -> None:
    assert usual_share(years) == share


@pytest.mark.parametrize(
    ("own", "county", "curve", "behind"),
    [
        ([PastYear(90, 100)], Fraction(1, 2), Curve.OWN, 40),
        ([], Fraction(1, 2), Curve.COUNTY, 0),
        ([], None, Curve.EVEN, 25),
    ],
)
def test_own_seasons_then_the_county_then_twelfths(
    own: list[PastYear], county: Fraction | None, curve: Curve, behind: int
) -> None:
    found = pace(fen=50, plan_fen=100, month=9, own=own, county=county)

    assert found is not None
    assert (found.curve, found.behind) == (curve, behind)


def test_without_a_plan_there_is_no_pace() -> None:
    assert pace(fen=50, plan_fen=0, month=9, own=[], county=None) is None
