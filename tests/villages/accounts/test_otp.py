"""The second factor and the password asked again."""

import time as real_time
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.factories import PASSWORD, UserFactory
from villages.accounts import otp
from villages.accounts.actions import second_factor
from villages.accounts.choices import Role
from villages.trace.models import AuditEntry

START = "2026-11-03T01:00:00Z"
PAGE = "/accounts/sessions/"
SETUP, VERIFY = "/accounts/two-step/setup/", "/accounts/two-step/verify/"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


@pytest.fixture
def required(settings):
    settings.MFA_REQUIRED = True


@pytest.fixture
def user(people):
    return people[Role.COUNTY_STAFF]


def digits(device):
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = real_time.time()
    return f"{totp.token():06d}"


def sign_in(user):
    client = Client()
    form = {"username": user.username, "password": PASSWORD}
    client.post("/accounts/sign-in/", form, REMOTE_ADDR="10.0.0.8")
    return client


def set_up(client, user):
    client.get(SETUP)
    page = client.post(SETUP, {"code": digits(otp.draft_of(user))})
    return page.context["codes"]


def test_setting_up_shows_a_picture_and_the_secret(user):
    client = sign_in(user)

    first, again = client.get(SETUP), client.get(SETUP)

    page = first.content.decode()
    assert 'src="data:image/svg+xml' in page
    assert otp.secret_words(otp.draft_of(user)) in page
    assert first.context["secret"] == again.context["secret"]
    assert "script" not in first.context["picture"]


def test_the_first_code_takes_it_into_use_and_ends_other_sessions(user):
    elsewhere, client = sign_in(user), sign_in(user)
    old_key = client.session.session_key

    codes = set_up(client, user)

    assert len(codes) == 10
    assert client.session.session_key != old_key
    assert client.get(PAGE).status_code == 200
    assert "over=revoked" in elsewhere.get(PAGE).url
    assert AuditEntry.objects.filter(action="second_factor.set_up").exists()


def test_a_wrong_code_takes_nothing_into_use(user):
    client = sign_in(user)
    client.get(SETUP)

    page = client.post(SETUP, {"code": "000000"}).content.decode()

    assert "验证码不正确" in page
    assert otp.phone_of(user) is None


def test_signing_in_then_needs_the_phone(user, clock):
    set_up(sign_in(user), user)
    clock.shift(timedelta(seconds=60))
    client = sign_in(user)

    turned = client.get(PAGE)
    half_way = client.get(turned.url).content.decode()
    answer = client.post(turned.url, {"code": digits(otp.phone_of(user))})

    assert turned.url == f"{VERIFY}?next=%2Faccounts%2Fsessions%2F"
    assert "上次登录" not in half_way
    assert answer.url == PAGE
    assert "上次登录" in client.get(PAGE).content.decode()
    assert AuditEntry.objects.filter(action="second_factor.shown").exists()


def test_the_key_changes_when_the_code_is_shown(user, clock):
    set_up(sign_in(user), user)
    clock.shift(timedelta(seconds=60))
    client = sign_in(user)
    half_key = client.session.session_key

    client.post(VERIFY, {"code": digits(otp.phone_of(user))})

    thief = Client()
    thief.cookies["portal"] = half_key
    assert "/accounts/sign-in/" in thief.get(PAGE).url


def test_a_code_serves_once(user, clock):
    set_up(sign_in(user), user)
    clock.shift(timedelta(seconds=60))
    code = digits(otp.phone_of(user))
    sign_in(user).post(VERIFY, {"code": code})

    second = sign_in(user)
    page = second.post(VERIFY, {"code": code})

    assert "验证码不正确" in page.content.decode()
    assert VERIFY in second.get(PAGE).url
    assert AuditEntry.objects.filter(action="second_factor.failed", result="refused").exists()


def test_guessing_codes_is_slowed_down(user, clock):
    set_up(sign_in(user), user)
    clock.shift(timedelta(seconds=60))
    client = sign_in(user)
    for _attempt in range(2):
        page = client.post(VERIFY, {"code": "000000"}).content.decode()

    assert "验证码连续输错" in page
    assert VERIFY in client.post(VERIFY, {"code": digits(otp.phone_of(user))}).request["PATH_INFO"]
    clock.shift(timedelta(seconds=60))
    assert client.post(VERIFY, {"code": digits(otp.phone_of(user))}).status_code == 302


def test_a_recovery_code_stands_in_once(user, clock):
    codes = set_up(sign_in(user), user)
    client = sign_in(user)

    answer = client.post(VERIFY, {"code": f" {codes[0].upper()} "})
    again = sign_in(user).post(VERIFY, {"code": codes[0]})

    assert answer.status_code == 302
    assert client.get(PAGE).status_code == 200
    assert "验证码不正确" in again.content.decode()
    assert otp.codes_left(user) == 9


def test_recovery_codes_are_not_in_the_database(user):
    codes = set_up(sign_in(user), user)

    stored = set(StaticToken.objects.values_list("token", flat=True))

    plain = {otp.normal(code) for code in codes}
    assert len(stored) == 10
    assert not stored & (plain | set(codes))


def test_new_recovery_codes_replace_the_old_ones(user):
    client = sign_in(user)
    old = set_up(client, user)

    new = client.post("/accounts/two-step/codes/").context["codes"]

    assert not set(old) & set(new)
    assert otp.codes_left(user) == 10
    assert "验证码不正确" in sign_in(user).post(VERIFY, {"code": old[0]}).content.decode()


@pytest.mark.parametrize("role", [Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN])
def test_the_three_administrators_must_set_it_up(required, people, role):
    admin = people[role]
    client = sign_in(admin)

    turned = client.get(PAGE)
    page = client.get(turned.url).content.decode()

    assert turned.url == f"{SETUP}?next=%2Faccounts%2Fsessions%2F"
    assert "您的角色必须启用两步验证" in page
    set_up(client, admin)
    assert client.get(PAGE).status_code == 200


def test_others_need_not(required, user):
    assert sign_in(user).get(PAGE).status_code == 200


def test_a_level_three_system_asks_everybody(settings, user):
    settings.MFA_EVERYBODY = True

    assert SETUP in sign_in(user).get(PAGE).url


def test_demo_administrators_are_spared(required, county):
    admin = UserFactory(role=Role.SYSTEM_ADMIN, is_demo=True, at="999901")

    assert sign_in(admin).get(PAGE).status_code == 200


def test_it_is_given_up_by_choice_but_not_where_it_is_mandatory(settings, people, user):
    admin, client = people[Role.SECURITY_ADMIN], sign_in(user)
    set_up(client, user)
    bound = sign_in(admin)
    set_up(bound, admin)
    settings.MFA_REQUIRED = True

    client.post("/accounts/two-step/remove/")
    bound.post("/accounts/two-step/remove/")

    assert otp.phone_of(user) is None
    assert otp.phone_of(admin) is not None


def test_a_lost_phone_is_taken_away_by_the_security_administrator(people, user):
    set_up(sign_in(user), user)

    second_factor.remove(user=user, by=people[Role.SECURITY_ADMIN], reason="手机丢失")

    assert sign_in(user).get(PAGE).status_code == 200
    assert AuditEntry.objects.get(action="second_factor.removed").reason == "手机丢失"
    assert not TOTPDevice.objects.exists()


def test_weighty_pages_ask_for_the_password_again_after_ten_minutes(user, clock):
    client = sign_in(user)
    assert client.get(SETUP).status_code == 200
    clock.shift(timedelta(minutes=10))

    turned = client.get(SETUP)
    wrong = client.post(turned.url, {"password": "wrong"}).content.decode()
    right = client.post(turned.url, {"password": PASSWORD})

    assert turned.url == "/accounts/confirm/?next=%2Faccounts%2Ftwo-step%2Fsetup%2F"
    assert "密码不正确" in wrong
    assert right.url == SETUP
    assert client.get(SETUP).status_code == 200


def test_guesses_at_the_second_question_lock_too(user, clock):
    client = sign_in(user)
    clock.shift(timedelta(minutes=11))

    answers = [client.post("/accounts/confirm/", {"password": "wrong"}) for _try in range(5)]

    assert answers[-1].status_code == 429


def test_state_and_ways_on_are_on_one_page(user):
    client = sign_in(user)
    before = client.get("/accounts/two-step/").content.decode()
    set_up(client, user)

    after = client.get("/accounts/two-step/").content.decode()

    assert "尚未启用" in before
    assert "剩余恢复码 10 个" in after
    assert "停用两步验证" in after
    assert client.get("/accounts/two-step/remove/").status_code == 200
