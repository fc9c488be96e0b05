"""One shape for every refusal."""

import json

import pytest
from django.db import IntegrityError
from django.test import Client

from tests import factories
from villages.accounts.choices import Role
from villages.api import Villages
from villages.common.errors import DomainError
from villages.rest.problem_kinds import KINDS

MEMBERS = {"type", "title", "status", "detail", "instance", "request_id", "code", "errors"}


def is_problem(response, status, code=None):
    body = response.json()
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert set(body) >= MEMBERS
    assert body["status"] == status
    assert body["request_id"] == response["X-Request-ID"]
    assert body["type"] == f"/api/v1/problems/{body['code']}/"
    assert code is None or body["code"] == code
    return body


@pytest.mark.parametrize(
    "path", ["nothing/", "villages/12/", "villages/999901101299/", "", "x/y/z"]
)
def test_what_is_not_there(county_program, path):
    is_problem(county_program.get(path), 404, "not_found")


@pytest.mark.parametrize(
    "path", ["villages/", "me/", "tokens/", "meta/enums/", "villages/999901101200/profile/"]
)
def test_a_stranger_is_told_how_to_identify_himself(db, path):
    response = Client().get(f"/api/v1/{path}")

    is_problem(response, 401, "not_authenticated")
    assert response["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("secret", ["vpb_" + "0" * 64, "x", "vpb_", "a b", "é"])
def test_a_wrong_token_is_refused_without_saying_why(db, secret):
    response = Client().get("/api/v1/me/", HTTP_AUTHORIZATION=f"Bearer {secret}")

    is_problem(response, 401, "invalid_token")
    assert 'error="invalid_token"' in response["WWW-Authenticate"]


def test_a_method_that_is_not_offered(county_program, county):
    for method in ("put", "patch", "delete", "post", "options"):
        response = getattr(county_program, method)("villages/999901101200/")

        is_problem(response, 405, "method_not_allowed")
        assert "GET" in response["Allow"]


def test_a_format_that_is_not_offered(county_program, county):
    response = county_program.get("villages/999901101200/", headers={"Accept": "image/png"})

    is_problem(response, 406, "not_acceptable")


def test_a_body_of_another_kind(county_program):
    response = county_program.post("tokens/", {"name": "x"}, content_type="text/plain")

    is_problem(response, 415, "unsupported_media_type")


@pytest.mark.parametrize("body", ["{", "", "[1", "NaN", '"\\ud800"', '{"a":' * 2000])
def test_a_body_that_is_no_json(county_program, body):
    is_problem(county_program.post("tokens/", body), 400)


@pytest.mark.parametrize("body", ["[]", "null", '"text"', "5"])
def test_a_body_that_is_no_object(county_program, body):
    is_problem(county_program.post("tokens/", body), 400, "invalid_body")


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/name"),
        ({"name": 5}, "/name"),
        ({"name": "x", "days": "90"}, "/days"),
        ({"name": "x", "days": 0}, "/days"),
        ({"name": "x", "days": 366}, "/days"),
        ({"name": "x", "read_only": "yes"}, "/read_only"),
        ({"name": "x", "unit_codes": ["12345"]}, "/unit_codes/0"),
        ({"name": "x", "networks": ["300.1.1.1"]}, "/networks/0"),
        ({"name": "x", "colour/~x": 1}, "/colour~1~0x"),
    ],
)
def test_a_wrong_member_is_pointed_at(county_program, body, pointer):
    problem = is_problem(county_program.post("tokens/", json.dumps(body)), 400, "invalid_body")

    assert pointer in [error["pointer"] for error in problem["errors"]]
    assert all(error["code"] and error["detail"] for error in problem["errors"])


def test_a_browser_write_without_its_form_token(people):
    client = Client(enforce_csrf_checks=True)
    client.force_login(people[Role.COUNTY_STAFF])

    response = client.post("/api/v1/tokens/", "{}", content_type="application/json")

    is_problem(response, 403, "csrf_failed")


def test_the_reader_chooses_the_language(county_program):
    chinese = county_program.get("nothing/").json()
    english = county_program.get("nothing/", headers={"Accept-Language": "en-GB,en;q=0.8"}).json()

    assert chinese["title"] == "没有找到"
    assert english["title"] == "Not found"


def test_a_rule_that_refuses_says_its_code_and_hint(county_program, monkeypatch):
    def refuse(self, request):
        raise DomainError("month_closed", "2026年9月已封账。", "请提交更正。")

    monkeypatch.setattr(Villages, "rows", refuse)

    problem = is_problem(county_program.get("villages/"), 409, "refused")

    assert (problem["reason"], problem["hint"]) == ("month_closed", "请提交更正。")


def test_a_row_that_exists_already(county_program, monkeypatch):
    def collide(self, request):
        raise IntegrityError("duplicate")

    monkeypatch.setattr(Villages, "rows", collide)

    is_problem(county_program.get("villages/"), 409, "conflict")


def test_an_error_of_ours_is_a_problem_without_details(county_program, monkeypatch):
    def break_down(self, request):
        raise RuntimeError("secret detail")

    monkeypatch.setattr(Villages, "rows", break_down)
    county_program.client.raise_request_exception = False

    response = county_program.get("villages/")

    is_problem(response, 500, "server_error")
    assert b"secret detail" not in response.content


@pytest.mark.parametrize("name", ["token", "access_token", "API_KEY"])
def test_a_token_in_the_address_is_refused(county_program, name):
    response = county_program.get(f"villages/?{name}=anything")

    is_problem(response, 400, "token_in_address")
    assert b"anything" not in response.content


def test_a_token_under_any_name_is_refused_in_the_address(county_program):
    response = county_program.get(f"villages/?q={county_program.secret}")

    is_problem(response, 400, "token_in_address")
    assert county_program.secret.encode() not in response.content


def test_every_kind_of_problem_has_its_page(client, db):
    for code in KINDS:
        response = client.get(f"/api/v1/problems/{code}/")

        assert response.status_code == 200
        assert KINDS[code].advice.zh in response.content.decode()
    is_problem(client.get("/api/v1/problems/none-such/"), 404)


def test_only_people_of_the_place_may_write_figures(make_program, people):
    program = make_program(people[Role.FIRST_SECRETARY])

    response = program.post("villages/999901001200/profile/", "{}", headers={"If-Match": "*"})

    is_problem(response, 403, "permission_denied")


def test_administrators_read_no_figures(people):
    client = factories.signed_in(people[Role.AUDIT_ADMIN])

    problem = is_problem(client.get("/api/v1/villages/999901001200/profile/"), 403)

    assert "三员" in problem["detail"]
