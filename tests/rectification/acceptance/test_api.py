"""The whole way through the REST interface, from the application to the next round."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from rectification.models import AspectScore, CaseRevisit, RectificationCase
from rectification.states import CaseStatus
from tests.rectification.acceptance.situations import FAR, NEAR, TEAM, attempt_of, closed
from tests.rectification.situations import case_in
from tests.villages.rest.conftest import Program, program_of
from villages.accounts.choices import Role

pytestmark = pytest.mark.django_db
Send = Callable[..., Any]


@pytest.fixture
def staff(people: Any) -> Program:
    return program_of(people[Role.COUNTY_STAFF])


@pytest.fixture
def send(staff: Program) -> Send:
    """Posts a verb on the version as it is now."""

    def posted(path: str, row: Any, **body: Any) -> Any:
        row.refresh_from_db()
        tag = {"If-Match": f'"v{row.version}"'}
        return staff.post(f"{path}/", data=json.dumps(body), headers=tag)

    return posted


def test_from_application_to_relapse(staff: Program, send: Send):
    case = case_in(NEAR, CaseStatus.ACCEPTANCE_APPLIED)
    path = f"cases/{case.uid}"

    begun = send(f"{path}/begin-acceptance", case, on="2026-09-14", team=TEAM)
    assert begun.status_code == 200, begun.content.decode()
    attempt = attempt_of(case)
    early = send(f"{path}/pass", case, on="2026-09-21")
    assert early.status_code == 409
    assert "验收还缺:验收日期、得分" in early.content.decode()
    for aspect, points in zip(case.scheme.aspects.order_by("position"), (50, 40), strict=True):
        told = {"case": case.uid, "acceptance": attempt.uid, "aspect": aspect.uid}
        told["points"] = str(points)
        made = staff.post("acceptance-scores/", data=json.dumps(told))
        assert made.status_code == 201, made.content.decode()
    votes = {"eligible": 60, "satisfied": 30, "basically": 6, "dissatisfied": 4}
    counted = send(f"acceptances/{attempt.uid}/votes", attempt, held_on="2026-09-18", **votes)
    assert counted.status_code == 200, counted.content.decode()
    assert counted.json()["score"] == "90.00"

    steps = (
        ("pass", {"on": "2026-09-21"}), ("notice", {"on": "2026-09-22"}),
        ("close", {"on": "2026-09-30", "approval_no": "青组复〔2026〕5号"}),
        ("follow", {"on": "2026-10-01"}),
        ("relapse", {"on": "2026-10-20", "reason": "散了", "document_no": "青组发〔2026〕30号"}),
    )  # fmt: skip
    for key, body in steps:
        answer = send(f"{path}/{key}", case, **body)
        assert answer.status_code == 200, (key, answer.content.decode())
    assert answer.json()["status"] == "relapsed"
    new = RectificationCase.objects.get(previous_case=case)
    assert staff.get(f"cases/{new.uid}/").json()["round"] == 2
    late = staff.patch(
        f"acceptance-scores/{AspectScore.objects.first().uid}/", data=json.dumps({"points": "60"}),
        headers={"If-Match": '"v1"'},
    )  # fmt: skip
    assert late.status_code in (400, 409)


def test_points_above_the_full_ones_are_refused(staff: Program, send: Send):
    case = case_in(NEAR, CaseStatus.ACCEPTANCE_APPLIED)
    send(f"cases/{case.uid}/begin-acceptance", case, on="2026-09-14", team=TEAM)
    aspect, attempt = case.scheme.aspects.first(), attempt_of(case)
    told = {"village": NEAR, "acceptance": attempt.uid, "aspect": aspect.uid, "points": "60.5"}

    answer = staff.post("acceptance-scores/", data=json.dumps(told))

    assert answer.status_code == 400
    assert "满分是 60 分" in answer.content.decode()


def test_a_revisit_may_be_added_and_is_dated_by_itself(staff: Program, people: Any):
    case = closed(NEAR, people[Role.COUNTY_STAFF])

    made = staff.post("case-revisits/", data=json.dumps({"village": NEAR, "months": 9}))

    assert made.status_code == 201, made.content.decode()
    assert made.json()["due_on"] == "2027-06-30"
    assert CaseRevisit.objects.filter(case=case).count() == 4


def test_rebound_by_program(staff: Program, people: Any):
    closed(FAR, people[Role.COUNTY_STAFF])

    found = staff.get("case-rebound/?on=2027-01-01").json()["results"]

    assert [(one["code"], one["value"], one["denominator"]) for one in found] == [
        ("cases.rebound.all", "0.00", 1)
    ]
    clerk = program_of(people[Role.TOWNSHIP_CLERK])
    assert clerk.get("case-rebound/?on=2027-01-01").json()["results"][0]["denominator"] == 0
