"""ETags, conditional reads, writes that name their version."""

import json
from datetime import UTC, datetime

import pytest
from django.test import RequestFactory

from villages.accounts.models import User
from villages.models import Village, VillageProfile
from villages.rest.answers import respond

PROFILE = "villages/999901101200/profile/"


@pytest.mark.parametrize(
    "path", ["villages/", "villages/999901101200/", "me/", "meta/enums/", "meta/fields/", "tokens/"]
)
def test_an_unchanged_answer_is_not_sent_again(county_program, county, path):
    first = county_program.get(path)

    again = county_program.get(path, headers={"If-None-Match": first["ETag"]})
    weak = county_program.get(path, headers={"If-None-Match": f'W/{first["ETag"]}, "other"'})

    assert first.status_code == 200
    assert again.status_code == weak.status_code == 304
    assert not again.content
    assert again["ETag"] == first["ETag"]
    assert "Authorization" in again["Vary"]


def test_a_changed_row_changes_the_tag(county_program, county):
    before = county_program.get("villages/")["ETag"]
    Village.objects.filter(code="999901101200").update(name="李家村")

    assert county_program.get("villages/", headers={"If-None-Match": before}).status_code == 200


def test_a_write_without_a_version_is_refused(county_program, county):
    response = county_program.post(PROFILE, json.dumps({"as_of": "2026-10-31"}))

    assert response.status_code == 428
    assert response.json()["code"] == "precondition_required"


def test_a_write_on_an_old_version_is_refused(county_program, county):
    tag = county_program.get("villages/999901101200/")["ETag"]
    Village.objects.filter(code="999901101200").update(version=9)

    response = county_program.post(
        PROFILE, json.dumps({"as_of": "2026-10-31"}), headers={"If-Match": tag}
    )

    assert response.status_code == 412
    assert response["ETag"] == '"v9"'
    assert not VillageProfile.objects.filter(as_of="2026-10-31").exists()


def test_a_write_on_the_current_version_adds_a_dated_row(county_program, county):
    tag = county_program.get("villages/999901101200/")["ETag"]
    body = {"as_of": "2026-10-31", "households": 320, "population": 1100, "farmland_mu": "1234.50"}

    made = county_program.post(PROFILE, json.dumps(body), headers={"If-Match": tag})
    read = county_program.get(PROFILE)

    assert made.status_code == 201
    assert made["Location"].endswith("/profile/?on=2026-10-31")
    assert read.json() == made.json()
    assert read.json()["farmland_mu"] == "1234.50"
    assert read.json()["members"] is None
    assert read["ETag"].startswith('"v2-')
    assert read["ETag"] == made["ETag"]


def test_any_version_will_do_for_a_star(county_program, county):
    response = county_program.post(
        PROFILE, json.dumps({"as_of": "2026-10-31"}), headers={"If-Match": "*"}
    )

    assert response.status_code == 201


def test_changing_the_county_names_the_version_of_the_account(county_program, people):
    tag = county_program.get("me/")["ETag"]
    body = json.dumps({"current_county_code": "999901"})

    done = county_program.patch("me/", body, headers={"If-Match": tag})
    stale = county_program.patch("me/", body, headers={"If-Match": tag})

    assert done.status_code == 200
    assert done.json()["version"] == 2
    assert stale.status_code == 412
    assert User.objects.filter(current_county_code="999901", version=2).count() == 1


def test_a_foreign_county_is_no_choice(county_program, other_county):
    tag = county_program.get("me/")["ETag"]
    body = json.dumps({"current_county_code": "999902"})

    response = county_program.patch("me/", body, headers={"If-Match": tag})

    assert response.status_code == 409
    assert response.json()["reason"] == "county_foreign"


def test_the_figures_of_a_day_are_those_known_then(county_program, county):
    for day, people_there in (("2026-01-31", 900), ("2026-10-31", 1000)):
        body = json.dumps({"as_of": day, "population": people_there})
        county_program.post(PROFILE, body, headers={"If-Match": "*"})

    assert county_program.get(PROFILE).json()["population"] == 1000
    assert county_program.get(f"{PROFILE}?on=2026-06-30").json()["population"] == 900
    assert county_program.get(f"{PROFILE}?on=2025-06-30").status_code == 404


def test_an_answer_that_knows_its_last_change_says_so_and_is_not_sent_again():
    changed = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
    said = "Mon, 02 Nov 2026 08:00:00 GMT"

    first = respond(RequestFactory().get("/"), {"a": 1}, modified=changed)
    again = respond(
        RequestFactory().get("/", headers={"If-Modified-Since": said}), {"a": 1}, modified=changed
    )
    by_tag = respond(
        RequestFactory().get("/", headers={"If-Modified-Since": said, "If-None-Match": '"x"'}),
        {"a": 1},
        modified=changed,
    )

    assert first["Last-Modified"] == said
    assert (first.status_code, again.status_code, by_tag.status_code) == (200, 304, 200)


@pytest.mark.parametrize("tag", ["v1", "", '"abc"', 'W/"v1"', '"v1'])
def test_a_tag_that_was_never_given_is_refused(county_program, county, tag):
    body = json.dumps({"as_of": "2026-10-31"})

    response = county_program.post(PROFILE, body, headers={"If-Match": tag})

    assert response.status_code == 400
    assert response.json()["errors"][0]["parameter"] == "If-Match"
