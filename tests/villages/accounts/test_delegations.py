"""Standing in for an absent colleague."""

from datetime import date, timedelta

import pytest

from tests.factories import UserFactory
from villages.accounts import perms
from villages.accounts.actions import delegations
from villages.accounts.choices import Role
from villages.accounts.models import Delegation, User
from villages.common import clock
from villages.common.errors import DomainError
from villages.models import Village
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 3)


def giving(by, deputy, first=TODAY, last=TODAY + timedelta(days=6)):
    return delegations.delegate(
        deputy=deputy, by=by, starts_on=first, ends_on=last, reason="外出培训"
    )


@pytest.fixture
def secretary(people):
    return people[Role.TOWNSHIP_SECRETARY]


@pytest.fixture
def clerk(people):
    return people[Role.TOWNSHIP_CLERK]


@pytest.mark.parametrize(
    "role", [Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN, Role.API_CLIENT]
)
def test_administrators_neither_give_nor_hold_deputyships(people, secretary, role):
    with pytest.raises(DomainError) as giver:
        giving(people[role], secretary)
    with pytest.raises(DomainError) as holder:
        giving(secretary, people[role])

    assert giver.value.code == "not_allowed"
    assert holder.value.code == "deputy_unfit"


def test_a_deputy_is_of_the_same_county_and_active(secretary, other_county):
    foreign = UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999902001")
    gone = UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999901001", left_office=True)

    for deputy in (foreign, gone, secretary):
        with pytest.raises(DomainError) as refusal:
            giving(secretary, deputy)
        assert refusal.value.code == "deputy_unfit"


@pytest.mark.parametrize(
    ("first", "last"), [(-1, 3), (5, 4), (0, 92)], ids=["yesterday", "backwards", "too long"]
)
def test_days_are_in_order_from_today_on_and_bounded(secretary, clerk, first, last):
    with pytest.raises(DomainError) as refusal:
        giving(secretary, clerk, TODAY + timedelta(days=first), TODAY + timedelta(days=last))

    assert refusal.value.code == "delegation_days"


def test_one_deputy_at_a_time(secretary, clerk, people):
    giving(secretary, clerk)

    with pytest.raises(DomainError) as refusal:
        giving(secretary, people[Role.COUNTY_STAFF], TODAY + timedelta(days=6))

    assert refusal.value.code == "delegation_overlap"


def test_the_deputy_acts_in_the_browser_and_both_names_are_traced(secretary, clerk, client_as):
    given = giving(secretary, clerk)
    client = client_as(clerk)

    client.post(f"/accounts/delegations/{given.uid}/enter/")
    page = client.get("/accounts/delegations/")
    client.post("/accounts/delegations/leave/")

    assert f"您正在代理 {secretary.name}" in page.content.decode()
    left = AuditEntry.objects.get(action="delegation.left")
    assert (left.actor_name, left.on_behalf_of) == (clerk.name, secretary.name)


def test_a_deputy_has_the_rights_of_the_principal_and_no_more(people, secretary, client_as):
    staff = people[Role.COUNTY_STAFF]
    given = giving(secretary, staff)
    assert given.uid

    staff = User.objects.get(pk=staff.pk)
    staff.acting_for = secretary

    assert set(Village.objects.visible_to(staff).values_list("code", flat=True)) == {
        "999901001200", "999901001201", "999901001202",
    }  # fmt: skip
    assert not perms.works_for_county(staff)
    assert not perms.may_delegate(staff)


def test_a_deputyship_of_others_cannot_be_entered(secretary, clerk, people, client_as):
    given = giving(secretary, clerk)

    stranger = client_as(people[Role.FIRST_SECRETARY])

    assert stranger.post(f"/accounts/delegations/{given.uid}/enter/").status_code == 404
    assert stranger.post(f"/accounts/delegations/{given.uid}/end/").status_code == 404


def test_the_principal_cannot_enter_his_own_deputyship(secretary, clerk, client_as):
    given = giving(secretary, clerk)

    answer = client_as(secretary).post(f"/accounts/delegations/{given.uid}/enter/")

    assert answer.status_code == 409


def test_a_deputyship_ends_at_once(secretary, clerk):
    begun = Delegation.objects.create(
        principal=secretary, deputy=clerk, reason="培训",
        starts_on=TODAY - timedelta(days=2), ends_on=TODAY + timedelta(days=2),
    )  # fmt: skip

    delegations.end(delegation=begun, by=secretary)

    assert not Delegation.objects.in_force(clock.today()).exists()
    begun.refresh_from_db()
    assert begun.ends_on == TODAY - timedelta(days=1)
    assert AuditEntry.objects.get(action="delegation.ended").before["deputy"] == clerk.name


def test_the_deputy_cannot_end_what_somebody_else_gave(secretary, clerk):
    given = giving(secretary, clerk)

    with pytest.raises(DomainError) as refusal:
        delegations.end(delegation=given, by=clerk)

    assert refusal.value.code == "not_allowed"


def test_the_page_gives_a_deputyship(secretary, clerk, client_as):
    client = client_as(secretary)
    form = {
        "deputy": clerk.uid, "starts_on": "2026-11-03", "ends_on": "2026-11-09", "reason": "培训",
    }  # fmt: skip

    answer = client.post("/accounts/delegations/", form)

    assert answer.status_code == 302
    assert Delegation.objects.get().deputy == clerk


def test_the_page_offers_no_administrator_and_no_foreign_person(secretary, people, client_as):
    UserFactory(name="外县人", role=Role.TOWNSHIP_CLERK, home_code="999902001")

    page = client_as(secretary).get("/accounts/delegations/").content.decode()

    assert people[Role.TOWNSHIP_CLERK].uid in page
    assert people[Role.AUDIT_ADMIN].uid not in page
    assert "外县人" not in page


def test_the_security_administrator_ends_it_from_the_page_of_the_person(
    secretary, clerk, security, client_as
):
    given = giving(secretary, clerk)
    page = f"/accounts/users/{secretary.uid}/"
    client = client_as(security)
    assert f"/accounts/delegations/{given.uid}/end/" in client.get(page).content.decode()

    answer = client.post(f"/accounts/delegations/{given.uid}/end/", {"next": page})

    assert answer["Location"] == page
    assert not Delegation.objects.in_force(TODAY).exists()
