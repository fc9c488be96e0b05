"""Cadres in numbers."""

from datetime import date

import pytest

from cadres.choices import Post
from cadres.figures import CadreFigures, cadres, teams
from cadres.models import Person, PostTenure
from villages.common.scope import Scope
from villages.models import County, Village

DAY = date(2026, 10, 31)


def _person(code: str, *posts: Post, name: str = "王立", **rest: object) -> Person:
    village = Village.objects.get(code=code)
    person = Person.objects.create(county_code=code[:6], village=village, name=name, **rest)
    for post in posts:
        hold(person, village, post)
    return person


def hold(person: Person, village: Village, post: Post, **rest: object) -> PostTenure:
    fields = {"started_on": date(2021, 1, 1), "recorded_on": date(2026, 1, 1), **rest}
    return PostTenure.objects.create(
        person=person, village=village, county_code=village.county_code, post=post, **fields
    )


def _figures(county: County) -> CadreFigures:
    codes = dict(Village.objects.in_county(county.code).values_list("pk", "code"))
    return cadres(teams(Scope.of([county.code]), county.code, DAY), codes)


def test_a_person_counts_once_whatever_the_number_of_posts_and_villages(county: County) -> None:
    person = _person(
        "999901001200", Post.SECRETARY, Post.DIRECTOR, sex="female", education="college"
    )
    hold(person, Village.objects.get(code="999901001201"), Post.SECRETARY)

    counts = _figures(county).counts

    assert (counts.people, counts.serving, counts.secretaries, counts.one_shoulder) == (1, 1, 1, 1)
    assert (counts.women, counts.high_school) == (1, 1)


def test_director_and_secretary_of_different_villages_is_not_one_shoulder(county: County) -> None:
    person = _person("999901001200", Post.SECRETARY)
    hold(person, Village.objects.get(code="999901001201"), Post.DIRECTOR)

    assert _figures(county).counts.one_shoulder == 0


def test_reserve_and_residents_are_not_serving(county: County) -> None:
    _person("999901001200", Post.RESERVE, sex="female", education="bachelor")
    _person("999901001200", Post.FIRST_SECRETARY, name="李明")

    counts = _figures(county).counts

    assert (counts.people, counts.serving, counts.reserve, counts.high_school) == (2, 0, 1, 0)
    assert counts.women == 1


def test_a_village_without_ledger_is_unknown_not_vacant(county: County) -> None:
    _person("999901001200", Post.DIRECTOR)

    figures = _figures(county)

    assert figures.without_secretary == ("999901001200",)
    assert figures.short_of_reserve == ("999901001200",)
    assert len(figures.unknown) == 4


def test_a_vacancy_counts_from_the_day_the_last_secretary_left(county: County) -> None:
    village = Village.objects.get(code="999901001200")
    gone = _person("999901001200")
    hold(gone, village, Post.SECRETARY, ended_on=date(2026, 9, 1), end_reason="resigned")

    team = teams(Scope.of([county.code]), county.code, DAY)[village.pk]

    assert (team.has_secretary, team.vacant_since) == (False, date(2026, 9, 1))


def test_the_day_decides_who_is_in_office(county: County) -> None:
    village = Village.objects.get(code="999901001200")
    person = _person("999901001200")
    hold(person, village, Post.SECRETARY, ended_on=DAY, end_reason="term")
    hold(person, village, Post.DIRECTOR, started_on=date(2026, 11, 1))

    team = teams(Scope.of([county.code]), county.code, DAY)[village.pk]

    assert (team.has_secretary, team.counts.people) == (False, 0)


def test_teams_take_two_queries(county: County, django_assert_num_queries: object) -> None:
    _person("999901001200", Post.SECRETARY)

    with django_assert_num_queries(2):  # type: ignore[operator]
        teams(Scope.of([county.code]), county.code, DAY)


@pytest.mark.django_db
def test_an_empty_territory_counts_nobody() -> None:
    assert teams(Scope.of([]), "999901", DAY) == {}
