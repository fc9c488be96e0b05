"""Lists of filings, what is asked, how far the townships are, and a reviewer's steps."""

import json
from typing import Any

import pytest

from tests.villages.filings.api.conftest import pointers, put
from tests.villages.filings.memory import HELD, RENT, VISITS
from tests.villages.rest.conftest import Program
from villages.filings.models import Filing
from villages.models import County

pytestmark = pytest.mark.django_db
ALL = {VISITS.key: 12, RENT.key: "35000.50", HELD.key: True}


def step(program: Program, verb: str, tag: str = "*", **body: Any) -> Any:
    uid = Filing.objects.get().uid
    headers = {"If-Match": tag} if tag else {}
    return program.post(f"filings/{uid}/{verb}/", json.dumps(body), headers=headers)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 2),
        ("?period=2026-10", 2),
        ("?period=2026-09", 0),
        ("?state=submitted", 1),
        ("?is_late=true", 1),
        ("?township=999901999", 0),
    ],
)
def test_filings_are_narrowed(system: Program, codes: list[str], query: str, count: int) -> None:
    put(system, codes[0], values=ALL, submit=True)
    put(system, codes[1], values=ALL)

    rows = system.get(f"filings/{query}").json()["results"]

    assert len(rows) == count


def test_inputs_say_everything_that_a_program_must_know(system: Program, county: County) -> None:
    body = system.get(f"filing-inputs/?period=2026-10&unit={county.code}").json()

    assert [one["key"] for one in body["results"]] == [VISITS.key, RENT.key, HELD.key]
    assert body["results"][1] == {
        "key": RENT.key, "label": "租金收入", "unit": "元", "kind": "yuan",
        "definition": "一月至本月累计到账租金", "basis": "", "owner": "县农业农村局",
        "cumulative": True, "choices": [],
    }  # fmt: skip


def test_progress_counts_and_names_the_silent(
    system: Program, county: County, codes: list[str]
) -> None:
    put(system, codes[0], values=ALL, submit=True)

    body = system.get(f"filings/progress/?period=2026-10&unit={county.code}").json()

    near = body["results"][0]
    assert (near["expected"], near["late"], near["waiting"]) == (3, 1, 2)
    assert near["silent"] == codes[1:]
    assert (body["on_time"]["numerator"], body["on_time"]["denominator"]) == (0, 5)


def test_a_reviewer_accepts_late_with_a_reason(
    system: Program, reviewer: Program, codes: list[str]
) -> None:
    put(system, codes[0], values=ALL, submit=True)

    refused = step(reviewer, "accept")
    taken = step(reviewer, "accept", late_reason="洪水断网")

    assert (refused.status_code, pointers(refused)) == (400, {"/late_reason": "late_reason_needed"})
    assert (taken.status_code, taken.json()["state"]) == (200, "accepted")


def test_a_reviewer_sends_back_at_two_values(
    system: Program, reviewer: Program, codes: list[str]
) -> None:
    put(system, codes[0], values=ALL, submit=True)
    wrong = [{"input": RENT.key, "reason": "unit"}, {"reason": "other", "words": "缺附件"}]

    answer = step(reviewer, "return", objections=wrong)
    seen = system.get(f"villages/{codes[0]}/filings/2026-10/").json()

    assert (answer.status_code, answer.json()["state"]) == (200, "returned")
    assert (seen["returned"], seen["values"][1]["returned"]) == (
        "其他缺附件", "单位或位数可能有误",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("objections", "pointer"),
    [
        ([], "/objections"),
        ([{"reason": "nothing"}], "/objections/0/reason"),
        ([{"input": RENT.key}], "/objections/0/reason"),
    ],
)
def test_a_return_without_a_reason_is_pointed_at(
    system: Program, reviewer: Program, codes: list[str], objections: list[Any], pointer: str
) -> None:
    put(system, codes[0], values=ALL, submit=True)

    answer = step(reviewer, "return", objections=objections)

    assert (answer.status_code, list(pointers(answer))) == (400, [pointer])


def test_the_sender_withdraws_but_does_not_accept(system: Program, codes: list[str]) -> None:
    put(system, codes[0], values=ALL, submit=True)

    assert step(system, "accept").status_code == 403
    assert step(system, "withdraw").json()["state"] == "draft"


@pytest.mark.parametrize(("tag", "status"), [("", 428), ('"v1-abc"', 412)])
def test_steps_need_the_version_that_was_read(
    system: Program, reviewer: Program, codes: list[str], tag: str, status: int
) -> None:
    put(system, codes[0], values=ALL, submit=True)

    assert step(reviewer, "accept", tag, late_reason="断网").status_code == status
