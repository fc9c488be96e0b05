"""Ratings and joint bodies as figures, the same in sheet and API."""

from decimal import Decimal

import pytest

from branches.figures.told import told
from tests.branches import factories
from tests.branches.scheme_factories import (
    COUNTY,
    TODAY,
    body,
    confirmed,
    in_force,
    member,
    proposed,
    staff,
)
from villages.common.scope import Scope

SCOPE = Scope.of([COUNTY])


@pytest.fixture
def rated(county):
    chief = staff()
    scheme = in_force(chief)
    for name, points in (("甲", 50), ("乙", 20)):
        branch = factories.branch(name=name)
        confirmed(proposed(branch, scheme, chief, None, points, 30, period="2025"), chief)
    factories.branch(name="丙")
    member(body(), "999901001200", 100)


def _values(found):
    return {one.code: (one.value, one.numerator, one.denominator) for one in found}


def test_the_complete_period_is_told_with_its_base(rated):
    found = told(SCOPE, COUNTY, TODAY)

    values = _values(found)
    assert values["ratings.stars.rated"] == (Decimal("66.67"), 2, 3)
    assert values["ratings.stars.grade_1"] == (Decimal("50.00"), 1, 2)
    assert values["joint.bodies"][0] == 1
    assert {str(one.period) for one in found if one.code.startswith("ratings")} == {"2025"}


def test_sheet_and_api_hold_the_same_figures(rated, county_client):
    answer = county_client.get("/api/v1/branch-figures/").json()
    codes = [one["code"] for one in answer["results"]]

    assert codes[-len(told(SCOPE, COUNTY, TODAY)) :] == [
        one.code for one in told(SCOPE, COUNTY, TODAY)
    ]
    assert county_client.get("/branches/figures.xlsx").status_code == 200


def test_a_county_without_schemes_tells_its_joint_bodies_alone(county):
    assert [one.code for one in told(SCOPE, COUNTY, TODAY)] == ["joint.bodies", "joint.villages"]
