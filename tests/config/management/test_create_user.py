"""`manage.py create_user`."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db


def create(*args, **options):
    out = StringIO()
    wanted = {"name": "董永红", "role": Role.SECURITY_ADMIN, "unit": ["999901"], "as_json": True}
    wanted |= options
    wanted["json"] = wanted.pop("as_json")
    call_command("create_user", *(args or ("dongyonghong",)), stdout=out, **wanted)
    return out.getvalue()


def test_an_account_from_the_shell_starts_at_once_and_is_traced(county):
    answer = json.loads(create())

    user = User.objects.get(username=answer["username"])
    assert user.is_active
    assert user.check_password(answer["password"])
    assert user.territory.covers("999901")
    assert AuditEntry.objects.filter(action="user.opened", actor_name="命令行").exists()


def test_the_answer_for_people_says_what_to_do(county):
    assert "首次登录须修改" in create(as_json=False)


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("大写", {}, "用户名应为"),
        ("dongyonghong", {"unit": ["999999"]}, "没有这些单位"),
        ("dongyonghong", {"unit": []}, "还没有选择管辖单位"),
    ],
)
def test_a_refusal_says_why(county, name, options, words):
    with pytest.raises(CommandError, match=words):
        create(name, **options)

    assert not User.objects.exists()


def test_a_name_that_is_taken_is_refused(county):
    create()

    with pytest.raises(CommandError, match="已被使用"):
        create()
