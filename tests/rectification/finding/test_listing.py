"""From the screening to the list, or off it."""

from datetime import date
from typing import Any

import pytest

from rectification import states
from rectification.actions import finding, opening
from rectification.actions.objections import answer_objection
from rectification.models import (
    CaseEvent,
    CaseObjection,
    CaseOpinion,
    CaseSituation,
    RectificationCase,
)
from rectification.states import CaseStatus
from tests.rectification.situations import case_in, scheme, standard, village, words
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.models import County

EAST, RIVER, BRIDGE = "999901001200", "999901001201", "999901001202"
COUNTY = "999901"


@pytest.fixture
def clerk(people: dict[str, Any]) -> Any:
    """The township's clerk."""
    return people[Role.TOWNSHIP_CLERK]


@pytest.fixture
def staff(people: dict[str, Any]) -> Any:
    """Staff of the organization department."""
    return people[Role.COUNTY_STAFF]


def opened(by: Any, code: str = EAST, **given: Any) -> RectificationCase:
    """A village registered in the screening of 2026."""
    item = standard(COUNTY).items.get(code="WL01")
    values = {"on": date(2026, 1, 12), "year": 2026, "case_class": "weak_lax",
              "facts": "书记空缺五个月", "situations": [(item, "空缺 150 天")],
              **given}  # fmt: skip
    return opening.open_screening(village(code), by=by, **values)


def proposed(case: RectificationCase, by: Any) -> RectificationCase:
    """The township's proposal."""
    return finding.propose(
        case, by=by, on=date(2026, 1, 20), resolution_no="柳委〔2026〕3号",
        proposal_reason="班子长期不健全", township_meeting_on=date(2026, 1, 19),
    )  # fmt: skip


def opinions(case: RectificationCase, count: int, on: date = date(2026, 1, 28)) -> None:
    """What so many departments said."""
    for number in range(count):
        CaseOpinion.objects.create(
            case=case, village=case.village, county_code=COUNTY, department=f"部门{number}{on}",
            opinion="agree", answered_on=on,
        )  # fmt: skip


def refused(code: str, act: Any, *args: Any, **rest: Any) -> DomainError:
    """The refusal of an act."""
    with pytest.raises(DomainError) as error:
        act(*args, **rest)
    assert error.value.code == code
    return error.value


def test_numbers_run_by_year_without_gaps(county: County, clerk: Any) -> None:
    first, second = opened(clerk), opened(clerk, RIVER)
    third = opened(clerk, BRIDGE, year=2025)

    assert [one.number for one in (first, second, third)] == ["2026-001", "2026-002", "2025-001"]
    assert first.handler == clerk
    assert CaseSituation.objects.get(case=first).facts == "空缺 150 天"
    [event] = CaseEvent.objects.filter(case=first)
    assert (event.step, event.to_status, event.on) == ("opened", "screening", date(2026, 1, 12))


def test_one_village_has_one_open_case(county: County, clerk: Any) -> None:
    opened(clerk)
    error = refused("case_open", opened, clerk)
    assert "2026-001" in error.message

    # A refusal takes no number.
    assert opened(clerk, RIVER).number == "2026-002"


def test_a_former_case_is_linked(county: County, clerk: Any) -> None:
    old = case_in(EAST, CaseStatus.CLOSED, listed_year=2022, number="2022-004")
    gone = case_in(RIVER, CaseStatus.CLOSED, listed_year=2020, number="2020-001")

    assert opened(clerk).previous_case == old
    assert opened(clerk, RIVER).previous_case is None
    assert gone.listed_year == 2020


def test_the_way_onto_the_list(county: County, clerk: Any, staff: Any) -> None:
    rules = scheme(COUNTY)
    case = proposed(opened(clerk), clerk)
    case = finding.start_review(case, by=staff, on=date(2026, 1, 26))
    given = {"by": staff, "on": date(2026, 3, 2), "document_no": "青组发〔2026〕8号"}

    opinions(case, 2)
    error = refused("case_opinions_missing", finding.confirm, case, **given)
    assert "3" in error.message and "2" in error.message

    opinions(case, 1, on=date(2026, 1, 29))
    case = finding.confirm(case, **given, level="county_key", decision="列入整顿")

    assert (case.status, case.level, case.scheme) == ("confirmed", "county_key", rules)
    assert case.confirmed_on == date(2026, 3, 2)
    steps = list(CaseEvent.objects.filter(case=case).order_by("pk").values_list("step", flat=True))
    assert steps == ["opened", "propose", "start-review", "confirm"]


def test_a_proposal_names_a_situation(county: County, clerk: Any) -> None:
    case = opened(clerk, situations=[])
    refused("case_no_situation", proposed, case, clerk)


def test_a_meeting_is_not_after_the_proposal(county: County, clerk: Any) -> None:
    refused(
        "meeting_too_late", finding.propose, opened(clerk), by=clerk, on=date(2026, 1, 20),
        resolution_no="1", proposal_reason="班子不齐", township_meeting_on=date(2026, 1, 21),
    )  # fmt: skip


def test_what_is_sent_back_needs_new_opinions(county: County, clerk: Any, staff: Any) -> None:
    words(COUNTY)
    scheme(COUNTY)
    case = proposed(opened(clerk), clerk)
    case = finding.start_review(case, by=staff, on=date(2026, 1, 26))
    opinions(case, 3)
    case = finding.send_back(
        case, by=staff, on=date(2026, 2, 1), reason="措施空泛", text="事实不清"
    )
    assert case.status == CaseStatus.SCREENING

    case = finding.propose(
        case, by=clerk, on=date(2026, 2, 9), resolution_no="柳委〔2026〕5号",
        proposal_reason="已补充事实", township_meeting_on=date(2026, 2, 8),
    )  # fmt: skip
    case = finding.start_review(case, by=staff, on=date(2026, 2, 10))

    assert finding.opinions_given(case) == 0
    refused("case_opinions_missing", finding.confirm, case, by=staff, on=date(2026, 3, 2),
            document_no="1")  # fmt: skip


def test_what_is_dropped_or_not_confirmed_ends(county: County, clerk: Any, staff: Any) -> None:
    dropped = finding.drop(opened(clerk), by=clerk, on=date(2026, 1, 20), reason="书记已到任")
    case = finding.start_review(
        proposed(opened(clerk, RIVER), clerk), by=staff, on=date(2026, 1, 26)
    )
    other = finding.not_confirm(case, by=staff, on=date(2026, 2, 1), reason="情形不成立")

    assert dropped.status == other.status == CaseStatus.WITHDRAWN
    assert other.review_decision == "情形不成立"
    # Another case of the village may follow.
    assert opened(clerk, on=date(2026, 2, 3)).number == "2026-003"


def test_withdrawing_needs_a_document(county: County, staff: Any) -> None:
    case = case_in(EAST, CaseStatus.IN_PROGRESS)
    given = {"by": staff, "on": date(2026, 4, 1), "reason": "数据有误"}

    refused("case_wrongly_listed_document", finding.withdraw, case, **given, document_no="")
    case = finding.withdraw(case, **given, document_no="青组发〔2026〕11号")

    assert (case.status, case.withdrawn_document) == ("withdrawn", "青组发〔2026〕11号")
    assert not RectificationCase.objects.listed(2026).exists()


def test_a_village_is_listed_by_a_decision(county: County, staff: Any) -> None:
    given = {"by": staff, "on": date(2026, 3, 2), "year": 2026, "case_class": "backward",
             "document_no": "青组发〔2026〕8号", "reason": "发生群体性事件"}  # fmt: skip
    refused("no_scheme", opening.list_directly, village(EAST), **given)
    scheme(COUNTY)

    case = opening.list_directly(village(EAST), **given)

    assert (case.status, case.listed_directly) == (CaseStatus.CONFIRMED, True)
    event = CaseEvent.objects.get(case=case)
    assert (event.step, event.document_no, event.text) == (
        "opened", "青组发〔2026〕8号", "发生群体性事件",
    )  # fmt: skip


def test_an_upheld_objection_only_suggests_withdrawing(
    county: County, clerk: Any, staff: Any
) -> None:
    case = case_in(EAST, CaseStatus.CONFIRMED)
    row = CaseObjection.objects.create(
        case=case, village=case.village, county_code=COUNTY, raised_by="村党支部",
        raised_on=date(2026, 3, 6), text="书记已到任",
    )  # fmt: skip
    answer_objection(row, by=staff, on=date(2026, 3, 10), answer="情况属实", upheld=True)

    case.refresh_from_db()
    assert case.status == CaseStatus.CONFIRMED
    refused("objection_answered", answer_objection, row, by=staff, on=date(2026, 3, 11),
            answer="再答", upheld=False)  # fmt: skip


@pytest.mark.parametrize("status", list(CaseStatus))
@pytest.mark.parametrize(
    "key", ["propose", "drop", "send-back", "start-review", "confirm", "not-confirm", "withdraw"]
)
def test_steps_go_only_from_their_states(
    county: County, staff: Any, key: str, status: CaseStatus
) -> None:
    words(COUNTY)
    scheme(COUNTY)
    case = case_in(EAST, status)
    item = standard(COUNTY).items.get(code="WL01")
    CaseSituation.objects.create(case=case, village=case.village, county_code=COUNTY, item=item)
    opinions(case, 3, on=date(2026, 11, 1))
    step, day = states.BY_KEY[key], date(2026, 11, 2)
    asked: dict[str, Any] = {
        "propose": {"resolution_no": "1", "proposal_reason": "理由", "township_meeting_on": day},
        "confirm": {"document_no": "1"},
        "send-back": {"reason": "措施空泛"},
        "withdraw": {"reason": "误列", "document_no": "1"},
    }.get(key, {} if key == "start-review" else {"reason": "理由"})
    act = getattr(finding, key.replace("-", "_"))

    if states.allowed(step, status):
        assert act(case, by=staff, on=day, **asked).status == (step.target or status)
    else:
        refused("case_step", act, case, by=staff, on=day, **asked)
