"""What was typed when a session ended comes back."""

from datetime import timedelta

import pytest
import time_machine
from django import forms
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory

from tests.factories import PASSWORD
from villages.accounts import pending
from villages.accounts.choices import EndReason, Role
from villages.accounts.models import PendingForm, User, UserSession
from villages.common import clock as time

START = "2026-11-03T01:00:00Z"
PAGE = "/accounts/profile/"


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


@pytest.fixture
def user(people):
    return people[Role.TOWNSHIP_CLERK]


def sign_in(user, client=None, way=""):
    client = client or Client()
    form = {"username": user.username, "password": PASSWORD}
    answer = client.post(f"/accounts/sign-in/{way}", form)
    return client, answer


def post(client, data, **extra):
    return client.post(PAGE, data, **extra)


class ReportForm(forms.Form):
    title = forms.CharField()
    done = forms.BooleanField(required=False)
    kinds = forms.MultipleChoiceField(choices=[("a", "甲"), ("b", "乙")])
    note = forms.CharField(required=False, initial="照旧")


def request_for(user, path=PAGE):
    request = RequestFactory().get(path)
    request.user, request.session = user, {}
    request._messages = FallbackStorage(request)
    return request


def test_an_idle_post_is_kept_and_offered_after_signing_in(clock, user):
    client, _answer = sign_in(user)
    clock.shift(timedelta(minutes=21))

    answer = post(client, {"title": "十月进展", "kinds": ["a", "b"], "password": "secret"})

    assert answer.url == "/accounts/sign-in/?next=%2Faccounts%2Fprofile%2F&over=idle"
    kept = PendingForm.objects.get(user=user, path=PAGE)
    assert kept.data == {"title": ["十月进展"], "kinds": ["a", "b"]}
    _client, back = sign_in(user, client, way="?next=/accounts/profile/")
    assert back.url == PAGE
    page = client.get(PAGE).content.decode()
    assert "有 1 份未提交的内容已为您保留" in page
    assert "十月进展" in page


def test_it_is_kept_although_the_token_of_the_form_is_old(clock, user):
    strict = Client(enforce_csrf_checks=True)
    strict.get("/accounts/sign-in/")
    token = strict.cookies["csrf"].value
    form = {"username": user.username, "password": PASSWORD, "csrfmiddlewaretoken": token}
    strict.post("/accounts/sign-in/", form)
    clock.shift(timedelta(hours=8))

    answer = strict.post(PAGE, {"title": "十月进展", "csrfmiddlewaretoken": "old"})

    assert answer.status_code == 302
    assert PendingForm.objects.get().data == {"title": ["十月进展"]}


@pytest.mark.parametrize(
    ("reason", "kept"),
    [
        (EndReason.REVOKED, True),
        (EndReason.PASSWORD, True),
        (EndReason.SIGNED_OUT, False),
        (EndReason.DISABLED, False),
    ],
)
def test_who_ended_the_session_decides(user, reason, kept):
    client, _answer = sign_in(user)
    UserSession.objects.update(ended_at=time.instant(), end_reason=reason)

    post(client, {"title": "十月进展"})

    assert PendingForm.objects.exists() == kept


def test_a_foreign_page_leaves_nothing_behind(clock, user):
    client, _answer = sign_in(user)
    clock.shift(timedelta(minutes=21))

    post(client, {"title": "x"}, HTTP_ORIGIN="https://evil.example")

    assert not PendingForm.objects.exists()


def test_an_old_cookie_keeps_nothing_after_a_day(clock, user):
    client, _answer = sign_in(user)
    clock.shift(timedelta(minutes=21))
    client.get(PAGE)
    row = UserSession.objects.get()
    request = RequestFactory().post(PAGE, {"title": "x"})

    clock.shift(timedelta(days=1))

    assert not pending.keep(request, row, EndReason.IDLE)


def test_secrets_files_and_empty_forms_are_not_kept(user):
    secrets = {
        "old_password": "x", "csrfmiddlewaretoken": "x", "api_token": "x", "code": "123456",
        "id_number": "330102199001011234", "village_code": "999901001200",
    }  # fmt: skip
    upload = SimpleUploadedFile("roster.xlsx", b"rows")
    request = RequestFactory().post(PAGE, {**secrets, "file": upload})

    kept = pending.keep_fields(request, user.pk)

    assert kept
    assert PendingForm.objects.get().data == {"village_code": ["999901001200"]}
    assert not pending.keep_fields(RequestFactory().post(PAGE, {"code": "1"}), user.pk)


@pytest.mark.parametrize(
    ("origin", "kept"), [("http://testserver", True), ("https://evil.example", False), ("", False)]
)
def test_a_form_refused_for_its_old_token_is_kept_when_it_is_ours(user, origin, kept):
    said = {"HTTP_ORIGIN": origin} if origin else {}
    request = RequestFactory().post(PAGE, {"title": "x"}, **said)
    request.user = user

    assert pending.keep_refused(request) == kept


def test_a_step_that_becomes_due_loses_nothing(user):
    client, _answer = sign_in(user)
    User.objects.filter(pk=user.pk).update(must_change_password=True)

    answer = post(client, {"title": "十月进展"})

    assert answer.url == "/accounts/password/?next=%2Faccounts%2Fprofile%2F"
    assert PendingForm.objects.get().data == {"title": ["十月进展"]}


def test_zero_bytes_are_left_out(user):
    pending.keep_fields(RequestFactory().post(PAGE, {"title": "a\x00b"}), user.pk)

    assert PendingForm.objects.get().data == {"title": ["ab"]}


def test_a_body_beyond_the_limits_is_not_kept(user, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    too_big = RequestFactory().post(
        PAGE, "title=" + "x" * 200, content_type="application/x-www-form-urlencoded"
    )
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2

    assert not pending.keep_fields(too_big, user.pk)
    assert not pending.keep_fields(RequestFactory().post(PAGE, {"x": "y" * 300_000}), user.pk)


@pytest.mark.parametrize(
    ("said", "page"),
    [
        ({"HTTP_REFERER": f"http://testserver{PAGE}?a=1"}, PAGE),
        ({"HTTP_HX_CURRENT_URL": f"http://testserver{PAGE}"}, PAGE),
        ({"HTTP_REFERER": "https://evil.example/x"}, "/accounts/county/"),
        ({}, "/accounts/county/"),
    ],
)
def test_it_belongs_to_the_page_on_which_the_form_stood(said, page):
    request = RequestFactory().post("/accounts/county/", {"x": "1"}, **said)

    assert pending.page_of(request) == page


def test_a_form_is_filled_again_once(user):
    data = {"title": ["十月进展"], "kinds": ["b"], "unknown": ["x"]}
    PendingForm.objects.create(user=user, path=PAGE, data=data)

    form = pending.initial_from_pending(request_for(user), ReportForm, initial={"title": "旧"})
    again = pending.initial_from_pending(request_for(user), ReportForm, initial={"title": "旧"})

    assert not form.is_bound
    assert form["title"].value() == "十月进展"
    assert form["kinds"].value() == ["b"]
    assert form["done"].value() is False
    assert form["note"].value() == "照旧"
    assert again["title"].value() == "旧"


def test_nobody_gets_anybody_elses_contents(user, people):
    PendingForm.objects.create(user=user, path=PAGE, data={"title": ["x"]})

    other = people[Role.COUNTY_STAFF]
    client, _answer = sign_in(other)

    assert pending.take(request_for(other)) is None
    assert client.get(f"/accounts/pending/?page={PAGE}").status_code == 404
    assert client.post("/accounts/pending/delete/", {"page": PAGE}).status_code == 404


def test_kept_contents_are_read_and_thrown_away(user):
    PendingForm.objects.create(user=user, path="/x/", data={"title": ["十月进展", "补充"]})
    client, _answer = sign_in(user)

    page = client.get("/accounts/pending/?page=/x/").content.decode()
    client.post("/accounts/pending/delete/", {"page": "/x/"})

    assert "十月进展、补充" in page
    assert not PendingForm.objects.exists()


def test_only_the_newest_twenty_stay(user):
    for number in range(25):
        pending.keep_fields(RequestFactory().post(f"/page/{number}/", {"x": "1"}), user.pk)

    assert PendingForm.objects.count() == 20
    assert not PendingForm.objects.filter(path="/page/0/").exists()


def test_the_page_itself_gives_back_what_was_typed_once(clock, user):
    client, _answer = sign_in(user)
    clock.shift(timedelta(minutes=21))
    post(client, {"note": "十月进展"})
    sign_in(user, client)

    first = client.get(PAGE).content.decode()
    second = client.get(PAGE).content.decode()

    assert "十月进展" in first
    assert 'id="kept-fields"' in first
    assert "十月进展" not in second
    assert not PendingForm.objects.filter(user=user).exists()


def test_a_page_without_kept_contents_asks_nothing(clock, user, django_assert_num_queries):
    client, _answer = sign_in(user)
    client.get("/help/")
    with django_assert_num_queries(5):
        client.get("/help/")
