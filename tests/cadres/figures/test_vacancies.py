"""Empty posts of villages."""

from datetime import date
from typing import Any

from cadres.choices import Post
from cadres.figures.vacancies import Chair, vacancies
from tests.cadres.teams import (
    COUNTY,
    DAY,
    HE,
    HERE,
    LI,
    RECORDED,
    complete_team,
    hold,
    left,
    person,
    seats,
)
from villages.models import County


def _found(**kept: Any) -> dict[tuple[str, Chair], Any]:
    return {(one.place.code, one.chair): one for one in vacancies(HERE, COUNTY, DAY)}


def test_a_complete_team_lacks_only_its_supervisors(county: County) -> None:
    complete_team(LI)

    assert set(_found()) == {(LI, Chair.SUPERVISION)}


def test_a_secretary_who_left_is_missed_from_that_day(county: County) -> None:
    left(person(LI), LI, Post.SECRETARY, date(2026, 8, 1))

    one = _found()[LI, Chair.SECRETARY]

    assert (one.since, one.days, one.at_least) == (date(2026, 8, 1), 91, False)


def test_where_none_was_ever_recorded_the_days_are_at_least(county: County) -> None:
    person(LI, Post.SECRETARY)

    one = _found()[LI, Chair.DIRECTOR]

    assert (one.since, one.at_least) == (RECORDED, True)


def test_seats_of_a_body_count_people_not_posts(county: County) -> None:
    seats(HE, party=3, committee=3)
    both = person(HE, Post.SECRETARY, Post.DIRECTOR)
    hold(both, HE, Post.PARTY_COMMITTEE_MEMBER)

    found = _found()

    assert (found[HE, Chair.PARTY].missing, found[HE, Chair.COMMITTEE].missing) == (2, 2)
    assert found[HE, Chair.PARTY].seats == 3


def test_villages_without_ledger_are_not_vacant(county: County) -> None:
    seats(HE)

    assert _found() == {}


def test_three_queries(county: County, django_assert_num_queries: Any) -> None:
    complete_team(LI)
    left(person(HE), HE, Post.SECRETARY, date(2026, 8, 1))

    with django_assert_num_queries(3):
        vacancies(HERE, COUNTY, DAY)
