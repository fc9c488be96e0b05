"""For which unit a person issues orders after townships have merged."""

from datetime import date

import pytest

from rectification.supervision.models import SupervisionOrder
from rectification.supervision.sides import house_of, houses_of
from rectification.supervision.waiting.orders import to_check
from tests.factories import UserFactory
from tests.rectification.supervision.situations import EAST, FAR, TODAY, WILLOW, Cast, draft
from tests.rectification.supervision.test_followers import east_ends
from villages.accounts.choices import Role
from villages.accounts.models import Jurisdiction, User
from villages.models import Village

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(cast: Cast) -> User:
    """Of 柳林镇, and since the merger of 东关街道 too."""
    Village.objects.filter(code=FAR).update(name="西李庄村")
    person = UserFactory(role=Role.TOWNSHIP_SECRETARY, home_code=WILLOW)
    Jurisdiction.objects.create(user=person, unit_code=EAST, starts_on=date(2020, 1, 1))
    return User.objects.get(pk=person.pk)


def test_two_townships_on_the_map_are_no_house(cast: Cast, both: User) -> None:
    assert house_of(both) == ""


def test_the_township_on_todays_map_issues(cast: Cast, both: User) -> None:
    east_ends(cast)

    row = draft(cast, by=both, townships=(), departments=[cast.department], on=TODAY)

    assert house_of(both) == WILLOW
    assert (row.from_code, row.from_name) == (WILLOW, "柳林镇")


def test_papers_of_the_township_that_ended_still_wait_for_its_people(
    cast: Cast, both: User
) -> None:
    old = draft(cast, by=cast.clerk, townships=(), departments=[cast.department])
    east_ends(cast)

    assert houses_of(both) == [EAST, WILLOW]
    assert list(to_check(both)) == [SupervisionOrder.objects.get(pk=old.pk)]


def test_one_township_costs_no_question(cast: Cast, django_assert_num_queries) -> None:
    assert cast.clerk.territory
    with django_assert_num_queries(0):
        assert house_of(cast.clerk) == EAST
