"""The second person."""

import pytest
from django.db import IntegrityError, transaction

from tests.factories import UserFactory
from villages.accounts import todos
from villages.accounts.actions import credentials, decisions, requests, users
from villages.accounts.choices import RequestState, Role
from villages.accounts.models import AccessRequest, User
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.scope import Scope

pytestmark = pytest.mark.django_db
COUNTY, EAST = "999901", "999901001"


def asking(by, subject, role=Role.COUNTY_STAFF, codes=(COUNTY,)):
    return requests.change_access(subject=subject, role=role, codes=codes, by=by, reason="提任")


@pytest.fixture
def clerk(people):
    return people[Role.TOWNSHIP_CLERK]


def test_a_change_of_role_waits(security, clerk):
    asked = asking(security, clerk, Role.TOWNSHIP_SECRETARY, [EAST])

    assert asked.state == RequestState.WAITING
    assert User.objects.get(pk=clerk.pk).role == Role.TOWNSHIP_CLERK


def test_another_security_administrator_decides_and_not_the_minister(
    security, colleague, people, clerk
):
    asked = asking(security, clerk)

    with pytest.raises(DomainError) as refusal:
        decisions.grant(request=asked, by=people[Role.COUNTY_MINISTER])
    assert refusal.value.code == "second_person"

    decisions.grant(request=asked, by=colleague)
    after = User.objects.get(pk=clerk.pk)
    assert after.role == Role.COUNTY_STAFF
    assert after.territory == Scope.of([COUNTY])


def test_the_minister_decides_where_there_is_no_other_security_administrator(
    security, people, clerk
):
    asked = asking(security, clerk)

    decisions.grant(request=asked, by=people[Role.COUNTY_MINISTER], answer="同意")

    asked.refresh_from_db()
    assert (asked.state, asked.decided_by) == ("granted", people[Role.COUNTY_MINISTER])


def test_nobody_decides_his_own_request(security, people, clerk):
    asked = asking(security, clerk)

    with pytest.raises(DomainError) as refusal:
        decisions.grant(request=asked, by=security)

    assert refusal.value.code == "second_person"


def test_nobody_decides_a_request_about_himself(security, people):
    minister = people[Role.COUNTY_MINISTER]
    second = UserFactory(role=Role.COUNTY_MINISTER, home_code=COUNTY)
    asked = asking(security, minister)

    with pytest.raises(DomainError):
        decisions.grant(request=asked, by=minister)
    decisions.grant(request=asked, by=second)

    assert User.objects.get(pk=minister.pk).role == Role.COUNTY_STAFF


def test_the_database_refuses_a_decision_by_the_one_who_asked(security, clerk):
    asked = asking(security, clerk)

    with pytest.raises(IntegrityError), transaction.atomic():
        AccessRequest.objects.filter(pk=asked.pk).update(
            state=RequestState.GRANTED, decided_by=security, decided_at=clock.instant()
        )


def test_whoever_gave_the_second_person_a_password_is_not_decided_by_him(security, people, clerk):
    minister = people[Role.COUNTY_MINISTER]
    credentials.reset_password(subject=minister, by=security, reason="忘记密码")
    asked = asking(security, clerk)

    with pytest.raises(DomainError) as refusal:
        decisions.grant(request=asked, by=User.objects.get(pk=minister.pk))

    assert refusal.value.code == "second_person_reset"
    asked.refresh_from_db()
    assert asked.state == RequestState.WAITING


def test_a_second_person_of_another_county_decides_nothing(security, clerk, other_county):
    foreign = UserFactory(role=Role.SECURITY_ADMIN, home_code="999902")
    asked = asking(security, clerk)

    with pytest.raises(DomainError):
        decisions.grant(request=asked, by=foreign)

    assert not AccessRequest.objects.visible_to(foreign).exists()


def test_a_refusal_needs_a_reason_and_changes_nothing(security, people, clerk):
    asked, minister = asking(security, clerk), people[Role.COUNTY_MINISTER]

    with pytest.raises(DomainError):
        decisions.refuse(request=asked, by=minister, answer=" ")
    decisions.refuse(request=asked, by=minister, answer="编制已满")

    asked.refresh_from_db()
    assert (asked.state, asked.answer) == ("refused", "编制已满")
    assert User.objects.get(pk=clerk.pk).role == Role.TOWNSHIP_CLERK


def test_a_request_is_decided_once(security, people, clerk):
    asked, minister = asking(security, clerk), people[Role.COUNTY_MINISTER]
    decisions.grant(request=asked, by=minister)

    with pytest.raises(DomainError) as refusal:
        decisions.refuse(request=asked, by=minister, answer="晚了")

    assert refusal.value.code == "request_decided"


def test_one_request_waits_for_a_person_at_a_time(security, clerk):
    asking(security, clerk)

    with pytest.raises(DomainError) as refusal:
        asking(security, clerk)

    assert refusal.value.code == "request_waiting"


def test_only_the_one_who_asked_takes_it_back(security, colleague, clerk):
    asked = asking(security, clerk)

    with pytest.raises(DomainError):
        decisions.withdraw(request=asked, by=colleague)
    decisions.withdraw(request=asked, by=security)

    asked.refresh_from_db()
    assert asked.state == RequestState.WITHDRAWN


def test_a_new_county_account_starts_with_the_grant(security, people):
    opened = users.open_account(
        username="luxiaochuan", name="陆小川", role=Role.COUNTY_STAFF, codes=[COUNTY],
        by=security, reason="新调入",
    )  # fmt: skip

    decisions.grant(request=opened.request, by=people[Role.COUNTY_MINISTER])

    user = User.objects.get(pk=opened.user.pk)
    assert user.is_active
    assert user.territory == Scope.of([COUNTY])


def test_a_disabled_account_is_not_opened_by_a_grant(security, people, clerk):
    users.disable_account(subject=clerk, by=security, reason="调离")
    asked = asking(security, clerk)

    decisions.grant(request=asked, by=people[Role.COUNTY_MINISTER])

    assert not User.objects.get(pk=clerk.pk).is_active


def test_the_first_minister_of_a_county_is_appointed_without_a_second_person(county):
    alone = UserFactory(role=Role.SECURITY_ADMIN, home_code=COUNTY)

    opened = users.open_account(
        username="zhengguohua", name="郑国华", role=Role.COUNTY_MINISTER, codes=[COUNTY],
        by=alone, reason="首次开设",
    )  # fmt: skip

    assert opened.request is None
    assert opened.user.is_active


def test_without_a_second_person_no_administrator_is_appointed(county):
    alone = UserFactory(role=Role.SECURITY_ADMIN, home_code=COUNTY)

    with pytest.raises(DomainError) as refusal:
        users.open_account(
            username="helper", name="帮手", role=Role.SECURITY_ADMIN, codes=[COUNTY], by=alone,
            reason="首次开设",
        )  # fmt: skip

    assert refusal.value.code == "no_second_person"
    assert not User.objects.filter(username="helper").exists()


def test_the_last_security_administrator_keeps_role_and_place(security, colleague, people):
    users.disable_account(subject=colleague, by=security, reason="调离")
    outsider = UserFactory(role=Role.SECURITY_ADMIN, home_code="99", jurisdiction=["99"])
    asked = asking(outsider, security)
    outsider.jurisdictions.update(ends_on="2026-01-01")

    with pytest.raises(DomainError) as refusal:
        decisions.grant(request=asked, by=people[Role.COUNTY_MINISTER])

    assert refusal.value.code == "last_security_admin"


def test_waiting_requests_are_work_of_the_second_person_alone(security, people, clerk):
    asking(security, clerk)
    source = todos.TODOS[0]

    mine = list(source.items(people[Role.COUNTY_MINISTER]))

    assert [item.title for item in mine] == [f"审批{clerk.name}的授权申请"]
    assert list(source.items(security)) == []


def test_the_work_list_asks_a_fixed_number_of_questions(
    security, people, django_assert_num_queries
):
    for role in (Role.TOWNSHIP_CLERK, Role.TOWNSHIP_SECRETARY, Role.FIRST_SECRETARY):
        asking(security, people[role])
    minister = User.objects.get(pk=people[Role.COUNTY_MINISTER].pk)
    assert minister.territory

    with django_assert_num_queries(2):
        assert len(list(todos.TODOS[0].items(minister))) == 3
