"""Standards, the candidate list and the ways from it, as people and programs use them."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from rectification.actions.standards import (
    copy_standard,
    install_defaults,
    install_standard,
    publish_standard,
)
from rectification.hints import HINTS
from rectification.models import (
    CaseObjection,
    CaseSituation,
    CaseWord,
    RectificationCase,
    ScreeningDecision,
    ScreeningStandard,
)
from rectification.states import CaseStatus
from rectification.waiting.finding import TODOS
from tests.rectification.situations import case_in, earned, scheme
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.help.pages import all_pages
from villages.ledgers.actions import remove_row, write_row
from villages.ledgers.declaring import ledgers
from villages.models import County

EAST, RIVER, GUO = "999901001200", "999901001201", "999901101201"
LIST = "/cases/screening/2026/"


@pytest.fixture
def staff(people: dict[str, Any]) -> Any:
    """Staff of the organization department."""
    return people[Role.COUNTY_STAFF]


@pytest.fixture
def standard(county: County, staff: Any) -> ScreeningStandard:
    """The default standard, published."""
    install_defaults(county=county, by=staff, on=date(2026, 11, 3))
    return publish_standard(ScreeningStandard.objects.get(), by=staff, on=date(2026, 1, 4))


def test_defaults_are_installed_once(county: County, staff: Any) -> None:
    assert install_defaults(county=county, by=staff, on=date(2026, 1, 2)) > 0
    assert install_defaults(county=county, by=staff, on=date(2026, 1, 2)) == 0

    items = ScreeningStandard.objects.get().items.all()
    assert [one.code for one in items] == [f"WL{n:02d}" for n in range(1, 19)]
    assert {one.hint for one in items} - {""} == set(HINTS)
    assert {one.code for one in items if one.restricted} == {"WL07", "WL14"}
    used = set(CaseWord.objects.values_list("use", flat=True))
    assert used == {"problem", "helper", "work", "return"}


def test_every_hint_is_explained() -> None:
    assert [key for key in HINTS if key not in all_pages()["screening"].text] == []


def test_a_published_standard_is_frozen(standard: ScreeningStandard, staff: Any) -> None:
    book, item = ledgers(), standard.items.get(code="WL01")
    for act in (
        lambda: write_row(book["screening-items"], values={"points": 9}, row=item, by=staff),
        lambda: write_row(book["screening-standards"], values={"title": "新"}, row=standard,
                          by=staff),
        lambda: remove_row(book["screening-items"], row=item, version=item.version, reason="",
                           by=staff),
        lambda: publish_standard(standard, by=staff, on=date(2026, 2, 1)),
    ):  # fmt: skip
        with pytest.raises(DomainError) as error:
            act()
        assert error.value.code in {"row_invalid", "standard_published"}


def test_copies_are_drafts_of_the_next_edition_or_year(
    standard: ScreeningStandard, staff: Any
) -> None:
    again, later = (copy_standard(standard, by=staff, year=year) for year in (2026, 2027))

    assert [(one.year, one.edition, one.published_on) for one in (again, later)] == [
        (2026, 2, None), (2027, 1, None),
    ]  # fmt: skip
    assert later.items.count() == standard.items.count() == 18


def test_an_empty_standard_is_not_published(county: County, staff: Any) -> None:
    empty = ScreeningStandard.objects.create(county_code="999901", year=2026, title="空")
    with pytest.raises(DomainError, match="还没有情形"):
        publish_standard(empty, by=staff, on=date(2026, 1, 4))
    assert install_standard(county=county, year=2026, by=staff) == 0


def test_a_year_without_a_standard_offers_the_default(
    county: County, county_client: Client, township_client: Client
) -> None:
    assert "采用默认标准" in county_client.get(LIST).content.decode()
    assert "采用默认标准" not in township_client.get(LIST).content.decode()
    assert township_client.post(f"{LIST}install/").status_code == 403

    assert county_client.post(f"{LIST}install/").status_code == 302
    assert "按草稿对照" in county_client.get(LIST).content.decode()
    # A draft is the county's.
    assert "还没有发布" in township_client.get(LIST).content.decode()
    assert county_client.get("/cases/screening/1999/").status_code == 404


def test_filters_and_files(standard: ScreeningStandard, county_client: Client) -> None:
    earned(EAST, 100, month=202512)

    for asked, shown in (
        ("?item=WL12", {"何河村": False, "李庄村": True}),
        ("?state=unknown&township=999901101", {"郭集村": True, "何河村": False}),
        ("?decision=in", {"郭集村": False}),
        ("?decision=none&q=郭集", {"郭集村": True}),
    ):
        said = county_client.get(LIST + asked).content.decode()
        assert {name: f">{name}<" in said for name in shown} == shown, asked
    answer = county_client.get(f"{LIST}?format=xlsx")
    assert answer.status_code == 200
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    assert body[:2] == b"PK"


def test_decisions_in_bulk_and_singly(
    standard: ScreeningStandard, county_client: Client, township_client: Client
) -> None:
    chosen = {"do": "decide", "select": [EAST, RIVER]}
    asked = county_client.post(LIST, chosen)
    assert asked.status_code == 200
    said = asked.content.decode()
    once = said.split('name="once" value="')[1].split('"')[0]
    done = county_client.post(
        LIST, {**chosen, "confirm": "1", "expected": "2", "once": once, "outcome": "watch",
               "reason": "先看三个月"},
    )  # fmt: skip
    assert done.status_code == 200
    assert ScreeningDecision.objects.filter(outcome="watch", year=2026).count() == 2

    page = f"{LIST}{EAST}/decide/"
    assert township_client.get(page).status_code == 403
    county_client.post(page, {"outcome": "out", "reason": "书记已到任"})
    row = ScreeningDecision.objects.get(village__code=EAST)
    assert (row.outcome, row.reason, row.version) == ("out", "书记已到任", 2)
    assert "书记已到任" in township_client.get(LIST).content.decode()


def test_a_township_registers_its_village(
    standard: ScreeningStandard, township_client: Client
) -> None:
    earned(EAST, 100, month=202512)
    page = f"{LIST}{EAST}/open/"
    first = township_client.get(page).content.decode()
    assert "经营性收入" in first
    assert "WL07" not in first

    answer = township_client.post(
        page, {"on": "2026-11-02", "case_class": "weak_lax", "items": ["WL12", "WL03"],
               "facts": "收入 100 元,两派对立", "interviewed": "12"},
    )  # fmt: skip

    assert answer.status_code == 302
    case = RectificationCase.objects.get()
    assert (case.number, case.status, case.listed_year) == ("2026-001", "screening", 2026)
    assert set(CaseSituation.objects.values_list("item__code", flat=True)) == {"WL03", "WL12"}
    # Tomorrow is not a day on which anything happened, and the village has its case.
    again = township_client.post(
        page, {"on": "2026-11-04", "case_class": "weak_lax", "items": ["WL12"], "facts": "x"}
    )
    assert "不能晚于今天" in again.content.decode()
    again = township_client.post(
        page, {"on": "2026-11-03", "case_class": "weak_lax", "items": ["WL12"], "facts": "x"}
    )
    assert "2026-001" in again.content.decode()
    assert township_client.get(f"{LIST}{GUO}/open/").status_code == 404


def test_the_county_lists_at_once(standard: ScreeningStandard, county_client: Client) -> None:
    scheme("999901")
    answer = county_client.post(
        f"{LIST}{EAST}/list/",
        {"on": "2026-11-02", "case_class": "weak_lax", "level": "county_key", "items": ["WL07"],
         "document_no": "青组发〔2026〕9号", "reason": "常委会决定"},
    )  # fmt: skip
    assert answer.status_code == 302
    case = RectificationCase.objects.get()
    assert (case.status, case.listed_directly) == (CaseStatus.CONFIRMED, True)


def test_programs_read_the_same_list(
    standard: ScreeningStandard, county_client: Client, township_client: Client
) -> None:
    earned(EAST, 100, month=202512)
    found = county_client.get("/api/v1/screening-candidates/?year=2026").json()

    assert (found["villages"], found["listed"], found["low_share"]) == (5, 0, "5.00")
    assert found["results"][0]["village"] == EAST
    assert found["results"][0]["matched"][0]["code"] == "WL12"
    own = township_client.get("/api/v1/screening-candidates/?year=2026").json()["results"]
    assert {one["village"][:9] for one in own} == {"999901001"}
    assert county_client.get("/api/v1/screening-candidates/?year=2024").status_code == 404
    assert county_client.get("/api/v1/screening-candidates/?year=26").status_code == 400
    assert township_client.get("/api/v1/screening-candidates/?unit=999902").status_code == 404


def test_open_steps_wait_for_their_people(county: County, people: dict[str, Any]) -> None:
    case_in(EAST, CaseStatus.SCREENING)
    confirmed = case_in(GUO, CaseStatus.CONFIRMED)
    case_in(RIVER, CaseStatus.JOINT_REVIEW)
    CaseObjection.objects.create(
        case=confirmed, village=confirmed.village, county_code="999901", raised_by="村党支部",
        raised_on=date(2026, 3, 6), text="书记已到任", answered_on=date(2026, 3, 9),
        answer="属实", upheld=True,
    )  # fmt: skip
    steps, objections = TODOS

    def titles(source: Any, role: str) -> list[str]:
        return [one.title for one in source.items(people[role])]

    assert titles(steps, Role.TOWNSHIP_CLERK) == ["上报排查登记:李庄村"]
    assert titles(steps, Role.COUNTY_STAFF) == ["收齐部门意见、作出认定:何河村"]
    [first] = steps.items(people[Role.TOWNSHIP_CLERK])
    assert first.due_on == date(2026, 1, 19)
    assert titles(objections, Role.COUNTY_STAFF) == ["办理误列撤销(异议成立):郭集村"]
