"""Pages about people and rights: who opens them, what they show."""

import re

import pytest
from django.urls import reverse

from tests.factories import UserFactory
from villages.accounts.actions import requests, users
from villages.accounts.choices import RequestState, Role
from villages.accounts.models import AccessRequest, User

pytestmark = pytest.mark.django_db
EAST = "999901001"


@pytest.fixture
def clerk(people):
    return people[Role.TOWNSHIP_CLERK]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("users", {Role.SECURITY_ADMIN}),
        ("user_new", {Role.SECURITY_ADMIN}),
        ("handovers", {Role.SECURITY_ADMIN}),
        ("requests", {Role.SECURITY_ADMIN, Role.COUNTY_MINISTER}),
        ("audit", {Role.AUDIT_ADMIN}),
        ("policy", set(Role)),
        ("trail", set(Role)),
    ],
)
def test_pages_open_for_their_roles_only(people, sure, role, name, allowed):
    answer = sure(people[role]).get(reverse(f"accounts:{name}"))

    assert answer.status_code == (200 if role in allowed else 403)


@pytest.mark.parametrize(
    "name",
    [
        "user", "user_edit", "user_access", "user_preview", "user_disable", "user_enable",
        "user_reset", "user_unlock", "user_second_factor", "handover_start",
    ],
)  # fmt: skip
def test_a_person_of_another_county_is_not_found(security, other_county, sure, name):
    foreign = UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999902001")

    assert sure(security).get(reverse(f"accounts:{name}", args=[foreign.uid])).status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "user", "user_edit", "user_access", "user_preview", "user_disable", "user_enable",
        "user_reset", "user_unlock", "user_second_factor", "handover_start",
    ],
)  # fmt: skip
def test_the_pages_of_one_person_open(security, clerk, sure, name):
    page = sure(security).get(reverse(f"accounts:{name}", args=[clerk.uid]))

    assert page.status_code == 200
    assert clerk.name in page.content.decode()


def test_weighty_pages_ask_for_the_password_again(security, clerk, client_as):
    answer = client_as(security).get(reverse("accounts:user_reset", args=[clerk.uid]))

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("accounts:confirm"))


def test_the_list_holds_exactly_the_people_of_the_county(security, people, other_county, sure):
    UserFactory(name="外县人", role=Role.TOWNSHIP_CLERK, home_code="999902001")

    page = sure(security).get(reverse("accounts:users")).content.decode()

    assert all(user.username in page for user in people.values())
    assert "外县人" not in page


def test_an_account_is_opened_and_the_password_shown_once(security, sure):
    client = sure(security)
    address = f"{reverse('accounts:user_new')}?role={Role.TOWNSHIP_CLERK}"
    form = {"name": "夏雨", "username": "XiaYu", "units": [EAST], "reason": "新招录"}

    page = client.post(address, form)

    password = re.search(r"<code>([\w-]{19})</code>", page.content.decode())
    user = User.objects.get(username="xiayu")
    assert password
    assert user.check_password(password[1])
    shown_again = client.get(reverse("accounts:user", args=[user.uid])).content.decode()
    assert password[1] not in shown_again


def test_the_form_offers_and_takes_only_units_inside(security, other_county, sure):
    client = sure(security)
    address = f"{reverse('accounts:user_new')}?role={Role.TOWNSHIP_CLERK}"
    assert "999902001" not in client.get(address).content.decode()

    page = client.post(
        address, {"name": "夏雨", "username": "xiayu", "units": ["999902001"], "reason": "试"}
    )

    assert "没有这个单位,或不在您的管辖范围内" in page.content.decode()
    assert not User.objects.filter(username="xiayu").exists()


def test_a_refusal_of_the_action_stands_on_the_form(security, colleague, sure):
    client = sure(security)

    page = client.post(reverse("accounts:user_disable", args=[security.uid]), {"reason": "试试"})

    assert page.status_code == 200
    assert "不能改动自己的账号" in page.content.decode()


def test_changing_the_role_on_the_page_makes_a_request(security, clerk, sure):
    address = reverse("accounts:user_access", args=[clerk.uid])

    answer = sure(security).post(
        f"{address}?role={Role.TOWNSHIP_SECRETARY}", {"units": [EAST], "reason": "升任"}
    )

    asked = AccessRequest.objects.get()
    assert answer["Location"] == reverse("accounts:request", args=[asked.uid])
    assert asked.role == Role.TOWNSHIP_SECRETARY


def test_the_second_person_decides_on_the_page(security, people, clerk, sure):
    asked = requests.change_access(
        subject=clerk, role=Role.COUNTY_STAFF, codes=["999901"], by=security, reason="提任"
    )
    address = reverse("accounts:request", args=[asked.uid])
    assert 'value="grant"' not in sure(security).get(address).content.decode()

    minister = sure(people[Role.COUNTY_MINISTER])
    assert 'value="grant"' in minister.get(address).content.decode()
    minister.post(address, {"decision": "grant", "answer": "同意"})

    asked.refresh_from_db()
    assert asked.state == RequestState.GRANTED


def test_a_request_of_another_county_is_not_found(security, clerk, other_county, sure):
    foreign = UserFactory(role=Role.COUNTY_MINISTER, home_code="999902")
    asked = requests.change_access(
        subject=clerk, role=Role.TOWNSHIP_SECRETARY, codes=[EAST], by=security, reason="升任"
    )

    page = sure(foreign).get(reverse("accounts:request", args=[asked.uid]))

    assert page.status_code == 404


def test_the_preview_shows_the_reach_without_a_session_of_that_person(security, clerk, sure):
    page = sure(security).get(reverse("accounts:user_preview", args=[clerk.uid])).content.decode()

    assert "东关街道" in page
    assert "柳林镇" not in page
    assert "乡镇党委书记和组织干事填报本乡镇情况" in page


def test_the_list_of_people_asks_a_fixed_number_of_questions(
    security, sure, django_assert_max_num_queries
):
    client = sure(security)
    for number in range(30):
        UserFactory(username=f"more{number}", role=Role.TOWNSHIP_CLERK, home_code=EAST)
    client.get(reverse("accounts:users"))

    with django_assert_max_num_queries(8):
        client.get(reverse("accounts:users"))


def test_a_disabled_person_is_signed_out_at_once(security, clerk, client_as):
    client = client_as(clerk)
    assert client.get(reverse("accounts:trail")).status_code == 200

    users.disable_account(subject=clerk, by=security, reason="调离")

    assert client.get(reverse("accounts:trail")).status_code == 302
