"""Steps of reports by programs, guarded by ETags."""

from typing import Any

import pytest
from django.test import Client

from rectification.reports.models import Report
from tests import factories
from tests.rectification.reports.made import clerk, drafted, filled, staff
from tests.rectification.situations import earned
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.jobs import running
from villages.jobs.models import Job
from villages.models import County

API = "/api/v1/reports/"


@pytest.fixture
def by(county: County) -> User:
    return staff()


@pytest.fixture
def client(by: User) -> Client:
    return factories.signed_in(by)


@pytest.fixture
def draft(county: County) -> Report:
    return drafted(filled(county))


def _send(client: Client, path: str, data: Any = None, tag: str = "", verb: str = "post") -> Any:
    headers = {"If-Match": tag} if tag else {}
    return getattr(client, verb)(
        f"{API}{path}", data or {}, content_type="application/json", headers=headers
    )


def _tag(client: Client, report: Report) -> str:
    return str(client.get(f"{API}{report.uid}/")["ETag"])


def _step(client: Client, report: Report, step: str, **said: str) -> Any:
    return _send(client, f"{report.uid}/{step}/", said, _tag(client, report))


def test_a_report_is_made_in_the_background(client: Client, county: County) -> None:
    filled(county)

    asked = _send(client, "", {"kind": "monthly", "period": "2026-10"})
    same = _send(client, "", {"kind": "monthly", "period": "2026-10"})
    running.perform(asked.json()["job"])

    assert asked.status_code == same.status_code == 202
    assert asked["Location"] == f"/api/v1/jobs/{asked.json()['job']}/"
    assert same.json()["job"] == asked.json()["job"]
    report = Report.objects.get()
    assert Job.objects.get(uid=asked.json()["job"]).result["id"] == report.uid


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"kind": "weekly", "period": "2026-10"}, 400),
        ({"kind": "monthly", "period": "2026-13"}, 400),
        ({"kind": "monthly", "period": "2026Q3"}, 409),
        ({"kind": "monthly", "period": "2026-12"}, 409),
        ({"kind": "monthly", "period": "2026-10", "county": "999902"}, 404),
        ({"kind": "monthly"}, 400),
    ],
)
def test_what_cannot_be_made(client: Client, other_county: County, said: Any, status: int) -> None:
    assert _send(client, "", said).status_code == status
    assert not Job.objects.exists()


def test_it_walks_from_draft_to_receipt(client: Client, draft: Report) -> None:
    reviewed = _step(client, draft, "review", reason="已核对")
    back = _step(client, draft, "send-back", reason="补一句")
    again = _step(client, draft, "review", reason="已补")
    issued = _step(client, draft, "issue")
    east = factories.signed_in(clerk())
    signed = _step(east, draft, "confirm")

    told = [one.json()["status"] for one in (reviewed, back, again, issued)]
    assert told == ["reviewed", "draft", "reviewed", "issued"]
    assert back.json()["returned"] == "补一句"
    assert signed.json()["receipts"][0]["confirmed_at"]
    assert issued["ETag"].startswith('"v5-')


def test_a_correction_is_a_draft_of_its_own(client: Client, draft: Report) -> None:
    _step(client, draft, "review", reason="已核对")
    _step(client, draft, "issue")
    unchanged = _step(client, draft, "correct", reason="试试")
    earned("999901001202", 100_000)

    made = _step(client, draft, "correct", reason="漏报一笔")

    assert (unchanged.status_code, unchanged.json()["reason"]) == (409, "report_unchanged")
    assert made.status_code == 201
    told = made.json()
    assert (told["version"], told["corrects"], told["why"]) == (2, draft.uid, "漏报一笔")
    assert made["Location"] == f"{API}{told['uid']}/"


@pytest.mark.parametrize("step", ["review", "send-back", "issue", "correct", "confirm"])
def test_a_step_needs_right_and_version(draft: Report, step: str) -> None:
    other = clerk() if step != "confirm" else staff()
    keeper = staff()
    client = factories.signed_in(keeper)
    said = {"reason": "x"} if step != "confirm" else {}

    assert _send(factories.signed_in(other), f"{draft.uid}/{step}/", said).status_code == 403
    if step != "confirm":
        assert _send(client, f"{draft.uid}/{step}/", said).status_code == 428
        stale = _send(client, f"{draft.uid}/{step}/", said, '"v9"')
        assert stale.status_code == 412


def test_programs_make_but_do_not_issue(county: County) -> None:
    program = factories.UserFactory(role=Role.API_CLIENT, home_code=county.code)
    report = drafted(filled(county))

    answer = _step(factories.signed_in(program), report, "review")

    assert answer.status_code == 403


def test_words_are_amended_by_number(client: Client, draft: Report) -> None:
    listed = client.get(f"{API}{draft.uid}/sentences/")
    line = next(one for one in listed.json()["results"] if "【" in one["editable"])
    words = f"经核对，{line['editable']}"

    changed = _send(client, f"{draft.uid}/sentences/", {"key": line["key"], "text": words},
                    listed["ETag"], "patch")  # fmt: skip
    late = _send(client, f"{draft.uid}/sentences/", {"key": line["key"], "text": words},
                 listed["ETag"], "patch")  # fmt: skip

    assert changed.status_code == 200, changed.json()
    assert late.status_code == 412
    after = client.get(f"{API}{draft.uid}/sentences/").json()["results"]
    told = {one["key"]: one["text"] for one in after}
    assert told[line["key"]] == f"经核对，{line['text']}"


@pytest.mark.parametrize("text", ["【1】和【99999】", "另有30个村"])
def test_figures_do_not_change_by_words(client: Client, draft: Report, text: str) -> None:
    key = next(one.key for part in draft.said.sections for one in part.lines if one.figure_codes)

    answer = _send(client, f"{draft.uid}/sentences/", {"key": key, "text": text},
                   _tag(client, draft), "patch")  # fmt: skip

    assert answer.status_code == 409
    assert answer.json()["reason"] == "report_words_figures"
    assert Report.objects.get(pk=draft.pk).edits == {}


def test_a_sentence_is_left_out_with_a_reason(client: Client, draft: Report) -> None:
    key = next(one.key for part in draft.said.sections for one in part.lines if one.figure_codes)
    path = f"{draft.uid}/sentences/"

    bare = _send(client, path, {"key": key, "text": None}, _tag(client, draft), "patch")
    told = _send(client, path, {"key": key, "text": None, "reason": "重复"},
                 _tag(client, draft), "patch")  # fmt: skip

    assert bare.status_code == 400
    assert told.status_code == 200
    assert Report.objects.get(pk=draft.pk).edits == {key: None}
