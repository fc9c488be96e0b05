"""Several candidates go onto the list by one decision: on the page, by program, by action."""

import json
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rectification.actions import listing
from rectification.actions.listing import Decision, list_many
from rectification.actions.standards import install_defaults, publish_standard
from rectification.models import CaseEvent, CaseSituation, RectificationCase, ScreeningStandard
from rectification.states import CaseStatus
from tests.rectification.situations import case_in, earned, scheme
from tests.villages.rest.conftest import program_of
from villages.accounts.choices import Role
from villages.common import clock
from villages.common.errors import DomainError
from villages.imports.models import FilingMonth, Reopening
from villages.models import Village
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
LI, HE, ZHOU = "999901001200", "999901001201", "999901001202"
LIST, API = "/cases/screening/2026/", "screening-candidates/list/"
NO = "青组发〔2026〕9号"
TOLD = {"on": "2026-11-02", "document_no": NO, "case_class": "weak_lax", "reason": "常委会决定"}
DECISION = Decision(
    on=date(2026, 11, 2), year=2026, document_no=NO, case_class="weak_lax", reason="常委会决定"
)


@pytest.fixture
def staff(people: Any) -> Any:
    """Staff of a county with a published standard and a scheme."""
    by = people[Role.COUNTY_STAFF]
    county = Village.objects.get(code=LI).township.county
    install_defaults(county=county, by=by, on=date(2026, 11, 3))
    publish_standard(ScreeningStandard.objects.get(), by=by, on=date(2026, 1, 4))
    scheme("999901")
    return by


def chosen(*codes: str) -> list[tuple[Village, tuple[Any, ...]]]:
    return [(one, ()) for one in Village.objects.filter(code__in=codes).order_by("code")]


def press(client: Any, codes: list[str], **told: str) -> str:
    """Ticks, presses, fills in and confirms, as without scripts; the last page."""
    ticked = {"do": "list", "select": codes}
    asked = client.post(LIST, ticked).content.decode()
    once = asked.split('name="once" value="')[1].split('"')[0]
    sent = {**ticked, "confirm": "1", "expected": str(len(codes)), "once": once}
    sent |= {"level": "general", **told}
    return str(client.post(LIST, sent).content.decode())


def test_ticked_villages_are_listed_and_the_others_say_why_not(
    staff: Any, county_client: Any
) -> None:
    earned(LI, 100, month=202512)
    case_in(HE, CaseStatus.PLANNING)
    before = AuditEntry.objects.count()

    asked = county_client.post(LIST, {"do": "list", "select": [LI, HE, ZHOU]}).content.decode()
    page = press(county_client, [LI, HE, ZHOU], level="county_key", **TOLD)

    assert "其中 1 行将不予办理" in asked
    assert "已办理 2 行,未办理 1 行" in page
    assert "何河村已有没有办结的整顿 2026-001(制定方案)" in page
    cases = {
        one.village.code: one for one in RectificationCase.objects.filter(listed_directly=True)
    }
    assert {code: one.number for code, one in cases.items()} == {LI: "2026-002", ZHOU: "2026-003"}
    assert {(one.status, one.level, one.document_no) for one in cases.values()} == {
        ("confirmed", "county_key", NO)
    }
    assert {one.handler for one in cases.values()} == {staff}
    # What figures found goes along, and every case has its first event.
    found = CaseSituation.objects.get(case=cases[LI])
    assert found.item.code == "WL12"
    assert found.facts
    events = CaseEvent.objects.filter(case__in=cases.values())
    assert {(one.step, one.to_status, one.document_no) for one in events} == {
        ("opened", "confirmed", NO)
    }
    [entry] = AuditEntry.objects.filter(action="case.listed_many")
    assert (entry.count, entry.reason, entry.after["document_no"]) == (2, "常委会决定", NO)
    assert AuditEntry.objects.count() == before + 1


def test_what_was_typed_stays_when_something_is_missing(staff: Any, county_client: Any) -> None:
    page = press(county_client, [LI, HE], **{**TOLD, "on": "2026-11-04"})

    assert "日期不能晚于今天" in page
    assert NO in page
    assert "常委会决定" in page
    assert page.count('name="select"') == 2
    assert not RectificationCase.objects.exists()


def test_what_stands_against_all_is_told_above_the_form(staff: Any, county_client: Any) -> None:
    page = press(county_client, [LI], **{**TOLD, "on": "2019-01-02"})

    assert "本县 2019-01-02 没有启用的验收办法" in page
    assert NO in page
    assert not RectificationCase.objects.exists()


def test_townships_are_not_offered_the_decision(staff: Any, township_client: Any) -> None:
    assert "按常委会决定认定" not in township_client.get(LIST).content.decode()
    assert township_client.post(LIST, {"do": "list", "select": [LI]}).status_code == 403


def test_a_program_gets_an_outcome_per_village(staff: Any) -> None:
    case_in(HE, CaseStatus.SCREENING)
    body = {**TOLD, "year": 2026, "villages": [LI, HE, "999902001200", LI]}

    answer = program_of(staff).post(API, data=json.dumps(body))

    assert answer.status_code == 200, answer.json()
    results = answer.json()["results"]
    assert [(one["village"], one["result"], one["number"]) for one in results] == [
        (LI, "listed", "2026-002"), (HE, "refused", None), ("999902001200", "refused", None),
        (LI, "refused", None),
    ]  # fmt: skip
    case = RectificationCase.objects.get(number="2026-002")
    assert results[0]["case"] == case.uid
    assert [one["code"] for row in results for one in row["errors"]] == [
        "case_open", "village_unknown", "village_unknown",
    ]  # fmt: skip
    assert results[1]["errors"][0]["pointer"] == "/villages/1"


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"year": 2031}, 404),
        ({"on": "2026-11-04"}, 400),
        ({"on": "2019-01-02"}, 409),
        ({"case_class": "weak"}, 400),
        ({"reason": ""}, 400),
        ({"extra": 1}, 400),
    ],
)
def test_a_wrong_order_of_a_program_lists_nobody(staff: Any, wrong: Any, status: int) -> None:
    body = {**TOLD, "year": 2026, "villages": [LI], **wrong}

    answer = program_of(staff).post(API, data=json.dumps(body))

    assert answer.status_code == status, answer.json()
    assert not RectificationCase.objects.exists()


def test_the_same_order_sent_twice_lists_once(staff: Any) -> None:
    body = json.dumps({**TOLD, "year": 2026, "villages": [LI, HE]})
    program, key = program_of(staff), {"Idempotency-Key": "listing-of-2026-11"}

    first, second = (program.post(API, data=body, headers=key) for _time in range(2))

    assert first.json() == second.json()
    assert RectificationCase.objects.count() == 2


def test_a_closed_month_refuses_village_by_village(staff: Any) -> None:
    month = FilingMonth.objects.create(
        county_code="999901", month=202611, due_on=date(2026, 11, 25), closed_at=clock.instant()
    )
    Reopening.objects.create(
        filing_month=month, county_code="999901", unit_code=HE, ends_on=date(2026, 11, 9),
        reason="补登记",
    )  # fmt: skip

    told = list_many(chosen(LI, HE), by=staff, decision=DECISION)

    assert [one.error.code if one.error else "" for one in told] == ["month_closed", ""]
    assert RectificationCase.objects.get().village.code == HE


def test_a_row_that_breaks_a_rule_takes_no_number(staff: Any) -> None:
    nameless = Decision(**{**vars(DECISION), "document_no": ""})

    told = list_many(chosen(LI, HE), by=staff, decision=nameless)

    assert {one.error.code for one in told if one.error} == {"case_confirmed"}
    assert not AuditEntry.objects.filter(action="case.listed_many").exists()
    assert [one.case.number for one in list_many(chosen(LI), by=staff, decision=DECISION)
            if one.case] == ["2026-001"]  # fmt: skip


def test_somebody_quicker_is_told_and_nothing_is_half_done(
    staff: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_in(HE, CaseStatus.SCREENING)
    monkeypatch.setattr(listing, "open_cases", lambda _villages: {})

    with pytest.raises(DomainError) as refused:
        list_many(chosen(LI, HE), by=staff, decision=DECISION)

    assert refused.value.code == "case_open"
    assert RectificationCase.objects.count() == 1


def test_villages_of_two_counties_are_not_one_decision(staff: Any, other_county: Any) -> None:
    with pytest.raises(DomainError) as refused:
        list_many(chosen(LI, "999902001200"), by=staff, decision=DECISION)

    assert refused.value.code == "several_counties"


def test_a_former_case_is_linked_and_statements_do_not_grow(staff: Any) -> None:
    old = case_in(LI, CaseStatus.CLOSED, listed_year=2024, number="2024-001")

    [told] = list_many(chosen(LI), by=staff, decision=DECISION)
    with CaptureQueriesContext(connection) as one:
        list_many(chosen(HE), by=staff, decision=DECISION)
    with CaptureQueriesContext(connection) as three:
        list_many(chosen(ZHOU, "999901101200", "999901101201"), by=staff, decision=DECISION)

    assert told.case is not None
    assert told.case.previous_case == old
    assert len(three) == len(one)
