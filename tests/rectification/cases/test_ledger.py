"""The ledger of cases: what may be written when, by whom, and what two people do to each other."""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.contrib.admin import site
from django.urls import reverse

from rectification.models import CaseEvent, ProblemItem, RectificationCase, TaskItem
from rectification.states import CaseStatus
from tests.rectification.situations import case_in, with_plan, words
from tests.villages.rest.conftest import program_of
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.imports.declaring import sheet_kinds
from villages.ledgers.actions import remove_row, write_row
from villages.ledgers.back_office import ReadOnlyAdmin
from villages.ledgers.declaring import ledgers
from villages.models import Village

pytestmark = pytest.mark.django_db
LI, HE, GUO = "999901001200", "999901001201", "999901101201"
NEW = {
    "listed_year": 2026, "case_class": "weak_lax", "screened_on": date(2026, 10, 20),
    "facts": "书记空缺五个月。",
}  # fmt: skip


def village(code: str) -> Village:
    return Village.objects.select_related("township").get(code=code)


def written(key: str, by: Any, row: Any = None, **values: Any) -> Any:
    version = row.version if row is not None else None
    return write_row(ledgers()[key], values=values, by=by, row=row, version=version)


def test_a_case_begins_in_screening_with_a_number_and_an_event(people: Any) -> None:
    clerk = people[Role.TOWNSHIP_CLERK]

    first = written("cases", clerk, village=village(LI), **NEW)
    second = written("cases", clerk, village=village(HE), **NEW)

    assert (first.number, second.number) == ("2026-001", "2026-002")
    assert (first.status, first.status_since) == ("screening", date(2026, 10, 20))
    assert first.handler == clerk
    assert first.events.get().step == "opened"


def test_a_village_has_one_open_case(people: Any) -> None:
    case_in(LI, CaseStatus.IN_PROGRESS)

    with pytest.raises(DomainError) as refused:
        written("cases", people[Role.TOWNSHIP_CLERK], village=village(LI), **NEW)
    assert "没有办结" in str(refused.value.fields)


@pytest.mark.parametrize(
    ("status", "name", "value", "opens"),
    [
        (CaseStatus.SCREENING, "facts", "新的事实", True),
        (CaseStatus.PROPOSED, "facts", "新的事实", False),
        (CaseStatus.PLANNING, "diagnosis", "根子在人", True),
        (CaseStatus.PLANNING, "deadline", date(2026, 12, 31), True),
        (CaseStatus.PLAN_REVIEW, "goal", "另一个目标", False),
        (CaseStatus.IN_PROGRESS, "deadline", date(2027, 12, 31), False),
        (CaseStatus.CLOSED, "diagnosis", "改写历史", False),
    ],
)
def test_texts_change_in_their_states_only(
    people: Any, status: CaseStatus, name: str, value: Any, opens: bool
) -> None:
    case = case_in(LI, status)

    if opens:
        assert getattr(written("cases", people[Role.COUNTY_STAFF], case, **{name: value}), name)
        return
    with pytest.raises(DomainError) as refused:
        written("cases", people[Role.COUNTY_STAFF], case, **{name: value})
    assert refused.value.code == "field_closed"


def test_the_form_asks_only_what_may_change(county_client: Any) -> None:
    case = case_in(LI, CaseStatus.PLANNING)

    body = county_client.get(reverse("ledgers:cases_edit", args=[case.uid])).content.decode()

    assert 'name="diagnosis"' in body
    assert 'name="facts"' not in body
    assert 'name="status"' not in body


@pytest.mark.parametrize("name", ["status", "closed_on", "accepted_on", "origin", "round"])
def test_no_program_writes_a_state_or_a_day(people: Any, name: str) -> None:
    case = case_in(LI, CaseStatus.IN_PROGRESS)
    program, tag = program_of(people[Role.COUNTY_STAFF]), {"If-Match": '"v1"'}

    answer = program.patch(f"cases/{case.uid}/", data=json.dumps({name: "closed"}), headers=tag)

    assert answer.status_code == 400
    assert RectificationCase.objects.get().version == 1


def test_no_sheet_of_the_kit_brings_cases_and_the_back_office_only_reads() -> None:
    assert not ledgers()["cases"].imported
    assert not ledgers()["case-events"].writable
    kind = sheet_kinds().get("cases")
    assert kind is None or "status" not in {one.key for one in kind.columns}
    office: Any = site.get_model_admin(RectificationCase)
    assert isinstance(office, ReadOnlyAdmin)
    for right in ("has_add_permission", "has_change_permission", "has_delete_permission"):
        assert not getattr(office, right)(None)


def test_the_api_says_what_scripts_rely_on(people: Any) -> None:
    case_in(LI, CaseStatus.IN_PROGRESS)
    case_in(HE, CaseStatus.SCREENING)
    case_in(GUO, CaseStatus.CLOSED, listed_year=2025)
    program = program_of(people[Role.COUNTY_STAFF])

    found = program.get("cases/?listed_year=2026").json()["results"]
    working = program.get("cases/?status=in_progress").json()["results"]
    late = program.get("cases/?overdue=true").json()["results"]

    assert {one["number"] for one in found} == {"2026-001", "2026-002"}
    assert [(one["status"], one["origin"], one["round"]) for one in working] == [
        ("in_progress", "portal", 1)
    ]
    assert [one["village"] for one in late] == [LI]


def test_a_row_that_names_only_its_village_belongs_to_the_open_case(people: Any) -> None:
    case = case_in(LI, CaseStatus.IN_PROGRESS)
    kind = next(one for one in words("999901") if one.use == "problem")
    given = {"kind": kind, "description": "没有活动场所", "seq": 1}

    by_village = written("case-problems", people[Role.TOWNSHIP_CLERK], village=village(LI), **given)
    by_case = written(
        "case-problems", people[Role.TOWNSHIP_CLERK], case=case, **{**given, "seq": 2}
    )

    assert by_village.case == case
    assert by_case.village.code == LI


def test_rows_of_a_finished_case_stay_as_they_are(people: Any) -> None:
    case = with_plan(case_in(LI, CaseStatus.CLOSED), done=True)
    problem = ProblemItem.objects.get(case=case)

    with pytest.raises(DomainError) as refused:
        written("case-problems", people[Role.COUNTY_STAFF], problem, description="改写")
    assert "这时不能登记或改动" in refused.value.fields["case"]
    with pytest.raises(DomainError, match="这时不能登记或改动"):
        remove_row(
            ledgers()["case-problems"], row=problem, version=problem.version, reason="不要了",
            by=people[Role.COUNTY_STAFF],
        )  # fmt: skip
    assert ProblemItem.objects.get(case=case).description == "书记空缺五个月"


@pytest.mark.parametrize(
    ("key", "name"),
    [("cases", "goal"), ("case-problems", "description"), ("case-tasks", "measure")],
)
def test_of_two_people_the_later_one_is_shown_both_texts(
    people: Any, client_as: Any, key: str, name: str
) -> None:
    case = with_plan(case_in(LI, CaseStatus.PLANNING))
    row = {"cases": case, "case-problems": ProblemItem, "case-tasks": TaskItem}[key]
    row = row if row is case else row.objects.get(case=case)
    url = reverse(f"ledgers:{key}_edit", args=[row.uid])
    one, other = (client_as(people[role]) for role in (Role.COUNTY_STAFF, Role.TOWNSHIP_CLERK))
    forms = [_data(client.get(url)) for client in (one, other)]

    first = one.post(url, {**forms[0], name: "先保存的"})
    second = other.post(url, {**forms[1], name: "后保存的"})

    assert (first.status_code, second.status_code) == (302, 409)
    row.refresh_from_db()
    assert getattr(row, name) == "先保存的"
    body = second.content.decode()
    assert "先保存的" in body
    assert "后保存的" in body


def _data(answer: Any) -> dict[str, str]:
    """What the browser would send back untouched."""
    form = answer.context["form"]
    found = {}
    for bound in form:
        value = bound.value()
        found[bound.html_name] = "" if value is None else getattr(value, "code", str(value))
        if bound.field.show_hidden_initial:
            found[bound.html_initial_name] = found[bound.html_name]
    return found


def test_interleaved_edits_through_the_api_lose_nothing(people: Any) -> None:
    case = with_plan(case_in(LI, CaseStatus.PLANNING))
    problem = ProblemItem.objects.get(case=case)
    programs = [program_of(people[role]) for role in (Role.COUNTY_STAFF, Role.API_CLIENT)]
    accepted = []
    for turn in range(12):
        program = programs[turn % 2]
        # Every third one writes with the version of two turns ago.
        problem.refresh_from_db()
        seen = problem.version - (1 if turn % 3 == 2 else 0)
        text = f"第{turn}次"
        answer = program.patch(
            f"case-problems/{problem.uid}/", data=json.dumps({"description": text}),
            headers={"If-Match": f'"v{seen}"'},
        )  # fmt: skip
        assert answer.status_code == (412 if seen != problem.version else 200)
        accepted += [text] if answer.status_code == 200 else []
        problem.refresh_from_db()
        assert problem.description == accepted[-1]
    assert problem.version == 1 + len(accepted)


def test_bulk_writes_answer_row_by_row(people: Any) -> None:
    case = case_in(LI, CaseStatus.PLANNING)
    closed = case_in(GUO, CaseStatus.CLOSED)
    program = program_of(people[Role.COUNTY_STAFF])
    rows = [
        {"uid": case.uid, "version": 1, "goal": "配齐班子"},
        {"uid": closed.uid, "version": 1, "goal": "改写历史"},
        {"uid": case.uid, "version": 9, "goal": "旧版本"},
        {"village": HE, **NEW, "screened_on": "2026-10-20"},
    ]

    answer = program.post("cases/bulk/", data=json.dumps({"rows": rows}))

    results = answer.json()["results"]
    assert [one["result"] for one in results] == ["updated", "refused", "refused", "created"]
    assert results[1]["errors"][0]["code"] == "field_closed"
    assert CaseEvent.objects.filter(case__village__code=HE, step="opened").count() == 1


def test_one_case_and_a_whole_desk_change_hands(people: Any) -> None:
    from rectification.actions.transferring import transfer
    from rectification.handover import HANDOVER

    staff, clerk = people[Role.COUNTY_STAFF], people[Role.TOWNSHIP_CLERK]
    minister, first = people[Role.COUNTY_MINISTER], people[Role.FIRST_SECRETARY]
    case = case_in(LI, CaseStatus.IN_PROGRESS, handler=clerk)
    case_in(HE, CaseStatus.CONSOLIDATED, handler=clerk)

    moved = transfer(case, by=staff, on=date(2026, 11, 2), to=staff, text="调离")
    with pytest.raises(DomainError, match="不能办理这个村的整顿"):
        transfer(case, by=staff, on=date(2026, 11, 2), to=first)
    [source] = HANDOVER

    assert moved.handler == staff
    assert moved.events.last().step == "transferred"
    assert (source.count(staff), source.count(clerk)) == (1, 0)
    assert source.move(staff, minister, staff) == 1
    assert RectificationCase.objects.get(pk=case.pk).handler == minister


def test_no_step_is_dated_after_today(people: Any) -> None:
    from villages.ledgers.actions import perform

    case = case_in(LI, CaseStatus.CONFIRMED)
    verb = ledgers()["cases"].verb("start-plan")

    with pytest.raises(DomainError, match="不能晚于今天"):
        perform(ledgers()["cases"], verb, row=case, version=1, by=people[Role.TOWNSHIP_CLERK],
                on=date(2026, 11, 4))  # fmt: skip


@pytest.mark.parametrize(
    ("status", "given", "tag", "words", "urgency"),
    [
        ("plan_review", {}, "info", "县委组织部:通过方案,已逾期", "bad"),
        ("in_progress", {"deadline": date(2026, 11, 5)}, "info",
         "乡镇:乡镇初验,2026-11-05 前", "waiting"),
        ("in_progress", {"deadline": date(2026, 12, 31)}, "info",
         "乡镇:乡镇初验,2026-12-31 前", "plain"),
        ("confirmed", {"confirmed_on": date(2026, 11, 2), "status_since": date(2026, 11, 2)},
         "info", "乡镇:开始制定方案", "plain"),
        ("closed", {}, "plain", "系统按期:转入巩固期", "plain"),
        ("relapsed", {}, "bad", "", ""),
    ],
)  # fmt: skip
def test_the_list_shows_state_next_step_and_how_urgent_it_is(
    county_client: Any, status: str, given: dict[str, Any], tag: str, words: str, urgency: str
) -> None:
    case = case_in(LI, CaseStatus(status), **given)

    body = county_client.get("/ledgers/cases/").content.decode()

    label = case.get_status_display()
    assert f'<span class="status-tag status-tag--{tag}">{label}</span>' in body
    if words:
        assert re.search(rf'<span class="status-tag status-tag--{urgency}">{words}', body)
    else:
        assert "县委组织部:" not in body


def test_the_file_of_the_list_holds_the_words_alone(county_client: Any) -> None:
    case_in(LI, CaseStatus.PLAN_REVIEW)

    answer = county_client.get("/ledgers/cases/?format=csv")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()

    assert "下一步" in lines[0] or any("下一步" in one for one in lines)
    assert any("县委组织部:通过方案" in one for one in lines)
    assert not any("status-tag" in one for one in lines)
