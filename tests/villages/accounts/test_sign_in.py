"""Signing in and out."""

from django.conf import settings
from django.contrib.auth.hashers import MD5PasswordHasher, identify_hasher, make_password
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from config import settings as real_settings
from tests.factories import PASSWORD, UserFactory
from villages.accounts.choices import EndReason, Role
from villages.accounts.models import UserSession
from villages.trace.models import AuditEntry

SIGN_IN = "/accounts/sign-in/"
ARGON2 = ["django.contrib.auth.hashers.Argon2PasswordHasher", *settings.PASSWORD_HASHERS]


def sign_in(client, user, password=PASSWORD, **extra):
    return client.post(SIGN_IN, {"username": user.username, "password": password}, **extra)


def test_page_says_what_must_not_be_entered_and_who_helps(client, county, people):
    county.hotline = "0999-1234567"
    county.save()

    page = client.get(SIGN_IN).content.decode()

    assert "严禁存储、处理、传输国家秘密" in page
    assert "0999-1234567" in page
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    assert "onpaste" not in page


def test_right_password_opens_a_session_under_a_new_key(client, people):
    user = people[Role.TOWNSHIP_CLERK]
    client.get(SIGN_IN)
    session = client.session
    session["before"] = 1
    session.save()
    old_key = session.session_key
    client.cookies[settings.SESSION_COOKIE_NAME] = old_key

    answer = sign_in(client, user, REMOTE_ADDR="10.0.0.8", HTTP_USER_AGENT="Chrome/120 Windows")

    assert answer.status_code == 302
    assert answer.url == "/"
    row = UserSession.objects.get(user=user)
    assert client.session.session_key != old_key
    assert client.session.session_key not in row.key_digest
    assert (row.address, row.browser) == ("10.0.0.8", "Chrome · Windows")
    entry = AuditEntry.objects.get(action="account.signed_in")
    assert (entry.actor, entry.address, entry.county_code) == (user, "10.0.0.8", "999901")


def test_unknown_wrong_and_disabled_look_the_same(client, people):
    known = people[Role.COUNTY_STAFF]
    gone = UserFactory(username="gone", left_office=True)

    wrong = sign_in(client, known, "wrong").content.decode()
    unknown = client.post(SIGN_IN, {"username": "nobody", "password": "x"}).content.decode()
    disabled = sign_in(client, gone).content.decode()

    for page in (wrong, unknown, disabled):
        assert "用户名或密码不正确" in page
        assert "<title>有误:" in page
    assert not UserSession.objects.exists()


def test_unknown_and_known_names_cost_the_same_work(people, monkeypatch):
    user = people[Role.COUNTY_STAFF]
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher, "encode", lambda self, *args: hashed.append(1) or encode(self, *args)
    )

    def work(username):
        hashed.clear()
        with CaptureQueriesContext(connection) as asked:
            Client().post(SIGN_IN, {"username": username, "password": "wrong"})
        return len(hashed), len(asked)

    work(user.username)
    work("nobody")

    assert work(user.username) == work("nobody")


def test_refusal_is_traced_without_the_password_or_an_unknown_name(client, people):
    user = people[Role.COUNTY_STAFF]

    sign_in(client, user, "not-the-password")
    client.post(SIGN_IN, {"username": "MySecret-2026", "password": "x"})

    known, unknown = AuditEntry.objects.filter(action="account.sign_in_failed").order_by("pk")
    assert (known.actor_name, known.result, known.county_code) == (user.name, "refused", "999901")
    assert unknown.actor_name == "未知用户 My***"
    assert "not-the-password" not in str(known.__dict__)
    assert "MySecret" not in str(unknown.__dict__)


def test_goes_on_to_the_page_asked_for_but_never_to_a_foreign_one(people):
    user = people[Role.COUNTY_STAFF]

    def lands(way):
        query = reverse("accounts:sign_in") + f"?next={way}"
        form = {"username": user.username, "password": PASSWORD}
        return Client().post(query, form).url

    assert lands("/accounts/sessions/") == "/accounts/sessions/"
    assert lands("https://evil.example/") == "/"
    assert lands("//evil.example/") == "/"
    assert lands("javascript:alert(1)") == "/"


def test_tells_the_previous_sign_in(people):
    user = people[Role.COUNTY_STAFF]
    sign_in(Client(), user, REMOTE_ADDR="10.0.0.8")

    client = Client()
    sign_in(client, user, REMOTE_ADDR="10.0.0.9")

    page = client.get("/accounts/profile/").content.decode()
    assert "上次登录:" in page
    assert "地址 10.0.0.8" in page


def test_signed_in_people_are_sent_on(client_as, people):
    answer = client_as(people[Role.COUNTY_STAFF]).get(SIGN_IN)

    assert answer.status_code == 302


def test_signing_out_ends_the_session_and_clears_the_browser(people):
    client = Client()
    sign_in(client, people[Role.COUNTY_STAFF])
    key = client.session.session_key

    answer = client.post("/accounts/sign-out/")

    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert UserSession.objects.get().end_reason == EndReason.SIGNED_OUT
    assert AuditEntry.objects.filter(action="account.signed_out").exists()
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    assert "/accounts/sign-in/" in client.get("/accounts/profile/").url


def test_signing_out_by_a_link_is_refused(client_as, people):
    client = client_as(people[Role.COUNTY_STAFF])

    assert client.get("/accounts/sign-out/").status_code == 405


def test_a_form_without_its_token_is_refused(people):
    strict = Client(enforce_csrf_checks=True)

    assert sign_in(strict, people[Role.COUNTY_STAFF]).status_code == 403


def test_demo_accounts_fill_in_the_name_only(client, county):
    UserFactory(username="clerk", is_demo=True, role=Role.TOWNSHIP_CLERK)

    page = client.get(SIGN_IN).content.decode()
    filled = client.get(SIGN_IN + "?username=clerk").content.decode()

    assert "密码见启动窗口" in page
    assert 'value="clerk"' in filled
    assert PASSWORD not in filled


def test_passwords_are_hashed_with_argon2id():
    first = real_settings.PASSWORD_HASHERS[0]

    with override_settings(PASSWORD_HASHERS=real_settings.PASSWORD_HASHERS):
        hashed = make_password("x")

    assert first == "django.contrib.auth.hashers.Argon2PasswordHasher"
    assert hashed.startswith("argon2$argon2id$")


def test_an_older_hash_is_renewed_by_signing_in(client, people):
    user = people[Role.COUNTY_STAFF]
    assert identify_hasher(user.password).algorithm == "md5"

    with override_settings(PASSWORD_HASHERS=ARGON2):
        sign_in(client, user)

    user.refresh_from_db()
    assert user.password.startswith("argon2")


def test_cookies_are_out_of_reach_of_scripts_and_foreign_pages(client, people):
    answer = sign_in(client, people[Role.COUNTY_STAFF])

    cookie = answer.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["max-age"]


def test_before_anybody_has_an_account_sign_in_leads_to_set_up(db: None) -> None:
    response = Client().get("/accounts/sign-in/")

    assert (response.status_code, response["Location"]) == (302, "/accounts/first-run/")
