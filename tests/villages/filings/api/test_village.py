"""One village's month by program."""

import pytest

from tests.villages.filings.api.conftest import address, pointers, put
from tests.villages.filings.memory import HELD, RENT, VISITS, Memory
from tests.villages.rest.conftest import Program, program_of
from villages.accounts.models import User
from villages.filings.actions.drafting import save_draft
from villages.filings.models import Filing, FilingReceipt
from villages.imports.actions.months import close_month
from villages.models import County, Village

pytestmark = pytest.mark.django_db
ALL = {VISITS.key: 12, RENT.key: "35000.50", HELD.key: True}


def pk_of(code: str) -> int:
    return Village.objects.get(code=code).pk


def test_a_county_system_files_with_its_token(
    system: Program, codes: list[str], asked: Memory
) -> None:
    answer = put(system, codes[0], values=ALL, submit=True)

    body = answer.json()
    assert (answer.status_code, body["state"], body["version"]) == (200, "submitted", 2)
    assert body["receipt"] == f"{codes[0][:9]}-202610-001"
    assert asked.rows[pk_of(codes[0]), 202610] == {
        VISITS.key: 12, RENT.key: 3_500_050, HELD.key: True,
    }  # fmt: skip
    assert FilingReceipt.objects.get().channel == "api"


def test_values_come_with_unit_mark_and_what_was_before(
    system: Program, codes: list[str], asked: Memory
) -> None:
    asked.rows[pk_of(codes[0]), 202609] = {VISITS.key: 9, RENT.key: 3_000_000}
    before = system.get(address(codes[0])).json()
    put(system, codes[0], values=ALL, submit=True)
    after = system.get(address(codes[0])).json()

    assert (before["state"], before["uid"], before["version"]) == (None, None, 0)
    rent = {one["key"]: one for one in after["values"]}[RENT.key]
    assert rent == {
        "key": RENT.key, "label": "租金收入", "unit": "元", "value": "35000.50",
        "last": "30000.00", "draft": None, "mark": "changed", "note": "", "returned": "",
    }  # fmt: skip


@pytest.mark.parametrize(("confirm", "landed"), [(False, None), (True, 9)])
def test_what_nobody_states_is_empty_unless_confirmed(
    system: Program, codes: list[str], asked: Memory, confirm: bool, landed: int | None
) -> None:
    asked.rows[pk_of(codes[0]), 202609] = {VISITS.key: 9}

    put(system, codes[0], values={HELD.key: True}, submit=True, confirm=confirm)

    assert asked.rows[pk_of(codes[0]), 202610].get(VISITS.key) == landed


def test_a_draft_is_kept_and_changed_only_by_whoever_read_it(
    system: Program, codes: list[str]
) -> None:
    first = put(system, codes[0], values={VISITS.key: 12})
    blind = put(system, codes[0], values={VISITS.key: 13})
    second = put(system, codes[0], first["ETag"], values={VISITS.key: 13})
    stale = put(system, codes[0], first["ETag"], values={VISITS.key: 14})

    assert [one.status_code for one in (first, blind, second, stale)] == [200, 428, 200, 412]
    assert Filing.objects.get().draft == {VISITS.key: "13"}


def test_a_tag_for_what_nobody_began_must_fit(system: Program, codes: list[str]) -> None:
    read = system.get(address(codes[0]))

    assert put(system, codes[0], '"v3-abc"', values=ALL).status_code == 412
    assert put(system, codes[0], read["ETag"], values=ALL).status_code == 200


def test_the_same_key_twice_is_one_filing(system: Program, codes: list[str]) -> None:
    answers = [
        put(system, codes[0], key="push-2026-10", values=ALL, submit=True) for _again in "ab"
    ]

    assert answers[0].json() == answers[1].json()
    assert answers[1]["Idempotency-Replayed"] == "true"
    assert FilingReceipt.objects.count() == 1


def test_what_stands_already_is_no_conflict(system: Program, codes: list[str]) -> None:
    first = put(system, codes[0], values=ALL, submit=True)
    again = put(system, codes[0], first["ETag"], values=ALL, submit=True)
    other = put(system, codes[0], first["ETag"], values={VISITS.key: 1}, submit=True)

    assert (again.status_code, again.json()["version"]) == (200, 2)
    assert (other.status_code, pointers(other)) == (409, {"/": "state_wrong"})


@pytest.mark.parametrize(
    ("values", "pointer", "code"),
    [
        ({VISITS.key: "12"}, f"/values/{VISITS.key}", "invalid"),
        ({VISITS.key: -1}, f"/values/{VISITS.key}", "invalid"),
        ({VISITS.key: 99_999}, f"/values/{VISITS.key}", "invalid"),
        ({VISITS.key: True}, f"/values/{VISITS.key}", "invalid"),
        ({RENT.key: 35000}, f"/values/{RENT.key}", "invalid"),
        ({RENT.key: "3.5万"}, f"/values/{RENT.key}", "invalid"),
        ({HELD.key: "是"}, f"/values/{HELD.key}", "invalid"),
        ({"test.nothing": 1}, "/values/test.nothing", "input_unknown"),
    ],
)
def test_a_wrong_value_is_pointed_at(
    system: Program, codes: list[str], values: dict[str, object], pointer: str, code: str
) -> None:
    answer = put(system, codes[0], values=values)

    assert (answer.status_code, pointers(answer)) == (400, {pointer: code})
    assert not Filing.objects.exists()


def test_an_odd_value_asks_for_a_sentence_at_the_notes(
    system: Program, codes: list[str], asked: Memory
) -> None:
    asked.rows[pk_of(codes[0]), 202609] = {RENT.key: 3_500_000}
    odd = {**ALL, RENT.key: "350000000.00"}

    refused = put(system, codes[0], values=odd, submit=True)
    taken = put(system, codes[0], values=odd, notes={RENT.key: "新签合同"}, submit=True)

    assert (refused.status_code, pointers(refused)) == (400, {f"/notes/{RENT.key}": "note_needed"})
    assert (taken.status_code, taken.json()["state"]) == (200, "submitted")


def test_a_closed_month_refuses(
    system: Program, codes: list[str], county: County, people: dict[str, User]
) -> None:
    from villages.common.periods import Month

    close_month(county=county.code, month=Month(2026, 10), by=people["county_staff"])

    answer = put(system, codes[0], values=ALL)

    assert (answer.status_code, pointers(answer)) == (409, {"/": "month_closed"})


def test_foreign_villages_and_months_to_come_are_not_there(
    system: Program, codes: list[str], other_county: County
) -> None:
    foreign = Village.objects.filter(county_code=other_county.code).first()

    assert put(system, foreign.code, values={}).status_code == 404
    assert system.get(address(foreign.code)).status_code == 404
    assert system.get(address(codes[0], "2026-12")).status_code == 404
    assert system.get(address(codes[0], "2026-13")).status_code == 404


def test_whoever_only_reads_is_told_the_policy(
    asked: Memory, codes: list[str], people: dict[str, User]
) -> None:
    leader = program_of(people["county_leader"])

    answer = put(leader, codes[0], values=ALL)

    assert answer.status_code == 403
    assert "填报" in answer.json()["detail"]
    assert leader.get(address(codes[0])).status_code == 200


def test_problems_speak_both_languages(system: Program, codes: list[str]) -> None:
    system.client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"

    answer = put(system, codes[0], values={VISITS.key: "12"})

    assert answer.json()["title"] == "Invalid request body"


def test_a_draft_of_the_clerk_is_seen_by_the_program(
    system: Program, codes: list[str], people: dict[str, User]
) -> None:
    from tests.villages.filings.test_submitting import AT, MONTH

    save_draft(
        month=MONTH, typed={codes[0]: {VISITS.key: "十来户"}}, versions={},
        by=people["township_clerk"], at=AT,
    )  # fmt: skip

    body = system.get(address(codes[0])).json()

    assert (body["state"], body["values"][0]["draft"]) == ("draft", "十来户")
