"""Two profiles of password rules, forced change, expiry."""

from datetime import timedelta

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.test import Client, RequestFactory

from tests.factories import PASSWORD, UserFactory
from villages.accounts import passwords
from villages.accounts.actions.passwords import change_password, give_one_time_password
from villages.accounts.choices import EndReason, Role
from villages.accounts.middleware import ForcedSteps
from villages.accounts.models import PasswordRecord, UserSession
from villages.common import clock
from villages.trace.models import AuditEntry

NEW = "Autumn-2026-maple"


@pytest.fixture
def dengbao(settings):
    settings.PASSWORD_PROFILE = "dengbao"


@pytest.fixture
def asvs(settings):
    settings.PASSWORD_PROFILE = "asvs"


@pytest.fixture
def clerk(people):
    user = people[Role.TOWNSHIP_CLERK]
    user.username, user.name = "wangfang", "王芳"
    user.save()
    return user


def problems(password, user=None):
    try:
        validate_password(password, user)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def sign_in(user, password=PASSWORD):
    client = Client()
    client.post("/accounts/sign-in/", {"username": user.username, "password": password})
    return client


def change(client, new=NEW, now=PASSWORD, again=None, query=""):
    form = {"password": now, "new": new, "again": new if again is None else again}
    return client.post(f"/accounts/password/{query}", form)


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("Aa1-aaaa", "至少 10 位,现在是 8 位"),
        ("aaaaaaaaaa1", "至少 3 类"),
        ("Wangfang-20", "不能包含用户名"),
        ("Spring-2026-maple", ""),
        ("柳树Aa-12345678", ""),
        ("Xk7" * 30, ""),
    ],
)
def test_dengbao_asks_for_length_and_classes(dengbao, clerk, password, said):
    assert (said in problems(password, clerk)) if said else not problems(password, clerk)


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short-one", "至少 12 位"),
        ("correct horse battery", ""),
        ("k7$2mQ9!xz31", ""),
        ("dangjian2026!", "本地词语"),
        ("LiulinZuzhibu2026", "本地词语"),
        ("柳林镇党建工作平台密码2026", "本地词语"),
        ("wangfang-is-here-again", "不能包含用户名"),
        ("liulin correct horse battery", ""),
        ("passwordpassword", "本地词语"),
    ],
)
def test_asvs_asks_for_length_and_no_local_words(asvs, clerk, password, said):
    assert (said in problems(password, clerk)) if said else not problems(password, clerk)


def test_common_passwords_are_refused_in_both_profiles(settings, clerk):
    for profile in ("dengbao", "asvs"):
        settings.PASSWORD_PROFILE = profile

        assert problems("1234567890", clerk)


def test_the_last_five_do_not_come_again(dengbao, clerk):
    for number in range(6):
        change_password(user=clerk, password=f"Autumn-{number}-maple", by=clerk)

    assert "最近用过" in problems("Autumn-1-maple", clerk)
    assert "最近用过" in problems("Autumn-5-maple", clerk)
    assert not problems("Autumn-0-maple", clerk)
    assert PasswordRecord.objects.filter(user=clerk).count() == 5


def test_asvs_remembers_the_present_one_only(asvs, clerk):
    change_password(user=clerk, password="correct horse battery", by=clerk)
    change_password(user=clerk, password="purple river staple", by=clerk)
    change_password(user=clerk, password="seven green lamps", by=clerk)

    assert "最近用过" in problems("seven green lamps", clerk)
    assert not problems("correct horse battery", clerk)


def test_first_sign_in_leads_nowhere_but_to_the_change(people):
    user = people[Role.TOWNSHIP_CLERK]
    user.must_change_password = True
    user.save()
    client = sign_in(user)

    answer = client.get("/accounts/sessions/")
    page = client.get(answer.url).content.decode()

    assert answer.url == "/accounts/password/?next=%2Faccounts%2Fsessions%2F"
    assert "请先修改密码,再继续使用" in page
    assert "首次登录" in page
    done = change(client, query="?next=/accounts/sessions/")
    assert done.url == "/accounts/sessions/"
    assert client.get("/accounts/sessions/").status_code == 200


def test_whoever_must_change_may_still_leave(people):
    user = people[Role.TOWNSHIP_CLERK]
    user.must_change_password = True
    user.save()

    assert sign_in(user).post("/accounts/sign-out/").url == "/accounts/sign-in/"


def test_programs_are_refused_until_the_change(people):
    request = RequestFactory().get("/api/v1/villages/")
    request.user, request.session = people[Role.TOWNSHIP_CLERK], {}
    request.user.must_change_password = True

    answer = ForcedSteps(HttpResponse).process_view(request, lambda _request: None, (), {})

    assert answer.status_code == 403
    assert answer["Content-Type"] == "application/problem+json"
    assert b"password_change_required" in answer.content


def test_after_ninety_days_it_must_be_changed(dengbao, clerk):
    clerk.password_changed_at = clock.instant() - timedelta(days=91)
    clerk.save()

    page = sign_in(clerk).get("/accounts/profile/", follow=True).content.decode()

    assert passwords.must_change(clerk)
    assert "密码已过有效期" in page


def test_the_last_week_brings_a_warning(dengbao, clerk):
    clerk.password_changed_at = clock.instant() - timedelta(days=84, hours=1)
    clerk.save()

    page = sign_in(clerk).get("/accounts/profile/").content.decode()

    assert "密码还有 5 天到期" in page


def test_asvs_never_expires(asvs, clerk):
    clerk.password_changed_at = clock.instant() - timedelta(days=4000)

    assert passwords.days_left(clerk) is None
    assert not passwords.must_change(clerk)


def test_demo_accounts_are_spared(dengbao, county):
    demo = UserFactory.build(is_demo=True, must_change_password=True)
    demo.password_changed_at = clock.instant() - timedelta(days=400)

    assert not passwords.must_change(demo)


def test_a_change_ends_other_sessions_and_keeps_this_one(people):
    user = people[Role.COUNTY_STAFF]
    elsewhere, here = sign_in(user), sign_in(user)

    answer = change(here)

    assert answer.url == "/accounts/profile/"
    assert "其他 1 个会话已结束" in here.get(answer.url).content.decode()
    assert "over=password" in elsewhere.get("/accounts/profile/").url
    assert UserSession.objects.filter(end_reason=EndReason.PASSWORD).count() == 1
    assert sign_in(user, NEW).get("/accounts/profile/").status_code == 200


def test_a_change_is_traced_without_any_password(people):
    change(sign_in(people[Role.COUNTY_STAFF]))

    entry = AuditEntry.objects.get(action="password.changed")
    assert entry.before == entry.after == {}
    assert NEW not in str(entry.__dict__)


def test_the_present_password_is_needed_and_guesses_count(people):
    client = sign_in(people[Role.COUNTY_STAFF])

    answers = [change(client, now="wrong") for _attempt in range(5)]

    assert "密码不正确" in answers[0].content.decode()
    assert answers[-1].status_code == 429


def test_both_times_the_same(people):
    page = change(sign_in(people[Role.COUNTY_STAFF]), again="other").content.decode()

    assert "两次输入的新密码不一致" in page
    assert NEW not in page


def test_a_one_time_password_serves_once(people):
    user = people[Role.COUNTY_STAFF]

    given = give_one_time_password(user=user)

    user.refresh_from_db()
    assert user.check_password(given)
    assert user.must_change_password
    assert "/accounts/password/" in sign_in(user, given).get("/accounts/profile/").url
