"""County, other counties and the absent colleague of a request."""

from datetime import date

import pytest
from django.test import RequestFactory

from tests.factories import UserFactory
from villages.accounts import standing
from villages.accounts.choices import Role
from villages.accounts.models import Delegation, User
from villages.common.scope import Scope


def stand(user, session=None):
    request = RequestFactory().get("/")
    request.user, request.session = user, session if session is not None else {}
    standing.settle(request)
    return request


def fresh(user):
    return User.objects.get(pk=user.pk)


@pytest.fixture
def deputyship(people):
    return Delegation.objects.create(
        principal=people[Role.TOWNSHIP_SECRETARY], deputy=people[Role.TOWNSHIP_CLERK],
        starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 5), reason="外出培训",
    )  # fmt: skip


def test_everybody_stands_in_the_county_of_their_places(people, county):
    for role in (Role.COUNTY_STAFF, Role.TOWNSHIP_CLERK, Role.FIRST_SECRETARY):
        request = stand(fresh(people[role]))

        assert request.county == county
        assert list(request.counties) == []


def test_without_a_place_there_is_no_county(county):
    assert stand(UserFactory()).county is None


def test_a_chosen_county_holds_while_it_is_in_the_territory(county, other_county):
    user = UserFactory(jurisdiction=["999901", "999902"], current_county_code="999902")

    request = stand(fresh(user))

    assert request.county == other_county
    assert list(request.counties) == [county, other_county]


def test_a_chosen_county_outside_the_territory_counts_no_longer(county, other_county):
    user = UserFactory(at="999901", current_county_code="999902")

    assert stand(fresh(user)).county == county


def test_a_province_stands_in_its_first_county(county, other_county):
    user = UserFactory(at="99")

    assert stand(fresh(user)).county == county
    assert standing._county(Scope.of(["11"]), "") is None


def test_the_county_is_switched_inside_the_territory_only(client_as, county, other_county):
    user = UserFactory(jurisdiction=["999901", "999902"])
    foreign = UserFactory(at="999901")

    good = client_as(user).post("/accounts/county/", {"county": "999902", "next": "/menu/"})
    bad = client_as(foreign).post("/accounts/county/", {"county": "999902"})

    assert good.url == "/menu/"
    assert fresh(user).current_county_code == "999902"
    assert bad.status_code == 409
    assert fresh(foreign).current_county_code == ""


def test_a_deputy_acts_with_role_and_places_of_the_absent_colleague(people, deputyship):
    deputy = fresh(people[Role.TOWNSHIP_CLERK])

    stand(deputy, {standing.ACTING_FOR: deputyship.uid})

    assert deputy.acting_for == people[Role.TOWNSHIP_SECRETARY]
    assert deputy.acting_role == Role.TOWNSHIP_SECRETARY
    assert deputy.territory == Scope.of(["999901001"])


@pytest.mark.parametrize("day", ["2026-10-31", "2026-11-06"])
def test_a_deputyship_holds_on_its_days_only(people, deputyship, monkeypatch, day):
    monkeypatch.setenv("PORTAL_TODAY", day)
    session = {standing.ACTING_FOR: deputyship.uid}

    request = stand(fresh(people[Role.TOWNSHIP_CLERK]), session)

    assert request.user.acting_for is None
    assert session == {}


def test_nobody_acts_by_somebody_elses_deputyship(people, deputyship):
    session = {standing.ACTING_FOR: deputyship.uid}

    request = stand(fresh(people[Role.COUNTY_STAFF]), session)

    assert request.user.acting_for is None


def test_a_disabled_colleague_gives_no_rights(people, deputyship):
    User.objects.filter(pk=deputyship.principal_id).update(is_active=False)

    request = stand(fresh(people[Role.TOWNSHIP_CLERK]), {standing.ACTING_FOR: deputyship.uid})

    assert request.user.acting_for is None
