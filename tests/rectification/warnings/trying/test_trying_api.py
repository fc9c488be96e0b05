"""Trials and the early warning for programs: the same as on the pages."""

from typing import Any

import pytest
from django.test import Client

from rectification.states import CaseStatus
from rectification.warnings.models import VillageWarning
from tests import factories
from tests.rectification import situations
from tests.rectification.warnings.trying import history
from villages.accounts.choices import Role
from villages.common.periods import Month
from villages.models import County, Village

OVER = history.months(Month(2026, 10), 4)
CODE = "999901001200"
TRY = "/api/v1/warnings/simulate/"


@pytest.fixture
def client(county: County) -> Client:
    """The county's organization department, four months of one village stored."""
    history.store([Village.objects.get(code=CODE)], OVER)
    signed_in = Client()
    signed_in.force_login(factories.UserFactory(role=Role.COUNTY_STAFF, at="999901"))
    return signed_in


def _tried(client: Client, **said: Any) -> tuple[int, dict[str, Any]]:
    answer = client.post(TRY, said, content_type="application/json")
    return answer.status_code, answer.json()


def test_a_rule_with_other_numbers(client: Client) -> None:
    VillageWarning.objects.update(
        facts={"months": 10, "operating_fen": 12_000_000, "operating_before_fen": 0},
        colour="green", reasons=[], standing=None,
    )  # fmt: skip

    code, told = _tried(client, rule="W22", numbers={"red_wan": 20, "first_month": 1})

    assert (code, told["receipts"]) == (200, 4)
    assert [one["after_red"] for one in told["months"]] == [1, 1, 1, 1]
    assert told["changed"][0]["before"] == "green" and told["changed"][0]["months"] == 4
    assert VillageWarning.objects.filter(colour="green").count() == 4


@pytest.mark.parametrize(
    ("said", "code", "what"),
    [
        ({}, 400, "trial_choice"),
        ({"rule": "W22", "draft": "0" * 32}, 400, "trial_choice"),
        ({"draft": "0" * 32}, 404, "not_found"),
        ({"rule": "W99"}, 400, "trial_rule_unknown"),
        ({"rule": "W22", "numbers": {"red": 1}}, 400, "trial_number_unknown"),
        ({"rule": "W22", "numbers": {"red_wan": "5"}}, 400, "trial_number_wrong"),
        ({"rule": "W22", "first": "2026-10", "last": "2026-01"}, 400, "invalid"),
        ({"rule": "W22", "unit": "999902"}, 404, "not_found"),
    ],
)
def test_what_cannot_be_tried(client: Client, said: dict[str, Any], code: int, what: str) -> None:
    status, told = _tried(client, **said)

    found = told["errors"][0]["code"] if told.get("errors") else told["code"]
    assert (status, found) == (code, what)
    assert all(one["pointer"] in {"/rule", "/numbers", "/last"} for one in told.get("errors", []))


def test_scores_and_their_test(client: Client) -> None:
    situations.case_in(CODE, CaseStatus.CLOSED)

    scores = client.get("/api/v1/relapse-scores/").json()
    tested = client.get("/api/v1/relapse-test/").json()

    assert (scores["period"], [one["village"] for one in scores["results"]]) == ("2026-10", [CODE])
    assert scores["results"][0]["secretary_points"] is None
    assert tested["cut_off"] == 50 and len(tested["results"]) == 1
    assert client.get("/api/v1/relapse-test/", {"unit": "999902"}).status_code == 404
