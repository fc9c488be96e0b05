"""Empty seats of the two committees, seat by seat."""

from datetime import date
from typing import Any

import pytest

from cadres.choices import Post
from cadres.figures.empty_seats import EmptySeat, EmptySeats, empty_seats
from cadres.models import PostTenure
from tests.cadres.teams import COUNTY, DAY, HE, HERE, LI, complete_team, hold, person, village
from villages.models import County

pytestmark = pytest.mark.usefixtures("county")
SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)


def _leave(post: Post, on: date) -> None:
    first = PostTenure.objects.filter(post=post, ended_on=None).order_by("pk")[0]
    PostTenure.objects.filter(pk=first.pk).update(ended_on=on, end_reason="resigned")


def _found(code: str = LI) -> EmptySeats | None:
    return empty_seats(HERE, COUNTY, DAY).get(village(code).pk)


def test_a_complete_team_has_none() -> None:
    complete_team(LI)

    assert _found() == EmptySeats(6, ())
    assert _found(HE) is None


def test_seats_of_both_committees_stand_in_one_row_longest_first() -> None:
    complete_team(LI)
    _leave(Post.PARTY_COMMITTEE_MEMBER, OCTOBER)
    _leave(Post.VILLAGER_COMMITTEE_MEMBER, SEPTEMBER)
    _leave(Post.VILLAGER_COMMITTEE_MEMBER, OCTOBER)

    assert _found() == EmptySeats(
        6, (EmptySeat(60, False), EmptySeat(30, False), EmptySeat(30, False))
    )


@pytest.mark.parametrize(
    ("days", "left"),
    [((SEPTEMBER, OCTOBER), 30), ((OCTOBER, SEPTEMBER), 60), ((OCTOBER, OCTOBER), 30)],
)
def test_without_a_secretary_only_the_other_seats_count(days: tuple[date, date], left: int) -> None:
    complete_team(LI)
    _leave(Post.SECRETARY, days[0])
    _leave(Post.PARTY_COMMITTEE_MEMBER, days[1])

    assert _found() == EmptySeats(6, (EmptySeat(left, False),))


def test_seats_that_nobody_laid_down_are_unknown(county: County) -> None:
    hold(person(LI), LI, Post.SECRETARY)

    assert _found() == EmptySeats(None, ())


def test_two_queries(django_assert_num_queries: Any) -> None:
    complete_team(LI)
    complete_team(HE)

    with django_assert_num_queries(2):
        empty_seats(HERE, COUNTY, DAY)
