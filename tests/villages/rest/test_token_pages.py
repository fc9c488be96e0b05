"""The pages of tokens, and the command that prints one."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from tests import factories
from tests.villages.rest.conftest import Program
from villages.accounts.choices import Role
from villages.accounts.models import ApiToken
from villages.accounts.sudo import GIVEN_AT
from villages.common import clock

NEW = {"name": "县级大屏", "days": "30", "read_only": "on", "units": ["999901101"]}


@pytest.fixture
def browser(people):
    """A member of the organization department who has just given his password."""
    client = factories.signed_in(people[Role.COUNTY_STAFF])
    session = client.session
    session[GIVEN_AT] = clock.instant().timestamp()
    session.save()
    return client


def shown_secret(response):
    return re.search(r"vpb_[0-9a-f]{64}", response.content.decode())[0]


def test_a_token_is_made_on_the_page_and_shown_once(browser):
    made = browser.post(reverse("accounts:token_new"), NEW)
    secret = shown_secret(made)

    listed = browser.get(reverse("accounts:tokens")).content.decode()

    assert secret not in listed
    assert secret[:15] in listed
    assert "curl -H" in made.content.decode()
    assert "no-store" in made["Cache-Control"]
    assert Program(secret).get("me/").json()["unit_codes"] == ["999901101"]


def test_making_a_token_asks_for_the_password_again(people):
    client = factories.signed_in(people[Role.COUNTY_STAFF])
    session = client.session
    session.pop(GIVEN_AT, None)
    session.save()

    response = client.post(reverse("accounts:token_new"), NEW)

    assert response.status_code == 302
    assert reverse("accounts:confirm") in response["Location"]
    assert not ApiToken.objects.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"days": "900"}, "365"),
        ({"networks": "here"}, "不是网段"),
        ({"units": ["999902"]}, "不在您的管辖范围内"),
        ({"name": ""}, "用途"),
    ],
)
def test_a_wrong_field_is_explained_and_nothing_is_made(browser, change, said):
    response = browser.post(reverse("accounts:token_new"), NEW | change)

    assert response.status_code == 200
    assert said in response.content.decode()
    assert not ApiToken.objects.exists()


def test_replacing_shows_the_new_one(browser):
    old = shown_secret(browser.post(reverse("accounts:token_new"), NEW))
    uid = ApiToken.objects.get().uid

    asked = browser.get(reverse("accounts:token_rotate", args=[uid]))
    new = shown_secret(browser.post(reverse("accounts:token_rotate", args=[uid])))

    assert "生成新令牌" in asked.content.decode()
    assert new != old
    assert Program(new).get("me/").status_code == Program(old).get("me/").status_code == 200


def test_revoking_needs_a_reason_and_works_at_once(browser):
    secret = shown_secret(browser.post(reverse("accounts:token_new"), NEW))
    address = reverse("accounts:token_revoke", args=[ApiToken.objects.get().uid])

    without = browser.post(address, {"reason": ""})
    browser.post(address, {"reason": "怀疑泄露"})

    assert "请写明原因" in without.content.decode()
    assert Program(secret).get("me/").status_code == 401


def test_a_foreign_token_has_no_page(browser, make_program, people):
    make_program(people[Role.TOWNSHIP_CLERK])
    foreign = ApiToken.objects.get(user=people[Role.TOWNSHIP_CLERK])

    for name in ("token_rotate", "token_revoke"):
        assert browser.get(reverse(f"accounts:{name}", args=[foreign.uid])).status_code == 404


def test_a_security_administrator_ends_tokens_and_makes_none(people, make_program):
    program = make_program(people[Role.TOWNSHIP_CLERK])
    client = factories.signed_in(people[Role.SECURITY_ADMIN])
    token = ApiToken.objects.get()

    page = client.get(reverse("accounts:tokens")).content.decode()
    client.post(reverse("accounts:token_revoke", args=[token.uid]), {"reason": "离任"})

    assert people[Role.TOWNSHIP_CLERK].username in page
    assert client.get(reverse("accounts:token_new")).status_code == 403
    assert client.get(reverse("accounts:token_rotate", args=[token.uid])).status_code == 403
    assert program.get("me/").status_code == 401


def test_auditors_have_no_tokens(people):
    client = factories.signed_in(people[Role.AUDIT_ADMIN])

    assert client.get(reverse("accounts:tokens")).status_code == 403


def test_the_command_prints_a_token_and_nothing_else(people, capsys):
    name = people[Role.API_CLIENT].username

    call_command("token", name, "--read-only", "--days", "7", "--unit", "999901101")

    secret = capsys.readouterr().out.strip()
    answer = Program(secret).get("me/").json()
    assert re.fullmatch(r"vpb_[0-9a-f]{64}", secret)
    assert answer["read_only"] is True
    assert answer["unit_codes"] == ["999901101"]


@pytest.mark.parametrize(
    "asked",
    [["nobody"], ["--days", "0"], ["--days", "366"], ["--unit", "999902"]],
)
def test_the_command_refuses_in_one_sentence(people, asked):
    name = people[Role.API_CLIENT].username
    words = asked if asked == ["nobody"] else [name, *asked]

    with pytest.raises(CommandError):
        call_command("token", *words)


def test_administrators_hold_no_tokens_by_command_either(people):
    with pytest.raises(CommandError):
        call_command("token", people[Role.SYSTEM_ADMIN].username)
