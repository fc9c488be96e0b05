"""Tokens: kept as keyed hashes, limited in every direction, ended at once."""

import json
from datetime import timedelta

import pytest
from django.core import serializers
from django.test import Client

from tests.villages.rest import conftest
from villages.accounts.actions.tokens import revoke_tokens_of, rotate_token
from villages.accounts.choices import Role
from villages.accounts.models import ApiToken, Jurisdiction, User
from villages.common import clock
from villages.common.scope import Scope
from villages.trace.logs import scrub
from villages.trace.models import AuditEntry


@pytest.fixture
def staff(people):
    return people[Role.COUNTY_STAFF]


def the_token():
    return ApiToken.objects.get()


def test_the_database_holds_no_secret(county_program):
    county_program.get("me/")
    secret = county_program.secret

    dump = serializers.serialize("json", [*ApiToken.objects.all(), *AuditEntry.objects.all()])

    assert secret not in dump
    assert secret[15:] not in dump
    assert the_token().token_key == secret[:15]
    assert len(secret[15:]) * 4 >= 160


def test_another_pepper_opens_nothing(county_program, settings):
    settings.TOKEN_PEPPER = "another-pepper-altogether"

    assert county_program.get("me/").status_code == 401


@pytest.mark.parametrize(
    "change",
    [
        {
            "expiry": clock.instant() - timedelta(seconds=1),
            "created": clock.instant() - timedelta(days=2),
        },
        {"revoked_at": clock.instant()},
    ],
)
def test_a_token_that_is_over_opens_nothing(county_program, change):
    ApiToken.objects.update(**change)

    assert county_program.get("me/").status_code == 401


def test_a_disabled_account_has_no_tokens(county_program, staff):
    User.objects.filter(pk=staff.pk).update(is_active=False)

    assert county_program.get("me/").status_code == 401


def test_disabling_revokes_all_at_once(county_program, staff):
    count = revoke_tokens_of(user=staff, by=staff, reason="离任")

    assert count == 1
    assert county_program.get("me/").status_code == 401
    assert AuditEntry.objects.filter(action="token.all_revoked").count() == 1


def test_a_token_never_sets_a_cookie_and_needs_none(county_program, county):
    for path in ("villages/", "me/", "nothing/", "docs/", "problems/"):
        response = county_program.get(path)

        assert not response.cookies, path


def test_a_token_takes_precedence_over_a_session(people, make_program):
    program = make_program(people[Role.TOWNSHIP_CLERK])
    program.client.force_login(people[Role.COUNTY_STAFF])

    assert program.get("me/").json()["username"] == people[Role.TOWNSHIP_CLERK].username


def test_a_read_only_token_writes_nothing(make_program, staff):
    program = make_program(staff, read_only=True)

    response = program.post("tokens/", json.dumps({"name": "x"}))

    assert response.status_code == 403
    assert response.json()["code"] == "token_read_only"
    assert program.get("villages/").status_code == 200


def test_a_token_reaches_only_its_resources(make_program, staff):
    program = make_program(staff, resources=("villages",))

    assert program.get("villages/").status_code == 200
    assert program.get("me/").status_code == 200
    assert program.get("meta/fields/").status_code == 200
    assert program.get("townships/").json()["code"] == "token_scope"


def test_a_token_reaches_only_its_units(make_program, staff):
    program = make_program(staff, unit_codes=("999901101",))

    rows = program.get("villages/").json()["results"]

    assert {row["township"] for row in rows} == {"999901101"}
    assert program.get("villages/999901001200/").status_code == 404


def test_a_token_shrinks_with_its_owner(make_program, staff):
    program = make_program(staff, unit_codes=("999901101",))
    Jurisdiction.objects.filter(user=staff).update(unit_code="999901001")

    assert program.get("villages/").json()["results"] == []


@pytest.mark.parametrize(
    ("units", "owner", "left"),
    [
        ([], ["999901"], {"999901"}),
        (["999901101"], ["999901"], {"999901101"}),
        (["999901"], ["999901101"], {"999901101"}),
        (["999902"], ["999901"], set()),
        (["999901101", "999901001"], ["999901101"], {"999901101"}),
    ],
)
def test_a_token_narrows_a_territory_and_never_widens_it(units, owner, left):
    assert ApiToken(unit_codes=units).narrowed(Scope.of(owner)).codes == left


def test_a_token_cannot_be_wider_than_its_owner(county_program, other_county):
    response = county_program.post("tokens/", json.dumps({"name": "x", "unit_codes": ["999902"]}))

    assert response.status_code == 409
    assert response.json()["reason"] == "token_units"


def test_a_token_hands_on_no_more_than_it_has(make_program, staff):
    program = make_program(staff, unit_codes=("999901101",), resources=("tokens", "villages"))
    wider = {"name": "x", "resources": ["tokens"]}
    equal = {"name": "x", "resources": ["tokens"], "unit_codes": ["999901101200"]}

    assert program.post("tokens/", json.dumps(wider)).json()["reason"] == "token_wider"
    assert program.post("tokens/", json.dumps(equal)).status_code == 201


@pytest.mark.parametrize(
    ("network", "status"),
    [("127.0.0.0/8", 200), ("127.0.0.1", 200), ("192.0.2.0/24", 403), ("2001:db8::/32", 403)],
)
def test_a_token_is_accepted_from_its_networks_only(make_program, staff, network, status):
    assert make_program(staff, networks=(network,)).get("me/").status_code == status


def test_a_forged_proxy_header_changes_nothing(make_program, staff):
    program = make_program(staff, networks=("192.0.2.0/24",))

    response = program.get("me/", headers={"X-Forwarded-For": "192.0.2.7"})

    assert response.json()["code"] == "network_refused"


def test_the_last_use_is_kept_to_the_minute(county_program):
    county_program.get("me/")
    first = the_token().last_used_at

    county_program.get("me/")
    again = the_token().last_used_at
    ApiToken.objects.update(last_used_at=first - timedelta(minutes=2))
    county_program.get("me/")

    assert first == again
    assert the_token().last_used_at >= first
    assert the_token().last_used_from == "127.0.0.1"


def test_made_by_program_shown_once_listed_and_revoked(county_program):
    made = county_program.post("tokens/", json.dumps({"name": "报表", "days": 30}))
    secret, uid = made.json()["token"], made.json()["uid"]

    listed = county_program.get(f"tokens/{uid}/").json()
    gone = county_program.delete(f"tokens/{uid}/")

    assert made.status_code == 201
    assert made["Location"] == f"/api/v1/tokens/{uid}/"
    assert secret in made.json()["curl"]
    assert "token" not in listed
    assert gone.status_code == 204
    assert conftest.Program(secret).get("me/").status_code == 401
    assert set(AuditEntry.objects.values_list("action", flat=True)) >= {
        "token.created",
        "token.revoked",
    }


def test_tokens_of_others_are_not_found(county_program, make_program, people):
    make_program(people[Role.TOWNSHIP_CLERK])
    foreign = ApiToken.objects.get(user=people[Role.TOWNSHIP_CLERK])

    assert county_program.get(f"tokens/{foreign.uid}/").status_code == 404
    assert county_program.delete(f"tokens/{foreign.uid}/").status_code == 404


def test_a_replaced_token_works_for_another_day(county_program, staff):
    old = the_token()

    new, secret = rotate_token(token=old, by=staff)

    old.refresh_from_db()
    assert old.replaced_by == new
    assert old.expiry <= clock.instant() + timedelta(hours=24)
    assert county_program.get("me/").status_code == 200
    assert conftest.Program(secret).get("me/").status_code == 200


def test_guessing_is_slowed_down_without_hurting_a_good_token(county_program):
    wrong = Client(headers={"authorization": "Bearer vpb_" + "f" * 64})

    answers = [wrong.get("/api/v1/me/").status_code for _ in range(22)]

    assert answers[:20] == [401] * 20
    assert answers[20:] == [429] * 2
    assert county_program.get("me/").status_code == 200


def test_no_log_line_keeps_a_token(county_program):
    secret = county_program.secret

    lines = [scrub(f"GET /x?q={secret}"), scrub(f"Authorization: Bearer {secret}")]

    assert not any(secret[8:] in line for line in lines)
