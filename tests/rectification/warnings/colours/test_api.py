"""`warnings` and `township-colours`: the same as the pages and the figures."""

from collections import Counter
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jsonschema import validate

from rectification.warnings.api.fields import row_schema
from rectification.warnings.api.townships import TownshipColours
from rectification.warnings.figures import colours
from rectification.warnings.models import VillageWarning
from rectification.warnings.rules_in_force import Rules
from tests import factories
from tests.rectification.warnings.colours.judged import (
    COUNTY,
    FAR,
    HE,
    LI,
    MIXED,
    OCTOBER,
    SEPTEMBER,
    judge,
    made_public,
    sound,
    vacant,
)
from villages.accounts.choices import Role
from villages.jobs.models import Job
from villages.models import County, Village
from villages.rest import shapes

LIST = "/api/v1/warnings/"


def _rows(client: Client, **query: Any) -> list[dict[str, Any]]:
    response = client.get(LIST, query)
    assert response.status_code == 200, response.content
    found: list[dict[str, Any]] = response.json()["results"]
    return found


def test_one_row_for_each_village_of_a_month(mixed: Rules, county_client: Client) -> None:
    rows = _rows(county_client, period="2026-10")
    figures = colours(_staff().territory, COUNTY, OCTOBER)

    assert {row["village"]: row["colour"] for row in rows} == {
        code: one.colour for code, one in figures.by_village.items()
    }
    assert Counter(row["colour"] for row in rows) == Counter(figures.counts)


def _staff() -> Any:
    return factories.UserFactory(role=Role.COUNTY_STAFF, home_code=COUNTY)


def test_a_red_village_says_why(mixed: Rules, county_client: Client) -> None:
    rows = _rows(county_client, period="2026-10", colour="red")

    one = next(row for row in rows if row["village"] == LI)
    first = one["reasons"][0]
    assert (one["red_months"], one["township"], one["rule_set"]) == (1, LI[:9], "青原县预警规则")
    assert first == {
        "rule": "W01", "title": "书记空缺", "level": "red", "label": "空缺天数", "value": "91",
        "threshold": "90", "margin": "1", "unit": "天", "held": None, "waiting": False,
        "rule_set": "青原县预警规则", "ledgers": ["tenures"], "sentence": first["sentence"],
    }  # fmt: skip
    assert first["sentence"].startswith(
        "书记空缺 91 天;空缺天数 91 天,标准为超过 90 天,相差 1 天(W01,"
    )


def test_the_api_says_the_sentences_of_the_page(mixed: Rules, county_client: Client) -> None:
    page = county_client.get(f"/warnings/village/{LI}/2026-10/")
    told = county_client.get(f"{LIST}2026-10/{LI}/").json()

    shown = [one.sentence for one, *_rest in page.context["reasons"]]
    assert [one["sentence"] for one in told["reasons"] if one["level"] != "unknown"] == shown
    assert told["digest"] == page.context["warning"].digest


def test_the_whole_receipt_replays(mixed: Rules, county_client: Client) -> None:
    told = county_client.get(f"{LIST}2026-10/{LI}/").json()
    stored = VillageWarning.objects.get(village__code=LI)

    assert (told["replay_equal"], told["untouched"]) == (True, True)
    assert told["facts"] == stored.facts
    assert any(one["rule"] == "W01" and one["to_colour"] == "yellow" for one in told["distances"])
    assert county_client.get(f"{LIST}{stored.uid}/").json() == told


def test_a_receipt_outside_the_territory_is_not_there(
    mixed: Rules, township_client: Client
) -> None:
    assert {row["village"][:9] for row in _rows(township_client)} == {LI[:9]}
    assert township_client.get(f"{LIST}2026-10/{FAR}/").status_code == 404
    assert township_client.get(f"{LIST}2026-03/{LI}/").status_code == 404


def test_unpublished_colours_are_kept_from_county_leaders(rules: Rules, people: Any) -> None:
    judge(rules)
    leader = factories.signed_in(people[Role.COUNTY_LEADER])

    early = {row["village"] for row in _rows(leader)}
    missing = leader.get(f"{LIST}2026-10/{LI}/").status_code
    made_public()

    assert (len(early), missing) == (2, 404)
    assert len(_rows(leader)) == len(MIXED)


def test_pages_follow_and_unchanged_answers_are_304(mixed: Rules, county_client: Client) -> None:
    first = county_client.get(LIST, {"period": "2026-10", "limit": 2})
    second = county_client.get(first.json()["next"])

    again = county_client.get(LIST, {"period": "2026-10", "limit": 2},
                              headers={"If-None-Match": first.headers["ETag"]})  # fmt: skip

    assert again.status_code == 304
    codes = [row["village"] for row in (*first.json()["results"], *second.json()["results"])]
    assert codes == sorted(MIXED)[:4]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "jsonl"])
def test_all_rows_come_as_a_file(mixed: Rules, county_client: Client, kind: str) -> None:
    response = county_client.get(LIST, {"period": "2026-10", "format": kind})

    assert response.status_code == 200
    if kind == "csv":
        assert "书记空缺 91 天" in response.content.decode("utf-8-sig")


def test_fields_may_be_left_out(mixed: Rules, county_client: Client) -> None:
    rows = _rows(county_client, fields="village,colour")
    brief = _rows(county_client, fields="village,reasons")

    assert set(rows[0]) == {"village", "colour"}
    assert all(isinstance(one["reasons"], list) for one in brief)


def test_more_villages_cost_no_more_queries(rules: Rules, county_client: Client) -> None:
    judge(rules, {LI: vacant(91), HE: vacant(31)})
    made_public()
    county_client.get(LIST)
    few = _queries(county_client, LIST)
    town = Village.objects.get(code=LI).township
    new = {f"{town.code}{number}": vacant(95) for number in range(300, 320)}
    for code in new:
        factories.VillageFactory(township=town, code=code)
    judge(rules, {LI: vacant(91), HE: vacant(31), **new})
    made_public()

    assert len(_rows(county_client)) == 22
    assert _queries(county_client, LIST) == few


def _queries(client: Client, path: str) -> int:
    """The fewer of two: what is remembered for some seconds may just have run out."""
    return min(_asked(client, path), _asked(client, path))


def _asked(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_townships_are_those_of_the_page(rules: Rules, county_client: Client) -> None:
    judge(rules, {**MIXED, LI: sound()}, month=SEPTEMBER)
    judge(rules)

    told = county_client.get("/api/v1/township-colours/").json()
    page = county_client.get("/warnings/townships/2026-10/")

    assert (told["period"], told["interview_months"], told["bulletin_months"]) == ("2026-10", 2, 3)
    shown = {one.found.code: one.found for one in page.context["found"].townships}
    assert [(one["township"], one["colour"], one["months_in_row"]) for one in told["results"]] == [
        (code, one.colour, one.row) for code, one in shown.items()
    ]
    assert told["results"][0] == {
        "township": "999901001", "township_name": told["results"][0]["township_name"],
        "colour": "red", "months_in_row": 1, "villages": 3, "red": 1, "yellow": 1, "green": 1,
        "grey": 0, "red_share": "33.33", "interview": 0, "bulletin": 0,
    }  # fmt: skip
    old = county_client.get("/api/v1/township-colours/", {"period": "2026-09"}).json()
    assert old["results"][0]["colour"] == "green"


def test_a_program_asks_for_an_evaluation(county: County, people: Any) -> None:
    api = factories.signed_in(people[Role.API_CLIENT])

    response = api.post(f"{LIST}evaluate/", {"period": "2026-10"}, "application/json")

    job = Job.objects.get()
    assert response.status_code == 202
    assert response.json() == {
        "job": job.uid, "period": "2026-10", "county": COUNTY, "state": "queued",
    }  # fmt: skip
    assert response.headers["Location"] == f"/api/v1/jobs/{job.uid}/"


@pytest.mark.parametrize(
    ("body", "status"),
    [({"period": "2026-12"}, 409), ({}, 400), ({"period": "2026-10", "county": "999902"}, 404),
     ({"period": "2026Q4"}, 400)],
)  # fmt: skip
def test_bad_orders_are_refused(
    county: County, other_county: County, county_client: Client, body: Any, status: int
) -> None:
    answer = county_client.post(f"{LIST}evaluate/", body, "application/json")

    assert answer.status_code == status
    assert not Job.objects.exists()


def test_a_township_cannot_ask(county: County, township_client: Client) -> None:
    answer = township_client.post(f"{LIST}evaluate/", {"period": "2026-10"}, "application/json")

    assert answer.status_code == 403


def test_answers_keep_to_their_description(mixed: Rules, county_client: Client) -> None:
    whole = county_client.get(f"{LIST}2026-10/{LI}/").json()
    towns = county_client.get("/api/v1/township-colours/").json()

    validate(county_client.get(LIST).json(), shapes.page(row_schema()))
    validate(whole, row_schema(whole=True))
    validate(towns, TownshipColours.operations["get"].schema or {})
