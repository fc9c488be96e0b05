"""The first people of an installation and of a further county."""

import stat

import pytest
from django.urls import reverse

from tests.factories import CountyFactory, UserFactory
from villages.accounts import setup_code
from villages.accounts.actions import first_run
from villages.accounts.actions.first_run import CountyFacts, Person
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.models import County
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
PEOPLE = {
    Role.SYSTEM_ADMIN: Person("yushijie", "于世杰"),
    Role.SECURITY_ADMIN: Person("dongyonghong", "董永红"),
    Role.AUDIT_ADMIN: Person("xiaochunmei", "萧春梅"),
}
FACTS = CountyFacts("999901", "青原县")


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.PORTAL_DATA = tmp_path


def filled(**changed):
    return {
        "setup-sent": "1", "setup-code": setup_code.read_or_create(),
        "county-sent": "1", "county-code": "999901", "county-name": "青原县",
        "people-sent": "1",
        "people-system_admin_name": "于世杰", "people-system_admin_username": "yushijie",
        "people-security_admin_name": "董永红", "people-security_admin_username": "dongyonghong",
        "people-audit_admin_name": "萧春梅", "people-audit_admin_username": "xiaochunmei",
    } | changed  # fmt: skip


def test_the_code_is_made_once_for_its_owner_only(tmp_path):
    code = setup_code.read_or_create()

    assert setup_code.read_or_create() == code
    assert stat.S_IMODE((tmp_path / "setup_code").stat().st_mode) == 0o600
    assert setup_code.fits(code.lower().replace("-", " "))
    assert not setup_code.fits(code[:-1])
    assert not setup_code.fits("")


def test_three_administrators_begin_with_their_county():
    opened = first_run.set_up(county=FACTS, people=PEOPLE)

    assert [one.user.role for one in opened] == [
        Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN,
    ]  # fmt: skip
    assert all(one.user.must_change_password for one in opened)
    assert all(one.user.territory.covers("999901001") for one in opened)
    assert County.objects.get().department_name == "中共青原县委组织部"
    assert set(AuditEntry.objects.values_list("actor_name", flat=True)) == {"首次设置"}


def test_the_three_are_three_people():
    twice = PEOPLE | {Role.AUDIT_ADMIN: Person("other", "董永红")}

    with pytest.raises(DomainError) as refusal:
        first_run.set_up(county=FACTS, people=twice)

    assert refusal.value.code == "people_not_three"
    assert not County.objects.exists()


def test_there_is_no_second_first_run(county):
    UserFactory()

    with pytest.raises(DomainError) as refusal:
        first_run.set_up(county=FACTS, people=PEOPLE)

    assert refusal.value.code == "not_empty"


def test_the_wizard_goes_step_by_step_and_shows_passwords_once(client):
    address = reverse("accounts:first_run")
    steps = ["setup-code", "county-code", "people-system_admin_name"]
    assert f'name="{steps[0]}"' in client.get(address).content.decode()

    data = filled()
    only_code = {key: data[key] for key in ("setup-sent", "setup-code")}
    assert f'name="{steps[1]}"' in client.post(address, only_code).content.decode()
    check = client.post(address, data).content.decode()
    assert "核对" in check
    assert not User.objects.exists()

    receipt = client.post(address, data | {"confirmed": "1"}).content.decode()
    assert receipt.count("一次性密码") >= 3
    assert User.objects.count() == 3
    assert client.get(address).status_code == 404


def test_the_wizard_needs_the_code(client):
    setup_code.read_or_create()

    page = client.post(
        reverse("accounts:first_run"), filled(**{"setup-code": "AAAA", "confirmed": "1"})
    )

    assert "设置码不正确" in page.content.decode()
    assert not User.objects.exists()


def test_the_code_is_gone_after_set_up(client, tmp_path, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("accounts:first_run"), filled(confirmed="1"))

    assert not (tmp_path / "setup_code").exists()


def test_the_way_back_keeps_what_was_filled(client):
    page = client.post(reverse("accounts:first_run"), filled(back="county")).content.decode()

    assert 'value="青原县"' in page
    assert 'name="people-audit_admin_name" value="萧春梅"' in page


def test_the_system_administrator_opens_a_further_county(people):
    system = people[Role.SYSTEM_ADMIN]

    opened = first_run.open_county(
        county=CountyFacts("999903", "黑河县"), security=Person("shilei", "石磊"), by=system
    )

    assert opened.user.role == Role.SECURITY_ADMIN
    assert opened.user.territory.covers("999903")
    assert User.objects.get(pk=system.pk).territory.covers("999903")
    assert AuditEntry.objects.filter(action="county.opened", county_code="999903").exists()


def test_a_county_with_a_security_administrator_gets_none_from_outside(people):
    with pytest.raises(DomainError) as refusal:
        first_run.open_county(
            county=FACTS, security=Person("shilei", "石磊"), by=people[Role.SYSTEM_ADMIN]
        )

    assert refusal.value.code == "county_has_security"


def test_a_county_that_is_on_the_map_keeps_its_name(people):
    CountyFactory(code="999904", name="白石县")

    opened = first_run.open_county(
        county=CountyFacts("999904", "写错的县"), security=Person("shilei", "石磊"),
        by=people[Role.SYSTEM_ADMIN],
    )  # fmt: skip

    assert County.objects.get(code="999904").name == "白石县"
    assert opened.user.home_code == "999904"


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SYSTEM_ADMIN])
def test_nobody_else_opens_counties(people, role, sure):
    with pytest.raises(DomainError):
        first_run.open_county(
            county=CountyFacts("999903", "黑河县"), security=Person("a", "甲"), by=people[role]
        )

    assert sure(people[role]).get(reverse("accounts:new_county")).status_code == 403


def test_the_page_opens_a_county(people, sure):
    data = {
        "county-sent": "1", "county-code": "999903", "county-name": "黑河县",
        "person-sent": "1", "person-name": "石磊", "person-username": "shilei",
    }  # fmt: skip
    client = sure(people[Role.SYSTEM_ADMIN])

    check = client.post(reverse("accounts:new_county"), data)
    assert "核对" in check.content.decode()
    done = client.post(reverse("accounts:new_county"), data | {"confirmed": "1"})

    assert "shilei" in done.content.decode()
    assert User.objects.get(username="shilei").home_code == "999903"


@pytest.mark.parametrize("code", ["999901001", "99", "abc", ""])
def test_a_county_has_six_digits(code):
    with pytest.raises(DomainError) as refusal:
        first_run.set_up(county=CountyFacts(code, "青原县"), people=PEOPLE)

    assert refusal.value.code == "code_invalid"
