"""Rights in sentences."""

import inspect

import pytest
from django.urls import reverse

from villages.accounts import perms
from villages.accounts.access import sentence
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import ADMIN_ROLES, Role
from villages.accounts.menu import MENU
from villages.accounts.policies import policies, rights_of

pytestmark = pytest.mark.django_db


def test_every_predicate_of_the_module_has_a_chinese_sentence():
    public = [
        one
        for name, one in inspect.getmembers(perms, inspect.isfunction)
        if one.__module__ == perms.__name__ and not name.startswith("_")
    ]

    assert public
    assert all(str(getattr(one, "sentence", "")).endswith("。") for one in public)


def test_the_three_administrators_share_no_right(people):
    held = [
        {str(words) for words, holds in rights_of(people[role]) if holds}
        for role in sorted(ADMIN_ROLES)
    ]

    assert all(held)
    assert not held[0] & held[1]
    assert not held[0] & held[2]
    assert not held[1] & held[2]


def test_administrators_hold_no_right_by_proxy(people):
    for role in ADMIN_ROLES:
        user = people[role]
        user.acting_for = people[Role.COUNTY_MINISTER]
        assert not perms.may_manage_users(user)
        assert not perms.may_read_audit(user)
        assert not perms.may_run_system(user)


def test_a_disabled_person_holds_no_right(people):
    for user in people.values():
        user.is_active = False
        assert not any(holds for _words, holds in rights_of(user))


def test_the_command_line_is_no_administrator():
    assert not perms.may_manage_users(COMMAND_LINE)
    assert not perms.may_read_audit(COMMAND_LINE)


def test_the_page_says_every_policy(people, client_as):
    page = client_as(people[Role.TOWNSHIP_CLERK]).get(reverse("accounts:policy"))

    text = page.content.decode()
    assert all(str(one.sentence) in text for _app, own in policies() for one in own)


def test_a_refused_page_speaks_the_sentence(people, client_as):
    page = client_as(people[Role.TOWNSHIP_CLERK]).get(reverse("accounts:users"))

    assert page.status_code == 403
    assert sentence(perms.may_manage_users) in page.content.decode()


def test_the_menu_shows_each_person_only_what_opens(people, sure):
    for role, user in people.items():
        for item in MENU:
            if item.allowed(user):
                answer = sure(user).get(reverse(item.url_name))
                assert answer.status_code == 200, (role, item.key)
