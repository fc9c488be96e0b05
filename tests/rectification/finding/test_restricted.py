"""What is for the county alone is nowhere else: no page, API, export, trail, to-do."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from rectification.actions.standards import install_defaults, publish_standard
from rectification.models import CaseOpinion, CaseSituation, RectificationCase, ScreeningStandard
from rectification.states import CaseStatus
from tests.factories import signed_in
from tests.rectification.situations import case_in
from villages.accounts.choices import Role
from villages.ledgers.actions import remove_row, write_row
from villages.ledgers.declaring import ledgers
from villages.models import County

EAST = "999901001200"
FACTS = "宗族势力把持选举"
SAID = "纪委正在核查"


@pytest.fixture
def case(county: County, people: dict[str, Any]) -> RectificationCase:
    """A case with a restricted situation, registered by the department, and an open one."""
    staff = people[Role.COUNTY_STAFF]
    install_defaults(county=county, by=staff, on=date(2026, 1, 2))
    standard = ScreeningStandard.objects.get()
    publish_standard(standard, by=staff, on=date(2026, 1, 4))
    made = case_in(EAST, CaseStatus.SCREENING)
    for code, facts in (("WL07", FACTS), ("WL03", "两派对立")):
        write_row(
            ledgers()["case-situations"], by=staff,
            values={"case": made, "village": made.village, "facts": facts,
                    "item": standard.items.get(code=code)},
        )  # fmt: skip
    CaseOpinion.objects.create(
        case=made, village=made.village, county_code="999901", department="县纪委监委",
        opinion="agree", text=SAID, answered_on=date(2026, 1, 28),
    )  # fmt: skip
    return made


OUTSIDERS = [
    Role.TOWNSHIP_SECRETARY, Role.TOWNSHIP_CLERK, Role.FIRST_SECRETARY, Role.VILLAGE_SECRETARY,
]  # fmt: skip
ADDRESSES = (
    "/cases/screening/2026/", "/cases/screening/2026/?format=csv",
    "/cases/screening/2026/?format=print", f"/cases/screening/2026/{EAST}/",
    "/ledgers/case-situations/", "/ledgers/case-situations/?format=csv",
    "/ledgers/screening-items/", "/ledgers/case-opinions/",
    "/ledgers/case-opinions/?format=csv", f"/villages/{EAST}/", "/accounts/trail/", "/",
    "/api/v1/case-situations/", "/api/v1/case-situations/?format=csv",
    "/api/v1/screening-items/", "/api/v1/screening-candidates/?year=2026",
    "/api/v1/case-opinions/", "/api/v1/cases/", "/api/v1/case-events/",
)  # fmt: skip


def text_of(client: Client, address: str) -> str:
    """What one reads there; nothing where one may not go."""
    answer = client.get(address)
    assert answer.status_code in {200, 403, 404, 405}, (address, answer.status_code)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return str(body.decode(errors="replace"))


@pytest.mark.parametrize("role", OUTSIDERS)
def test_nobody_outside_the_county_reads_a_word(
    case: RectificationCase, people: dict[str, Any], role: str
) -> None:
    client = signed_in(people[role])
    for address in (*ADDRESSES, f"/ledgers/cases/{case.uid}/", f"/cases/{case.uid}/"):
        said = text_of(client, address)
        for secret in (FACTS, SAID, "WL07", "宗族宗教", "WL14"):
            assert secret not in said, address


def test_the_township_reads_the_rest(case: RectificationCase, township_client: Client) -> None:
    assert "两派对立" in text_of(township_client, "/ledgers/case-situations/?format=csv")
    [row] = [
        one
        for one in township_client.get("/api/v1/screening-candidates/").json()["results"]
        if one["village"] == EAST
    ]
    assert [one["code"] for one in row["matched"]] == ["WL03"]
    assert row["place"] is None


def test_the_department_reads_it(case: RectificationCase, county_client: Client) -> None:
    assert FACTS in text_of(county_client, "/ledgers/case-situations/")
    assert FACTS in text_of(county_client, f"/cases/screening/2026/{EAST}/")
    # Others read the trail too: it says that something was done, and not what.
    trail = text_of(county_client, "/accounts/trail/")
    assert FACTS not in trail


def test_a_row_of_the_county_is_not_there_for_a_township(
    case: RectificationCase, township_client: Client
) -> None:
    row = CaseSituation.objects.get(item__code="WL07")
    assert township_client.get(f"/ledgers/case-situations/{row.uid}/").status_code == 404
    assert township_client.get(f"/api/v1/case-situations/{row.uid}/").status_code == 404
    item = row.item
    assert township_client.get(f"/ledgers/screening-items/{item.uid}/").status_code == 404


def test_a_township_cannot_register_a_restricted_situation(
    case: RectificationCase, township_client: Client
) -> None:
    item = CaseSituation.objects.get(item__code="WL07").item
    answer = township_client.post(
        "/api/v1/case-situations/",
        {"case": case.uid, "item": item.uid, "facts": "试填"},
        content_type="application/json",
    )
    assert answer.status_code in {400, 409, 422}
    assert CaseSituation.objects.count() == 2


def test_taking_it_away_tells_nobody(
    case: RectificationCase, people: dict[str, Any], township_client: Client
) -> None:
    row = CaseSituation.objects.get(item__code="WL07")
    remove_row(
        ledgers()["case-situations"], row=row, version=row.version, reason="登记有误",
        by=people[Role.COUNTY_STAFF],
    )  # fmt: skip
    said = text_of(township_client, "/accounts/trail/")
    assert "限阅" not in said
    assert FACTS not in said
