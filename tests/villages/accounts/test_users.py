"""Opening, changing and closing accounts."""

import pytest

from tests.factories import UserFactory
from villages.accounts.actions import credentials, delegations, users
from villages.accounts.actions.requests import change_access
from villages.accounts.choices import RequestState, Role
from villages.accounts.models import AccessRequest, Delegation, Jurisdiction, User, UserSession
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.scope import Scope
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
EAST, WILLOW = "999901001", "999901101"


def opening(by, **changed):
    wanted = {
        "username": "xiayu", "name": "夏雨", "role": Role.TOWNSHIP_CLERK, "codes": [EAST],
        "reason": "新招录", "by": by,
    }  # fmt: skip
    return users.open_account(**wanted | changed)


def test_a_township_account_starts_at_once(security):
    opened = opening(security)

    assert opened.request is None
    assert opened.user.is_active
    assert opened.user.must_change_password
    assert opened.user.check_password(opened.password)
    assert opened.user.territory_on(clock.today()) == Scope.of([EAST])
    assert opened.user.home_code == EAST


def test_a_county_account_stays_closed_until_a_second_person_agrees(security):
    opened = opening(security, role=Role.COUNTY_STAFF, codes=["999901"])

    assert opened.request.state == RequestState.WAITING
    assert not User.objects.get(pk=opened.user.pk).is_active
    assert not opened.user.jurisdictions.exists()


def test_a_reviewer_holds_no_territory(security):
    opened = opening(security, role=Role.REVIEWER, codes=[], county_code="999901")

    assert opened.user.is_active
    assert not opened.user.territory
    assert opened.user.home_code == "999901"


@pytest.mark.parametrize(
    ("codes", "code"),
    [
        (["999902001"], "units_unknown"),
        (["999901999"], "units_unknown"),
        (["999901"], "units_reach"),
        (["999901001200"], "units_reach"),
        ([], "units_missing"),
    ],
)
def test_units_must_exist_lie_inside_and_suit_the_role(security, other_county, codes, code):
    with pytest.raises(DomainError) as refusal:
        opening(security, codes=codes)

    assert refusal.value.code == code
    assert not User.objects.filter(username="xiayu").exists()


def test_a_foreign_unit_reads_like_one_that_does_not_exist(security, other_county):
    texts = []
    for code in ("999902001", "999902777"):
        with pytest.raises(DomainError) as refusal:
            opening(security, codes=[code])
        texts.append(str(refusal.value).replace(code, ""))

    assert texts[0] == texts[1]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SECURITY_ADMIN])
def test_only_the_security_administrator_opens_accounts(people, role):
    with pytest.raises(DomainError) as refusal:
        opening(people[role])

    assert refusal.value.code == "not_allowed"


@pytest.mark.parametrize(
    "act",
    [
        lambda me: users.disable_account(subject=me, by=me, reason="试"),
        lambda me: credentials.reset_password(subject=me, by=me, reason="试"),
        lambda me: users.update_account(subject=me, by=me, name="新", unit_name="", version=1),
        lambda me: change_access(
            subject=me, role=Role.COUNTY_STAFF, codes=["999901"], by=me, reason="试"
        ),
    ],
)
def test_nobody_changes_his_own_account(security, colleague, act):
    with pytest.raises(DomainError) as refusal:
        act(security)

    assert refusal.value.code == "own_account"


def test_an_account_that_reaches_further_is_out_of_reach(security, other_county):
    wide = UserFactory(
        role=Role.SYSTEM_ADMIN, home_code="999901", jurisdiction=["999901", "999902"]
    )

    with pytest.raises(DomainError) as refusal:
        credentials.reset_password(subject=wide, by=security, reason="忘记密码")

    assert refusal.value.code == "foreign_account"


def test_the_last_security_administrator_of_a_county_cannot_be_disabled(security, colleague):
    users.disable_account(subject=security, by=colleague, reason="调离")
    outsider = UserFactory(role=Role.SECURITY_ADMIN, home_code="99", jurisdiction=["99"])
    users.disable_account(subject=colleague, by=outsider, reason="调离")

    assert not User.objects.get(pk=colleague.pk).is_active
    with pytest.raises(DomainError) as refusal:
        users.close_account(outsider, by=colleague, reason="调离")
    assert refusal.value.code == "last_security_admin"
    assert "青原县" in refusal.value.message


def test_disabling_closes_every_way_in_and_deletes_nothing(security, people):
    clerk, secretary = people[Role.TOWNSHIP_CLERK], people[Role.TOWNSHIP_SECRETARY]
    UserSession.objects.create(user=clerk, key_digest="a" * 64)
    delegations.delegate(
        deputy=clerk, by=secretary, starts_on=clock.today(), ends_on=clock.today(), reason="外出"
    )
    change_access(
        subject=clerk, role=Role.TOWNSHIP_SECRETARY, codes=[EAST], by=security, reason="升任"
    )

    users.disable_account(subject=clerk, by=security, reason="调离")

    clerk = User.objects.get(pk=clerk.pk)
    assert not clerk.is_active
    assert not clerk.territory
    assert not UserSession.objects.filter(user=clerk, ended_at=None).exists()
    assert not Delegation.objects.in_force(clock.today()).exists()
    assert AccessRequest.objects.get(subject=clerk).state == RequestState.WITHDRAWN
    assert Jurisdiction.objects.filter(user=clerk).exists()


def test_an_enabled_account_gets_a_new_password(security, people):
    clerk = people[Role.TOWNSHIP_CLERK]
    users.disable_account(subject=clerk, by=security, reason="借调")

    password = users.enable_account(subject=clerk, by=security, reason="返回")

    clerk = User.objects.get(pk=clerk.pk)
    assert clerk.is_active
    assert clerk.must_change_password
    assert clerk.check_password(password)


def test_an_account_that_still_waits_cannot_be_enabled(security):
    opened = opening(security, role=Role.COUNTY_STAFF, codes=["999901"])

    with pytest.raises(DomainError) as refusal:
        users.enable_account(subject=opened.user, by=security, reason="催")

    assert refusal.value.code == "account_waits"


def test_passwords_never_stand_in_the_trail(security, people):
    password = credentials.reset_password(
        subject=people[Role.TOWNSHIP_CLERK], by=security, reason="忘记密码"
    )

    entry = AuditEntry.objects.get(action="user.password_reset")
    assert password not in str(vars(entry))
    assert entry.reason == "忘记密码"
    assert entry.county_code == "999901"


def test_a_quicker_colleague_is_noticed(security, colleague, people):
    clerk = people[Role.TOWNSHIP_CLERK]
    seen = clerk.version
    users.update_account(subject=clerk, by=colleague, name="甲", unit_name="", version=seen)

    with pytest.raises(DomainError) as refusal:
        users.update_account(subject=clerk, by=security, name="乙", unit_name="", version=seen)

    assert refusal.value.code == "version_conflict"
    assert User.objects.get(pk=clerk.pk).name == "甲"


def test_units_can_be_changed_within_townships_at_once(security, people):
    clerk = people[Role.TOWNSHIP_CLERK]

    asked = change_access(
        subject=clerk, role=clerk.role, codes=[WILLOW], by=security, reason="轮岗"
    )

    clerk = User.objects.get(pk=clerk.pk)
    assert asked is None
    assert clerk.territory == Scope.of([WILLOW])
    assert clerk.home_code == WILLOW
    entry = AuditEntry.objects.get(action="user.units_set")
    assert (entry.before, entry.after) == ({"units": "东关街道"}, {"units": "柳林镇"})


def test_a_right_given_by_mistake_today_ends_at_once(security, people):
    clerk = people[Role.TOWNSHIP_CLERK]
    for codes in ([EAST, WILLOW], [EAST]):
        change_access(subject=clerk, role=clerk.role, codes=codes, by=security, reason="试")

    assert User.objects.get(pk=clerk.pk).territory == Scope.of([EAST])


def test_a_security_administrator_of_one_county_sees_nobody_of_another(security, other_county):
    foreign = UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999902001")

    assert foreign not in User.objects.visible_to(security)
