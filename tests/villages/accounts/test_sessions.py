"""Sessions end: by time, by their owner, by an administrator."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from tests.factories import PASSWORD
from villages.accounts.actions.sessions import end_sessions_of, forget_old
from villages.accounts.browsers import browser_words
from villages.accounts.choices import EndReason, Role
from villages.accounts.models import User, UserSession
from villages.accounts.sessions import digest
from villages.trace.models import AuditEntry

START = "2026-11-03T01:00:00Z"
PAGE = "/accounts/profile/"


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


@pytest.fixture
def user(people):
    return people[Role.COUNTY_STAFF]


def sign_in(user, **extra):
    client = Client()
    form = {"username": user.username, "password": PASSWORD}
    client.post("/accounts/sign-in/", form, **extra)
    return client


def test_twenty_idle_minutes_end_a_session(clock, user):
    client = sign_in(user)
    clock.shift(timedelta(minutes=19))
    assert client.get(PAGE).status_code == 200

    clock.shift(timedelta(minutes=20))
    answer = client.get(PAGE)

    assert answer.url == "/accounts/sign-in/?next=%2Faccounts%2Fprofile%2F&over=idle"
    assert "长时间未操作" in client.get(answer.url).content.decode()
    assert UserSession.objects.get().end_reason == EndReason.IDLE


def test_eight_hours_end_a_session_however_busy(clock, user):
    client = sign_in(user)
    for _quarter in range(31):
        clock.shift(timedelta(minutes=15))
        assert client.get(PAGE).status_code == 200

    clock.shift(timedelta(minutes=15))

    assert "over=expired" in client.get(PAGE).url


def test_activity_is_written_at_most_once_a_minute(clock, user):
    client = sign_in(user)
    client.get(PAGE)
    first = UserSession.objects.get().seen_at
    clock.shift(timedelta(seconds=59))
    client.get(PAGE)
    assert UserSession.objects.get().seen_at == first

    clock.shift(timedelta(seconds=1))
    client.get(PAGE)

    assert UserSession.objects.get().seen_at == first + timedelta(minutes=1)


def test_an_ordinary_page_asks_five_questions_about_the_person(user, django_assert_max_num_queries):
    client = sign_in(user)
    client.get("/menu/")

    with django_assert_max_num_queries(5) as asked:
        answer = client.get("/menu/")

    tables = [query["sql"].split('FROM "')[1].split('"')[0] for query in asked.captured_queries]
    assert answer.status_code == 200
    assert tables == [
        "villages_accounts_usersession",
        "django_session",
        "villages_accounts_user",
        "villages_accounts_jurisdiction",
        "villages_county",
    ]


def test_a_disabled_person_is_out_at_once(user):
    client = sign_in(user)

    User.objects.filter(pk=user.pk).update(is_active=False)

    assert client.get(PAGE).status_code == 302


def test_ending_all_sessions_of_a_person_takes_effect_at_once(user, people):
    client, other = sign_in(user), sign_in(people[Role.TOWNSHIP_CLERK])

    count = end_sessions_of(user=user, by=people[Role.SECURITY_ADMIN], reason=EndReason.DISABLED)

    assert count == 1
    assert "over=disabled" in client.get(PAGE).url
    assert other.get(PAGE).status_code == 200
    entry = AuditEntry.objects.get(action="session.ended")
    assert (entry.count, entry.reason) == (1, "账号已停用")


def test_own_sessions_are_listed_in_words(user, people):
    sign_in(user, REMOTE_ADDR="10.0.0.8", HTTP_USER_AGENT="Firefox/115.0 Linux")
    sign_in(people[Role.TOWNSHIP_CLERK], REMOTE_ADDR="10.7.7.7")
    client = sign_in(user, HTTP_USER_AGENT="Chrome/120 Windows NT 10.0")

    page = client.get("/accounts/sessions/").content.decode()

    assert "Firefox · Linux" in page
    assert "Chrome · Windows" in page
    assert "本次会话" in page
    assert "10.7.7.7" not in page


def test_one_session_is_ended_by_its_owner(user):
    lost, client = sign_in(user), sign_in(user)
    row = UserSession.objects.get(key_digest=digest(lost.session.session_key))

    client.post(f"/accounts/sessions/{row.uid}/end/")

    assert "over=revoked" in lost.get(PAGE).url
    assert client.get(PAGE).status_code == 200
    assert AuditEntry.objects.filter(action="session.ended").count() == 1


def test_nobody_ends_a_foreign_session(user, people):
    sign_in(people[Role.TOWNSHIP_CLERK])
    row = UserSession.objects.get()

    answer = sign_in(user).post(f"/accounts/sessions/{row.uid}/end/")

    row.refresh_from_db()
    assert answer.status_code == 404
    assert row.ended_at is None


def test_all_others_are_ended_at_once(user):
    lost, client = [sign_in(user), sign_in(user)], sign_in(user)

    client.post("/accounts/sessions/end-others/")

    assert all("over=revoked" in one.get(PAGE).url for one in lost)
    assert client.get(PAGE).status_code == 200


def test_a_session_made_without_the_page_has_the_same_limits(clock, client_as, user):
    client = client_as(user)
    assert client.get(PAGE).status_code == 200

    clock.shift(timedelta(minutes=20))

    assert "over=idle" in client.get(PAGE).url


def test_the_number_of_sessions_can_be_limited(user, monkeypatch):
    monkeypatch.setattr("villages.accounts.limits.sessions_at_once", lambda: 1)
    first = sign_in(user)

    second = sign_in(user)

    assert "over=revoked" in first.get(PAGE).url
    assert second.get(PAGE).status_code == 200


def test_a_part_of_a_page_is_told_to_load_the_sign_in_page(clock, user):
    client = sign_in(user)
    clock.shift(timedelta(minutes=20))

    answer = client.get(
        "/accounts/sessions/",
        HTTP_HX_REQUEST="true",
        HTTP_HX_CURRENT_URL="http://testserver/accounts/profile/",
    )

    assert answer.status_code == 200
    assert answer["HX-Redirect"] == "/accounts/sign-in/?next=%2Faccounts%2Fprofile%2F&over=idle"


def test_public_pages_open_with_an_old_cookie(clock, user):
    client = sign_in(user)
    clock.shift(timedelta(hours=9))

    page = client.get("/accounts/sign-in/")

    assert page.status_code == 200
    assert "达到最长时限" in page.content.decode()


def test_the_key_itself_is_not_in_the_database(user):
    client = sign_in(user)

    row = UserSession.objects.get()

    assert client.cookies[settings.SESSION_COOKIE_NAME].value not in str(row.__dict__)


def test_old_rows_are_forgotten(clock, user):
    sign_in(user)
    clock.shift(timedelta(days=181))

    gone = forget_old()

    assert gone == 2
    assert not UserSession.objects.exists()


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/86.0 Safari/537.36", "Chrome · Windows"),
        ("Mozilla/5.0 (Windows NT 6.1) Chrome/86.0 Safari/537.36 Edg/120.0", "Edge · Windows"),
        ("Mozilla/5.0 (iPhone; CPU OS 17_0 like Mac OS X) MicroMessenger/8.0", "微信 · iPhone"),
        ("Mozilla/5.0 (Linux; Android 13) Chrome/99 Mobile Safari", "Chrome · 安卓"),
        ("curl/8", "其他浏览器 · 其他系统"),
    ],
)
def test_browsers_in_words(agent, words):
    assert browser_words(agent) == words
