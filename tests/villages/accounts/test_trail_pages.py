"""Who reads which part of the trail."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from tests.factories import UserFactory
from villages.accounts.actions import users
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.auditing import heads_for, look
from villages.accounts.choices import Role
from villages.accounts.trails import trail_for
from villages.models import Township, Village
from villages.trace.models import AuditEntry
from villages.trace.record import record
from villages.trace.sentences import sentence

pytestmark = pytest.mark.django_db
EAST, WILLOW = "999901001", "999901101"


@pytest.fixture
def acts(people, other_county):
    """Acts in both townships, in the other county, on an account, and without a place."""
    village = {code: Village.objects.filter(code__startswith=code)[0] for code in (EAST, WILLOW)}
    foreign = Village.objects.filter(county_code="999902")[0]
    by = people[Role.COUNTY_STAFF]
    return {
        "east": record("village.renamed", village[EAST], by=by, before={"name": "旧村"}),
        "willow": record("village.renamed", village[WILLOW], by=by),
        "township": record("township.renamed", Township.objects.get(code=EAST), by=by),
        "foreign": record("village.renamed", foreign, by=COMMAND_LINE),
        "account": record(
            "user.disabled", people[Role.REVIEWER], by=people[Role.SECURITY_ADMIN], county="999901"
        ),
        "nowhere": record("account.sign_in_failed", by=None, name="未知用户"),
    }


def seen(user, acts):
    pks = set(trail_for(user).values_list("pk", flat=True))
    return {name for name, entry in acts.items() if entry.pk in pks}


def test_the_auditor_reads_everything_in_his_county_and_what_has_no_place(people, acts):
    assert seen(people[Role.AUDIT_ADMIN], acts) == {
        "east",
        "willow",
        "township",
        "account",
        "nowhere",
    }


def test_the_county_reads_business_and_no_accounts(people, acts):
    assert seen(people[Role.COUNTY_LEADER], acts) == {"east", "willow", "township"}


def test_a_township_reads_its_own(people, acts):
    assert seen(people[Role.TOWNSHIP_CLERK], acts) == {"east", "township"}


def test_a_village_reads_its_own(people, acts):
    assert seen(people[Role.FIRST_SECRETARY], acts) == {"east"}


@pytest.mark.parametrize("role", [Role.SYSTEM_ADMIN, Role.API_CLIENT, Role.REVIEWER])
def test_others_read_only_what_they_did(people, acts, role):
    assert seen(people[role], acts) == set()


def test_everybody_reads_his_own_acts(people, acts):
    assert seen(people[Role.SECURITY_ADMIN], acts) == {"account"}


def test_an_entry_outside_is_not_found(people, acts, client_as):
    client = client_as(people[Role.TOWNSHIP_CLERK])

    def status(name):
        key = f"{acts[name].chain}-{acts[name].number}"
        return client.get(reverse("accounts:trail_entry", args=[key])).status_code

    assert status("east") == 200
    assert [status(name) for name in ("willow", "foreign", "account", "nowhere")] == [404] * 4
    assert client.get(reverse("accounts:trail_entry", args=["nonsense"])).status_code == 404
    assert client.get(reverse("accounts:trail_entry", args=["999901-99999"])).status_code == 404


def test_an_entry_shows_before_after_origin_and_seal(people, acts, client_as):
    entry = acts["east"]
    client = client_as(people[Role.AUDIT_ADMIN])

    page = client.get(reverse("accounts:trail_entry", args=[f"{entry.chain}-{entry.number}"]))

    text = page.content.decode()
    assert all(words in text for words in ("旧村", "名称", entry.digest, entry.actor_name))


def test_the_list_speaks_sentences(people, acts, client_as):
    client = client_as(people[Role.AUDIT_ADMIN])

    text = client.get(reverse("accounts:audit")).content.decode()

    assert escape(sentence(acts["east"])) in text
    assert acts["east"].action not in text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("group=user", {"account"}),
        ("township=999901101", {"willow"}),
        ("until=2000-01-01", set()),
        ("since=2000-01-01&group=township", {"township"}),
        ("who=不存在", set()),
    ],
)
def test_the_list_filters(people, acts, client_as, query, expected):
    client = client_as(people[Role.AUDIT_ADMIN])

    text = client.get(f"{reverse('accounts:audit')}?{query}").content.decode()

    shown = {
        name
        for name, entry in acts.items()
        if reverse("accounts:trail_entry", args=[f"{entry.chain}-{entry.number}"]) in text
    }
    assert shown == expected


def test_the_export_is_itself_traced(people, acts, client_as):
    client = client_as(people[Role.AUDIT_ADMIN])

    answer = client.get(f"{reverse('accounts:audit')}?format=csv")

    assert answer.status_code == 200
    assert AuditEntry.objects.filter(action="list.exported").exists()


def test_a_look_checks_the_auditors_chains_and_is_traced(people, acts, client_as):
    auditor = people[Role.AUDIT_ADMIN]
    assert {head.chain for head in heads_for(auditor)} == {"999901", "main"}

    page = client_as(auditor).post(reverse("accounts:audit_verify"))

    assert "没有发现改动或缺失" in page.content.decode()
    entry = AuditEntry.objects.get(action="audit.verified")
    assert entry.after["findings"] == 0
    assert look(auditor).findings == []


def test_nobody_else_starts_a_look(people, client_as):
    for role in set(Role) - {Role.AUDIT_ADMIN}:
        assert client_as(people[role]).post(reverse("accounts:audit_verify")).status_code == 403


def test_the_auditor_of_another_county_reads_nothing_of_this_one(acts):
    foreign = UserFactory(role=Role.AUDIT_ADMIN, home_code="999902")

    assert seen(foreign, acts) == {"foreign", "nowhere"}


def test_every_act_on_people_is_traced_with_its_county(people):
    security = people[Role.SECURITY_ADMIN]
    clerk = people[Role.TOWNSHIP_CLERK]

    users.update_account(subject=clerk, by=security, name="新名", unit_name="", version=1)
    users.disable_account(subject=clerk, by=security, reason="调离")

    rows = AuditEntry.objects.filter(object_key=clerk.uid)
    assert set(rows.values_list("county_code", flat=True)) == {"999901"}
    assert {"user.updated", "user.disabled"} <= set(rows.values_list("action", flat=True))


def test_the_trail_asks_a_fixed_number_of_questions(
    people, acts, client_as, django_assert_max_num_queries
):
    client = client_as(people[Role.AUDIT_ADMIN])
    for number in range(40):
        record("village.renamed", Village.objects.all()[0], by=COMMAND_LINE, after={"n": number})
    client.get(reverse("accounts:audit"))

    with django_assert_max_num_queries(10):
        client.get(reverse("accounts:audit"))
