"""The pages of cases as people meet them."""

from typing import Any

import pytest
from django.urls import reverse

from rectification.figures.stages import steps_of
from rectification.models import CaseSituation
from rectification.states import CaseStatus
from tests.rectification.acceptance.situations import attempt_of, begun
from tests.rectification.situations import case_in, standard, with_plan
from villages.accounts.choices import Role

pytestmark = pytest.mark.django_db
LI, HE, GUO = "999901001200", "999901001201", "999901101201"


def page(client: Any, name: str, *args: Any) -> str:
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.parametrize("status", CaseStatus)
def test_a_case_of_every_state_has_its_page(county_client: Any, status: CaseStatus) -> None:
    case = with_plan(case_in(LI, status))

    body = page(county_client, "cases:case", case.uid)

    assert case.number_shown in body
    assert str(status.label) in body


def test_the_page_says_what_is_next_and_for_whom(county_client: Any) -> None:
    case = case_in(LI, CaseStatus.PLAN_REVIEW)

    body = page(county_client, "cases:case", case.uid)

    assert "通过方案" in body
    # Five working days after 2026-03-16.
    assert "应在 2026-03-23 前" in body
    assert "已逾期" in body
    assert reverse("ledgers:cases_do_return-plan", args=[case.uid]) in body
    assert reverse("ledgers:cases_do_submit-plan", args=[case.uid]) not in body


def test_a_plan_shows_what_it_lacks(township_client: Any) -> None:
    case = case_in(LI, CaseStatus.PLANNING)

    body = page(township_client, "cases:case", case.uid)

    assert "没有写原因诊断" in body
    assert "没有“机关单位结对”,也没有说明原因" in body
    assert reverse("ledgers:case-problems_new") in body


def test_problem_measure_owner_day_and_progress_stand_in_a_row(county_client: Any) -> None:
    case = with_plan(case_in(LI, CaseStatus.IN_PROGRESS))

    body = page(county_client, "cases:case", case.uid)

    for words in ("书记空缺五个月", "选派书记", "钱多", "2026-06-30", "已逾期", "孙助", "李责"):
        assert words in body


def test_restricted_words_of_an_event_are_for_the_county_alone(
    county_client: Any, township_client: Any
) -> None:
    from rectification.actions.stepping import Said, put_on_record

    case = case_in(LI, CaseStatus.IN_PROGRESS)
    said = Said(text="宗族干扰", restricted=True)
    put_on_record(case, "opened", by="甲", on=case.status_since, said=said)

    assert "宗族干扰" in page(county_client, "cases:case", case.uid)
    assert "宗族干扰" not in page(township_client, "cases:case", case.uid)


def test_a_foreign_case_does_not_exist(township_client: Any) -> None:
    case = case_in(GUO, CaseStatus.IN_PROGRESS)

    assert township_client.get(reverse("cases:case", args=[case.uid])).status_code == 404


def test_board_and_first_page_count_the_same_cases(county_client: Any) -> None:
    case_in(LI, CaseStatus.IN_PROGRESS)
    case_in(HE, CaseStatus.SCREENING)
    case_in(GUO, CaseStatus.CLOSED)

    board, hub = page(county_client, "cases:board", 2026), page(county_client, "cases:hub")

    assert board.count("case-board__card") - board.count("case-board__cards") == 4
    assert "超过整顿时限" in board
    assert "2026 年" in hub
    assert hub.count("figure-tile__label") == 9


@pytest.mark.parametrize(
    ("only", "shown"),
    [("overdue", 1), ("late", 2), ("month", 0), ("work", 1), ("finding", 1), ("closed", 1)],
)
def test_a_number_of_the_first_page_opens_its_cases(
    county_client: Any, only: str, shown: int
) -> None:
    # The deadline of the first is over, the screening of the second waits since January.
    cases = [case_in(LI, CaseStatus.IN_PROGRESS), case_in(HE, CaseStatus.SCREENING)]
    cases.append(case_in(GUO, CaseStatus.CONSOLIDATED))

    url = reverse("cases:board", args=[2026])
    body = county_client.get(f"{url}?only={only}").content.decode()
    hub = page(county_client, "cases:hub")

    assert sum(one.uid in body for one in cases) == shown
    assert f"{url}?only={only}" in hub


def test_a_township_sees_its_own_board(township_client: Any) -> None:
    mine, other = case_in(LI, CaseStatus.IN_PROGRESS), case_in(GUO, CaseStatus.IN_PROGRESS)

    body = page(township_client, "cases:board", 2026)

    assert mine.uid in body
    assert other.uid not in body


def test_the_village_page_has_a_panel(county_client: Any) -> None:
    case = case_in(LI, CaseStatus.IN_PROGRESS)

    assert case.number_shown in page(county_client, "cases:panel", LI)
    assert "没有列入过整顿" in page(county_client, "cases:panel", HE)


def test_cases_are_found_by_number_and_village(people: Any) -> None:
    from rectification.search import find_cases

    case_in(LI, CaseStatus.IN_PROGRESS)
    other = case_in(GUO, CaseStatus.IN_PROGRESS)

    staff, clerk = people[Role.COUNTY_STAFF], people[Role.TOWNSHIP_CLERK]
    assert [hit.title for hit in find_cases(staff, other.number, 5)] == [str(other)]
    assert len(find_cases(staff, "李庄", 5)) == 1
    assert find_cases(clerk, other.number, 5) == []


@pytest.mark.parametrize(
    ("status", "role", "words"),
    [
        (CaseStatus.CONFIRMED, Role.TOWNSHIP_CLERK, "制定整顿方案"),
        (CaseStatus.PLANNING, Role.TOWNSHIP_CLERK, "报审整顿方案"),
        (CaseStatus.IN_PROGRESS, Role.TOWNSHIP_CLERK, "整顿时限将到"),
        (CaseStatus.TOWNSHIP_CHECK, Role.TOWNSHIP_CLERK, "申请验收"),
        (CaseStatus.PLAN_REVIEW, Role.COUNTY_STAFF, "审核整顿方案"),
    ],
)
def test_open_work_waits_for_the_one_who_owes_it(
    people: Any, status: CaseStatus, role: str, words: str
) -> None:
    from rectification.waiting.cases import TODOS

    case_in(LI, status)

    for source in TODOS:
        for one, user in people.items():
            found = list(source.items(user)) if source.allowed(user) else []
            mine = [item for item in found if words in item.title]
            assert not mine or one in (role, *_beside(role))
    assert _waiting(TODOS, people[role], words)


def _beside(role: str) -> tuple[str, ...]:
    both = {Role.TOWNSHIP_CLERK: Role.TOWNSHIP_SECRETARY, Role.COUNTY_STAFF: Role.COUNTY_MINISTER}
    return (both[Role(role)],)


def _waiting(sources: Any, user: Any, words: str) -> bool:
    return any(
        words in item.title
        for source in sources
        if source.allowed(user)
        for item in source.items(user)
    )


def test_a_relapsed_case_leads_to_its_next_round_and_did_not_hold(county_client: Any) -> None:
    old = case_in(LI, CaseStatus.RELAPSED)
    new = case_in(LI, CaseStatus.CONFIRMED, number=old.number, round=2, previous_case=old)

    body = page(county_client, "cases:case", old.uid)

    assert "下一轮" in body
    assert reverse("cases:case", args=[new.uid]) in body
    assert list(steps_of(CaseStatus.RELAPSED))[-1][1] == "todo"
    assert list(steps_of(CaseStatus.CONSOLIDATED))[-1][1] == "current"


def test_the_sheet_of_an_acceptance_is_one_press_away(
    county_client: Any, township_client: Any, people: Any
) -> None:
    case = begun(LI, people[Role.COUNTY_STAFF])
    sheet = reverse("cases:acceptance", args=[attempt_of(case).uid])

    assert f'href="{sheet}">填写验收表' in page(county_client, "cases:case", case.uid)
    assert "填写验收表" not in page(township_client, "cases:case", case.uid)
    assert reverse("cases:case", args=[case.uid]) in page(
        county_client, "cases:acceptance", attempt_of(case).uid
    )


def test_situations_of_a_case_stand_in_words_without_bars(county_client: Any, people: Any) -> None:
    case = case_in(LI, CaseStatus.SCREENING)
    item = standard("999901").items.get(code="WL01")
    CaseSituation.objects.create(
        case=case, village=case.village, county_code="999901", item=item, facts="空缺五个月"
    )

    body = page(county_client, "cases:case", case.uid)

    assert "书记缺职" in body
    assert "按乡镇" not in body
