"""Imports by program: sent, checked, decided, taken back."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from tests.villages.imports.books import roster
from tests.villages.rest.conftest import Program, _fresh_limits, program_of
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.imports.models import ImportBatch
from villages.jobs.models import Job
from villages.jobs.running import perform
from villages.models import VillageProfile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]
__all__ = ["_fresh_limits"]
GOOD = roster(["东关街道", "李庄村", 310, 950, 41])
FAULTY = roster(["东关街道", "李庄村", 310, 950, 41], ["东关街道", "何河村", "约三百", 900, 40])


@pytest.fixture
def program(people: dict[str, User]) -> Program:
    return program_of(people[Role.COUNTY_STAFF])


def send(program: Program, content: bytes = GOOD, key: str = "", **said: str) -> Any:
    form = {"kind": "villages", **said, "file": SimpleUploadedFile("名册.xlsx", content)}
    headers = {"Idempotency-Key": key} if key else {}
    address = "/api/v1/imports/"
    return program.client.post(address, form, headers=headers)


def checked(program: Program, content: bytes = GOOD) -> dict[str, Any]:
    sent = send(program, content).json()
    perform(sent["job"])
    found: dict[str, Any] = program.get(f"imports/{sent['uid']}/").json()
    return found


def decide(program: Program, uid: str, verb: str, **body: str) -> Any:
    return program.post(f"imports/{uid}/{verb}/", json.dumps(body))


def test_file_is_received_checked_confirmed_and_undone(program: Program) -> None:
    answer = send(program, period="2026-10", county="999901")
    sent = answer.json()
    assert (answer.status_code, sent["state"], sent["kind"]) == (202, "uploaded", "villages")
    assert answer["Location"] == f"/api/v1/jobs/{sent['job']}/"

    perform(sent["job"])
    found = program.get(f"imports/{sent['uid']}/").json()
    assert (found["state"], found["rows"], found["updated"], found["saved"]) == (
        "checked", 1, 1, False,
    )  # fmt: skip
    assert found["as_of"] == "2026-10-31"
    assert found["changes"][0] | {"name": ""} == {
        "sheet": "表", "row": 2, "name": "", "column": "户数", "old": "300", "new": "310",
    }  # fmt: skip

    saved = decide(program, sent["uid"], "confirm", mode="all").json()
    assert (saved["state"], saved["saved"]) == ("saved", True)
    assert saved["receipt"].startswith("DR20261103-")
    assert VillageProfile.objects.filter(households=310).exists()

    undone = decide(program, sent["uid"], "undo", reason="传错了").json()
    assert (undone["state"], undone["saved"]) == ("undone", False)
    assert not VillageProfile.objects.filter(households=310).exists()


def test_answer_has_the_shape_of_the_shell(program: Program) -> None:
    found = checked(program, FAULTY)

    assert {"kind", "period", "rows", "created", "updated", "unchanged", "saved"} <= set(found)
    [error] = found["errors"]
    assert set(error) == {"sheet", "row", "column", "value", "code", "message", "suggestion"}
    assert (error["row"], error["column"], error["value"]) == (3, "C", "约三百")
    assert (found["repairs"], found["counts"]["errors"]) == ([], 1)


def test_errors_stop_all_and_good_rows_are_a_choice(program: Program) -> None:
    found = checked(program, FAULTY)

    refused = decide(program, found["uid"], "confirm", mode="all")
    saved = decide(program, found["uid"], "confirm", mode="good").json()

    assert (refused.status_code, refused.json()["reason"]) == (409, "import_has_faults")
    assert (saved["state"], saved["good_rows_only"], saved["faulty"]) == ("saved", True, 1)


def test_same_request_twice_acts_once(program: Program) -> None:
    first = send(program, key="import-2026-10-a")
    again = send(program, key="import-2026-10-a")
    other = send(program, FAULTY, key="import-2026-10-a")

    assert again.json() == first.json()
    assert again["Idempotency-Replayed"] == "true"
    assert again["Location"] == first["Location"]
    assert (other.status_code, ImportBatch.objects.count()) == (422, 1)


def test_large_file_with_a_key_is_read_from_its_parts(program: Program) -> None:
    padded = GOOD + b"\0" * 3_000_000

    answer = send(program, padded, key="import-2026-10-b")

    assert answer.status_code == 202


def test_stale_look_is_refused_once_and_shown_anew(program: Program) -> None:
    uid = checked(program)["uid"]
    VillageProfile.objects.filter(village__name="李庄村").update(households=305)
    confirm = f"imports/{uid}/confirm/"

    refused = program.post(confirm, "{}", headers={"Idempotency-Key": "confirm-1"})
    shown = program.get(f"imports/{uid}/").json()
    saved = program.post(confirm, "{}", headers={"Idempotency-Key": "confirm-2"})

    assert (refused.status_code, refused.json()["reason"]) == (409, "import_stale")
    assert shown["changes"][0]["old"] == "305"
    assert saved.json()["state"] == "saved"


def test_refused_file_is_one_error_without_a_cell(program: Program) -> None:
    found = checked(program, b"%PDF-1.7 nothing")

    assert found["state"] == "refused"
    [error] = found["errors"]
    assert (error["code"], error["row"], error["sheet"]) == ("file_pdf", 0, "")


def test_questions_name_the_place(program: Program) -> None:
    found = checked(program, roster(["东关街道", "李庄村", 30_000, 95_000, 41]))

    assert {one["code"] for one in found["questions"]} == {"big_change"}
    assert {one["unit"] for one in found["questions"]} == {""}


@pytest.mark.parametrize(
    ("said", "pointer"),
    [
        ({"kind": "nothing"}, "/kind"),
        ({"kind": ""}, "/kind"),
        ({"county": "999903"}, "/county"),
        ({"perod": "2026-10"}, "/perod"),
        ({"period": "October"}, "/period"),
    ],
)
def test_wrong_member_is_pointed_at(program: Program, said: dict[str, str], pointer: str) -> None:
    answer = send(program, **said)

    assert answer.status_code == 400
    assert [one["pointer"] for one in answer.json()["errors"]] == [pointer]
    assert not ImportBatch.objects.exists()


def test_form_without_a_file_and_json_are_refused(program: Program) -> None:
    without = program.client.post("/api/v1/imports/", {"kind": "villages"})
    as_json = program.post("imports/", '{"kind": "villages"}')

    assert (without.status_code, without.json()["errors"][0]["pointer"]) == (400, "/file")
    assert as_json.status_code == 415


def test_list_is_filtered_by_kind_and_state(program: Program) -> None:
    uid = checked(program)["uid"]

    rows = program.get("imports/?state=checked&kind=villages").json()["results"]
    none = program.get("imports/?state=saved").json()["results"]

    assert ([one["uid"] for one in rows], none) == ([uid], [])


def test_marked_workbook_and_template_are_workbooks(program: Program) -> None:
    uid = checked(program, FAULTY)["uid"]

    marked = program.get(f"imports/{uid}/workbook/")
    template = program.get("imports/template/?kind=villages&county=999901")

    assert load_workbook(BytesIO(marked.content)).sheetnames == ["错误清单", "表"]
    assert "filename*=UTF-8''" in marked["Content-Disposition"]
    assert load_workbook(BytesIO(template.content)).worksheets[0].title == "行政村基本情况"
    assert program.get("imports/template/?kind=nothing").status_code == 400
    assert program.get("imports/template/").status_code == 400


def test_workbook_waits_for_the_check(program: Program) -> None:
    uid = send(program).json()["uid"]

    assert program.get(f"imports/{uid}/workbook/").status_code == 409


def test_foreign_import_is_not_there(program: Program, people: dict[str, User]) -> None:
    uid = checked(program, roster(["柳林镇", "郭集村", 310, 950, 41]))["uid"]
    clerk = program_of(people[Role.TOWNSHIP_CLERK])

    answers = [
        clerk.get(f"imports/{uid}/").status_code,
        clerk.get(f"imports/{uid}/workbook/").status_code,
        decide(clerk, uid, "confirm").status_code,
        decide(clerk, uid, "undo").status_code,
    ]

    assert answers == [404] * 4
    assert clerk.get("imports/").json()["results"] == []


def test_read_only_token_sends_nothing(people: dict[str, User]) -> None:
    reader = program_of(people[Role.COUNTY_STAFF], read_only=True)

    assert send(reader).status_code == 403


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.FIRST_SECRETARY])
def test_those_who_import_nothing_are_told_the_policy(
    people: dict[str, User], role: str, make: Callable[..., Any] = program_of
) -> None:
    answer = make(people[role]).get("imports/")

    assert answer.status_code == 403


def test_one_import_costs_three_statements_beside_the_token(
    program: Program, django_assert_max_num_queries: Any
) -> None:
    uid = checked(program)["uid"]

    with django_assert_max_num_queries(5):
        program.get(f"imports/{uid}/")
    assert Job.objects.count() == 1
