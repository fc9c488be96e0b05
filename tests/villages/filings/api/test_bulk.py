"""Many villages in one request."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.villages.filings.api.conftest import bulk, pointers
from tests.villages.filings.memory import HELD, RENT, VISITS, Memory
from tests.villages.rest.conftest import Program
from villages.filings.models import Filing, FilingReceipt
from villages.models import County, Village

pytestmark = pytest.mark.django_db
ALL = {VISITS.key: 12, RENT.key: "35000.50", HELD.key: True}


def results(answer: Any) -> list[str]:
    return [one["result"] for one in answer.json()["results"]]


def everywhere(county: County) -> list[dict[str, Any]]:
    rows = Village.objects.filter(county_code=county.code).order_by("code")
    return [{"village": code, "values": ALL} for code in rows.values_list("code", flat=True)]


def test_a_county_is_handed_in_with_a_receipt_for_each_township(
    system: Program, county: County
) -> None:
    rows = everywhere(county)

    answer = bulk(system, *rows, submit=True)

    assert answer.status_code == 200
    assert set(results(answer)) == {"submitted"}
    townships = {row["village"][:9] for row in rows}
    assert FilingReceipt.objects.count() == len(townships) == 2
    assert Filing.objects.filter(state="submitted").count() == len(rows)


def test_pushing_the_same_again_changes_nothing(system: Program, county: County) -> None:
    rows = everywhere(county)
    bulk(system, *rows, submit=True)

    again = bulk(system, *rows, submit=True)

    assert set(results(again)) == {"unchanged"}
    assert FilingReceipt.objects.count() == 2


def test_good_rows_are_taken_and_others_say_why(
    system: Program, codes: list[str], other_county: County
) -> None:
    foreign = Village.objects.filter(county_code=other_county.code).first()

    answer = bulk(
        system,
        {"village": codes[0], "values": ALL},
        {"village": codes[1], "values": {VISITS.key: "许多"}},
        {"village": foreign.code, "values": {}},
        {"village": codes[0], "values": ALL},
        "nothing",
        {"village": codes[2], "values": {}, "extra": 1},
        submit=True,
    )

    assert results(answer) == ["submitted", *["refused"] * 5]
    errors = [one["errors"][0] for one in answer.json()["results"][1:]]
    assert [one["code"] for one in errors] == [
        "invalid", "village_unknown", "twin", "invalid", "unknown",
    ]  # fmt: skip
    assert errors[0]["pointer"] == f"/rows/1/values/{VISITS.key}"
    assert Filing.objects.count() == 1


def test_odd_rows_are_refused_alone(system: Program, codes: list[str], asked: Memory) -> None:
    asked.rows[Village.objects.get(code=codes[1]).pk, 202609] = {RENT.key: 350}

    answer = bulk(system, *({"village": code, "values": ALL} for code in codes), submit=True)

    assert results(answer) == ["submitted", "refused", "submitted"]
    assert answer.json()["results"][1]["errors"][0]["pointer"] == f"/rows/1/notes/{RENT.key}"
    assert FilingReceipt.objects.get().villages == 2


def test_atomic_takes_all_or_nothing(system: Program, codes: list[str]) -> None:
    wrong = {"village": codes[1], "values": {VISITS.key: "许多"}}

    answer = bulk(system, {"village": codes[0], "values": ALL}, wrong, mode="atomic")

    assert (answer.status_code, pointers(answer)) == (
        400, {f"/rows/1/values/{VISITS.key}": "invalid"}
    )  # fmt: skip
    assert not Filing.objects.exists()


def test_a_village_that_was_begun_needs_its_version(system: Program, codes: list[str]) -> None:
    first = bulk(system, {"village": codes[0], "values": {VISITS.key: 1}})
    version = first.json()["results"][0]["version"]

    blind = bulk(system, {"village": codes[0], "values": {VISITS.key: 2}})
    named = bulk(system, {"village": codes[0], "values": {VISITS.key: 2}, "version": version})
    stale = bulk(system, {"village": codes[0], "values": {VISITS.key: 3}, "version": version})

    assert [results(one) for one in (first, blind, named, stale)] == [
        ["saved"], ["refused"], ["saved"], ["refused"],
    ]  # fmt: skip
    assert blind.json()["results"][0]["errors"][0]["code"] == "version_required"
    assert stale.json()["results"][0]["errors"][0]["code"] == "version_changed"


def test_statements_do_not_grow_with_villages(system: Program, codes: list[str]) -> None:
    def statements(*chosen: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            bulk(system, *({"village": code, "values": ALL} for code in chosen), submit=True)
        return len(seen)

    one = statements(codes[0])

    assert statements(*codes[1:]) <= one


def test_a_month_to_come_takes_nothing(system: Program, codes: list[str]) -> None:
    answer = bulk(system, {"village": codes[0], "values": ALL}, period="2099-12")

    assert (answer.status_code, answer.json()["reason"]) == (409, "month_ahead")
    assert not Filing.objects.exists()
