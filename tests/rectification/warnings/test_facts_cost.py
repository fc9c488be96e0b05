"""Facts about people and branches cost the same for two villages and for twenty."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cadres.choices import Post
from rectification.warnings.facts import branches, collect, teams
from rectification.warnings.facts.asking import Asked
from tests import factories
from tests.branches.factories import branch, counted, met, quiet
from tests.rectification.situations import person
from tests.rectification.warnings.parity import COUNTY, OCTOBER, ON
from villages.affairs.figures.roll import roll
from villages.common.scope import Scope
from villages.models import County, Village

# One query less than where somebody was sanctioned.
AREAS = ((teams, 8), (branches, 10))


def _full(code: str) -> None:
    """A village with rows in most of the ledgers."""
    person(code, Post.SECRETARY, Post.DIRECTOR)
    person(code, Post.RESERVE, name="李一")
    one = branch(Village.objects.get(code=code), seats=3)
    counted(one, 20)
    met(one, "theme_day", date(2026, 10, 10), 18, 20)
    quiet(one, 202609)


@pytest.fixture
def twenty(county: County) -> list[str]:
    """Codes of twenty villages more."""
    town = Village.objects.filter(county_code=county.code).order_by("code")[0].township
    codes = [f"{town.code}{number}" for number in range(300, 320)]
    for code in codes:
        factories.VillageFactory(township=town, code=code)
    return codes


def _asked() -> Asked:
    return Asked(roll(Scope.of([COUNTY]), COUNTY, ON), OCTOBER)


@pytest.mark.parametrize(("area", "queries"), AREAS)
def test_each_area_asks_a_fixed_number_of_questions(
    twenty: list[str], area: Any, queries: int, django_assert_num_queries: Any
) -> None:
    area.known(_asked())  # the parameters are cached from here on
    for codes in (twenty[:2], twenty[2:]):
        for code in codes:
            _full(code)
        asked = _asked()
        with django_assert_num_queries(queries):
            assert len(area.known(asked)) >= len(codes)


def test_collecting_costs_the_same_for_more_villages(twenty: list[str]) -> None:
    collect(COUNTY, OCTOBER)
    counts = []
    for codes in (twenty[:2], twenty[2:]):
        for code in codes:
            _full(code)
        with CaptureQueriesContext(connection) as asked:
            collect(COUNTY, OCTOBER)
        counts.append(len(asked))

    assert counts[0] == counts[1]
