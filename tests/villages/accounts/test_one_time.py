"""Passwords that serve once."""

import re

import pytest
from django.contrib.auth.password_validation import validate_password

from villages.accounts.choices import Role
from villages.accounts.one_time import one_time_password


def test_they_are_four_groups_of_unmistakable_signs():
    for _each in range(200):
        assert re.fullmatch(
            r"([a-km-np-zA-HJ-NP-Z2-9]{4}-){3}[a-km-np-zA-HJ-NP-Z2-9]{4}", one_time_password()
        )


def test_they_differ():
    assert len({one_time_password() for _each in range(200)}) == 200


@pytest.mark.django_db
@pytest.mark.parametrize("profile", ["dengbao", "asvs"])
def test_they_pass_both_profiles(people, settings, profile):
    settings.PASSWORD_PROFILE = profile

    for _each in range(20):
        validate_password(one_time_password(), people[Role.TOWNSHIP_CLERK])
