"""How many statements an answer takes. These numbers are a promise."""

import pytest

from tests import factories
from villages.accounts.models import ApiToken
from villages.common import clock
from villages.models import Township

TOKEN, RATE, DATA = 1, 1, 1


@pytest.fixture
def warm(county_program, county):
    """A token that was used a moment ago."""
    county_program.get("villages/")
    ApiToken.objects.update(last_used_at=clock.instant())
    return county_program


@pytest.mark.parametrize(
    "path",
    [
        "villages/",
        "villages/?limit=200&ordering=-name",
        "villages/?expand=township&township=999901101",
        "villages/?format=jsonl",
        "villages/999901101200/",
        "villages/999901101200/?expand=township",
        "villages/999901101200/profile/?on=2026-12-31",
        "townships/",
        "counties/",
        "tokens/",
    ],
)
def test_a_reading_takes_three_statements(warm, django_assert_num_queries, path):
    with django_assert_num_queries(TOKEN + RATE + DATA):
        warm.get(path)


def test_more_rows_take_no_more_statements(warm, django_assert_num_queries):
    town = Township.objects.get(code="999901101")
    for number in range(60):
        factories.VillageFactory(township=town, code=f"999901101{400 + number}")

    with django_assert_num_queries(TOKEN + RATE + DATA):
        answer = warm.get("villages/?limit=200&expand=township").json()

    assert len(answer["results"]) == 65


@pytest.mark.parametrize("path", ["me/", "meta/enums/", "meta/fields/"])
def test_what_the_token_knows_takes_two_statements(warm, django_assert_num_queries, path):
    with django_assert_num_queries(TOKEN + RATE):
        warm.get(path)


def test_counting_is_one_statement_more(warm, django_assert_num_queries):
    with django_assert_num_queries(TOKEN + RATE + DATA + 1):
        warm.get("villages/?count=exact")


def test_an_unknown_address_takes_none(warm, django_assert_num_queries):
    with django_assert_num_queries(0):
        warm.get("nothing/")
