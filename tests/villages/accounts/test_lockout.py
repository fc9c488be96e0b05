"""Guessing ends soon."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from tests.factories import PASSWORD
from villages import parameters
from villages.accounts import lockout
from villages.accounts.actions.signing_in import unlock
from villages.accounts.choices import Role
from villages.accounts.models import UserSession
from villages.models import Parameter
from villages.trace.models import AuditEntry

START = "2026-11-03T01:00:00Z"
SIGN_IN = "/accounts/sign-in/"


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def guess(username, address="10.0.0.8", password="wrong"):
    form = {"username": username, "password": password}
    return Client().post(SIGN_IN, form, REMOTE_ADDR=address)


def test_the_fifth_wrong_password_in_ten_minutes_locks(clock, people):
    name = people[Role.COUNTY_STAFF].username

    answers = [guess(name).status_code for _attempt in range(5)]
    page = guess(name, password=PASSWORD)

    assert answers == [200, 200, 200, 200, 429]
    assert page.status_code == 429
    assert page["Retry-After"] == "1800"
    assert "<strong>30</strong> 分钟" in page.content.decode()
    assert not UserSession.objects.exists()


def test_only_attempts_inside_the_window_count(clock, people):
    name = people[Role.COUNTY_STAFF].username
    for _attempt in range(4):
        guess(name)

    clock.shift(timedelta(minutes=10, seconds=1))

    assert [guess(name).status_code for _attempt in range(4)] == [200] * 4
    assert guess(name).status_code == 429


def test_the_lock_ends_after_thirty_minutes_whatever_was_tried_meanwhile(clock, people):
    name = people[Role.COUNTY_STAFF].username
    for _attempt in range(5):
        guess(name)
    clock.shift(timedelta(minutes=29, seconds=59))
    assert guess(name, password=PASSWORD).status_code == 429

    clock.shift(timedelta(seconds=1))

    assert guess(name, password=PASSWORD).status_code == 302


def test_a_lock_holds_for_one_address(clock, people):
    name = people[Role.COUNTY_STAFF].username
    for _attempt in range(5):
        guess(name, address="10.0.0.8")

    assert guess(name, address="10.0.0.9", password=PASSWORD).status_code == 302


def test_names_that_nobody_has_are_locked_alike(clock, county):
    answers = [guess("nobody") for _attempt in range(5)]

    assert [answer.status_code for answer in answers] == [200] * 4 + [429]
    assert "登录已锁定" in answers[-1].content.decode()


def test_twenty_wrong_passwords_a_day_lock_from_every_address(clock, people):
    name = people[Role.COUNTY_STAFF].username
    answers = [guess(name, address=f"10.0.{number}.1").status_code for number in range(20)]

    assert answers == [200] * 19 + [429]
    assert guess(name, address="10.9.9.9", password=PASSWORD).status_code == 429
    clock.shift(timedelta(hours=24))
    assert guess(name, address="10.9.9.9", password=PASSWORD).status_code == 302


def test_a_thousand_guesses_try_no_more_than_the_limit(clock, people):
    name = people[Role.COUNTY_STAFF].username

    for _attempt in range(1000):
        if lockout.lock_of(name, "10.0.0.8") is None:
            lockout.note_failure(name, "10.0.0.8")

    assert lockout.AccessFailureLog.objects.count() == 5


def test_the_right_password_clears_the_count_at_this_address_only(clock, people):
    name = people[Role.COUNTY_STAFF].username
    for address in ("10.0.0.8", "10.0.0.9"):
        for _attempt in range(4):
            guess(name, address=address)

    guess(name, password=PASSWORD)

    assert guess(name).status_code == 200
    assert guess(name, address="10.0.0.9").status_code == 429


def test_the_lock_is_traced_once(clock, people):
    for _attempt in range(9):
        guess(people[Role.COUNTY_STAFF].username)

    assert AuditEntry.objects.filter(action="account.sign_in_failed").count() == 5
    assert AuditEntry.objects.get(action="account.locked").after == {"minutes": 30}


def test_a_security_administrator_unlocks(clock, people):
    user = people[Role.COUNTY_STAFF]
    for _attempt in range(5):
        guess(user.username)

    count = unlock(user=user, by=people[Role.SECURITY_ADMIN], reason="本人来电")

    assert count == 5
    assert guess(user.username, password=PASSWORD).status_code == 302
    assert AuditEntry.objects.get(action="account.unlocked").reason == "本人来电"


def test_the_limit_is_a_parameter(clock, people):
    Parameter.objects.create(
        key="signin.failures", value=3, effective_from=date(2026, 1, 1), basis="县办〔2026〕1号"
    )
    parameters.forget()
    name = people[Role.COUNTY_STAFF].username

    assert [guess(name).status_code for _attempt in range(3)] == [200, 200, 429]


def test_a_password_typed_as_name_is_not_kept(clock, county):
    long = "correct horse battery staple of the county office"

    guess(long)

    assert long not in lockout.AccessFailureLog.objects.values_list("username", flat=True)
    assert lockout.AccessFailureLog.objects.count() == 1


def test_minutes_left_are_rounded_up(clock):
    now = lockout.clock.instant()

    assert lockout.Lock(now + timedelta(seconds=61)).minutes == 2
    assert lockout.Lock(now).minutes == 1
