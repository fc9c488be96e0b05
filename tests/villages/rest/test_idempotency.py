"""A POST that is sent twice acts once."""

import json
from datetime import timedelta

import pytest

from villages.accounts.models import ApiToken
from villages.common import clock
from villages.models import VillageProfile
from villages.rest.idempotency import forget_old
from villages.rest.models import IdempotencyRecord

PROFILE = "villages/999901101200/profile/"
KEY = {"Idempotency-Key": "0d2c7f0e-7a52"}


@pytest.fixture
def send(county_program, county):
    """Posts figures of one village under one key."""

    def post(people_there=1000, **headers):
        body = json.dumps({"as_of": "2026-10-31", "population": people_there})
        return county_program.post(PROFILE, body, headers={"If-Match": "*", **KEY, **headers})

    return post


def test_the_second_one_gets_the_first_answer(send):
    first, second = send(), send()

    assert first.status_code == second.status_code == 201
    assert second.content == first.content
    assert second["ETag"] == first["ETag"]
    assert second["Location"] == first["Location"]
    assert second["Idempotency-Replayed"] == "true"
    assert VillageProfile.objects.get(as_of="2026-10-31").village.version == 2


def test_quotes_around_the_key_do_not_matter(send):
    send()

    assert send(**{"Idempotency-Key": '"0d2c7f0e-7a52"'})["Idempotency-Replayed"] == "true"


def test_the_same_key_for_something_else_is_refused(send):
    send()

    response = send(people_there=7)

    assert response.status_code == 422
    assert response.json()["code"] == "idempotency_key_reused"


def test_a_request_that_still_runs_is_waited_for(send):
    send()
    IdempotencyRecord.objects.update(status=None)

    response = send()

    assert response.status_code == 409
    assert response.json()["code"] == "idempotency_in_progress"
    assert response["Retry-After"] == "5"


def test_a_request_that_died_is_run_again(send):
    send()
    died = clock.instant() - timedelta(minutes=2)
    IdempotencyRecord.objects.update(status=None, begun_at=died)

    response = send()

    assert response.status_code == 201
    assert "Idempotency-Replayed" not in response


def test_a_refusal_is_not_kept(county_program, county):
    headers = {"If-Match": "*", **KEY}
    refused = county_program.post(PROFILE, json.dumps({"as_of": "?"}), headers=headers)

    corrected = county_program.post(PROFILE, json.dumps({"as_of": "2026-10-31"}), headers=headers)

    assert refused.status_code == 400
    assert corrected.status_code == 201


def test_after_two_days_the_key_is_free(send):
    send()
    IdempotencyRecord.objects.update(begun_at=clock.instant() - timedelta(hours=49))

    assert send(people_there=7).status_code == 201


@pytest.mark.parametrize("key", ["short", "has space in it", "x" * 201, "schlüssel-schlüssel"])
def test_a_key_must_be_a_key(send, key):
    assert send(**{"Idempotency-Key": key.encode("latin-1").decode("latin-1")}).status_code == 400


def test_a_repeated_token_request_makes_one_token_and_hides_its_secret(county_program):
    first = county_program.post("tokens/", json.dumps({"name": "x"}), headers=KEY)
    second = county_program.post("tokens/", json.dumps({"name": "x"}), headers=KEY)

    assert second.json() == first.json() | {"token": None, "curl": None}
    assert ApiToken.objects.filter(name="x").count() == 1
    assert first.json()["token"].encode() not in bytes(IdempotencyRecord.objects.get().body)


def test_keys_of_two_people_do_not_meet(send, make_program, people):
    send()
    other = make_program(people["township_clerk"])

    body = json.dumps({"name": "x"})

    assert other.post("tokens/", body, headers=KEY).status_code == 201


def test_old_answers_are_removed_at_night(send):
    send()
    assert forget_old() == 0
    IdempotencyRecord.objects.update(begun_at=clock.instant() - timedelta(hours=49))

    assert forget_old() == 1
