"""Questions found in stored rows, their answers, and round trips in the ledger."""

from datetime import date
from typing import Any

import pytest

from collective_economy.actions.checks import accept_answer, answer_check, send_back_answer
from collective_economy.actions.roundtrips import decide_round_trip, note_round_trips
from collective_economy.checks.running import questions
from collective_economy.figures.roundtrips import open_round_trips
from collective_economy.kinds import Direction, Verdict
from collective_economy.models import CheckAnswer, IncomeEntry, PlatformTotal
from tests.collective_economy.factories import WAN, let, paid, place, running, stated
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.models import Village

pytestmark = pytest.mark.django_db
COUNTY, SCOPE = "999901", Scope.of(["999901"])
DECEMBER = Month(2026, 12)
ON = date(2026, 12, 31)


def _asked(month: Month = DECEMBER, scope: Scope = SCOPE) -> list[tuple[str, str]]:
    return [(one.village.code[-6:], one.check.code) for one in questions(scope, COUNTY, month)]


def _spike() -> None:
    stated(place(), 202611, 10 * WAN + WAN // 2)
    stated(place(), 202612, 20 * WAN)


def test_nothing_filed_raises_no_question(county: Any) -> None:
    assert _asked() == []


def test_vouchers_are_checked_one_by_one(county: Any) -> None:
    here, there = place("999901001200"), place("999901101201")
    paid(here, date(2026, 5, 1), 700, account="财政补助")
    paid(here, date(2026, 5, 2), WAN + 1, has_attachment=False)
    paid(here, date(2026, 5, 3), 800, purpose="征地补偿")
    paid(here, date(2026, 5, 4), 900, purpose="贷款")
    paid(here, date(2026, 5, 5), 1000)
    paid(there, date(2026, 5, 5), 1000)
    paid(there, date(2026, 5, 6), 3_000_001, purpose="土地租金")
    let(there, yearly_fen=100)

    assert _asked() == [
        ("001200", "C01"), ("001200", "C02"), ("001200", "C07"), ("001200", "C13"),
        ("001200", "C14"), ("101201", "C02"), ("101201", "C06"),
    ]  # fmt: skip
    assert _asked(scope=Scope.of(["999901101"])) == [("101201", "C02"), ("101201", "C06")]


def test_sums_are_checked_against_seasons_tiers_platform_and_last_year(county: Any) -> None:
    one, other, third = place("999901001200"), place("999901001201"), place("999901001202")
    _spike()
    stated(other, 202612, 5 * WAN + 1)
    PlatformTotal.objects.create(
        village=other, county_code=COUNTY, from_month=202601, to_month=202612, total_fen=6 * WAN
    )
    stated(third, 202612, 9 * WAN)
    stated(third, 202512, 4 * WAN)

    assert _asked() == [("001200", "C03"), ("001201", "C05"), ("001201", "C12"),
                        ("001202", "C08")]  # fmt: skip
    running(third, date(2026, 8, 1))
    assert ("001202", "C08") not in _asked()
    assert one.code == "999901001200"


def test_equal_growth_of_one_sheet_is_asked_in_each_village(county: Any) -> None:
    for n, village in enumerate(Village.objects.filter(code__startswith="999901001"), start=1):
        stated(village, 202512, n * 7 * WAN)
        stated(village, 202612, n * 7 * WAN * 11 // 10, source="a.xlsx")

    assert [code for _village, code in _asked()] == ["C09"] * 3


def test_a_change_after_the_tenth_is_asked_about(county: Any) -> None:
    for day, fen, asked in ((date(2026, 11, 10), 7, []), (date(2026, 11, 11), 8, ["C10"])):
        old = IncomeEntry.objects.filter(superseded_on=None).first() or stated(
            place(), 202610, 6 * WAN
        )
        old.superseded_on = day
        old.save()
        stated(place(), 202610, fen * WAN, replaces=old, reason="录错", recorded_on=day)
        assert [code for _village, code in _asked(Month(2026, 10))] == asked


def test_a_running_project_without_income_is_asked_about(county: Any) -> None:
    running(place(), date(2025, 10, 1))
    stated(place(), 202612, 0)

    assert _asked() == [("001200", "C11")]


def test_questions_cost_the_same_for_one_village_and_all(
    county: Any, django_assert_max_num_queries: Any
) -> None:
    _spike()
    for village in Village.objects.all():
        paid(village, date(2026, 5, 1), 700)

    with django_assert_max_num_queries(18):
        assert len(questions(SCOPE, COUNTY, DECEMBER)) > 1


def test_an_answer_is_kept_accepted_and_then_fixed(county: Any) -> None:
    _spike()

    row = answer_check(village=place(), month=DECEMBER, code="C03", answer="合同年底结清",
                       on=ON, by=COMMAND_LINE)  # fmt: skip
    assert questions(SCOPE, COUNTY, DECEMBER)[0].state == "answered"
    send_back_answer(row, reason="附合同编号", by=COMMAND_LINE)
    assert questions(SCOPE, COUNTY, DECEMBER)[0].state == "sent_back"
    answer_check(village=place(), month=DECEMBER, code="C03", answer="HT-1 年底结清",
                 on=ON, by=COMMAND_LINE)  # fmt: skip
    accept_answer(row, on=ON, by=COMMAND_LINE)
    assert questions(SCOPE, COUNTY, DECEMBER)[0].state == "accepted"

    with pytest.raises(DomainError) as refused:
        answer_check(village=place(), month=DECEMBER, code="C03", answer="改", on=ON,
                     by=COMMAND_LINE)  # fmt: skip
    assert refused.value.code == "answer_accepted"
    assert CheckAnswer.objects.get().answer == "HT-1 年底结清"


@pytest.mark.parametrize(
    ("code", "answer", "refusal"),
    [("C99", "好", "check_unknown"), ("C03", "  ", "answer_missing")],
)
def test_answers_that_are_none(county: Any, code: str, answer: str, refusal: str) -> None:
    with pytest.raises(DomainError) as refused:
        answer_check(
            village=place(), month=DECEMBER, code=code, answer=answer, on=ON, by=COMMAND_LINE
        )

    assert refused.value.code == refusal


def _trips() -> None:
    paid(place(), date(2026, 5, 1), 500_000, party="宏达公司")
    paid(place(), date(2026, 5, 9), 500_000, party="宏达公司", direction=Direction.OUT)
    paid(place(), date(2026, 5, 1), 300, party="张三")


def test_round_trips_are_noted_once_and_decided(county: Any) -> None:
    _trips()
    found = open_round_trips(SCOPE, COUNTY, DECEMBER)

    rows = note_round_trips(found=[(place(), pair) for pair in found[place().pk]], by=COMMAND_LINE)
    decided = decide_round_trip(
        rows[0], verdict=Verdict.PASS_THROUGH, decided_on=ON, reason="当月转回", by=COMMAND_LINE
    )

    assert [(one.party, one.amount_fen) for one in rows] == [("宏达公司", 500_000)]
    assert open_round_trips(SCOPE, COUNTY, DECEMBER) == {}
    assert (decided.verdict, decided.version) == (Verdict.PASS_THROUGH, 2)


def test_a_party_in_ordinary_business_is_not_asked_about_again(county: Any) -> None:
    _trips()
    pair = open_round_trips(SCOPE, COUNTY, DECEMBER)[place().pk][0]
    row = note_round_trips(found=[(place(), pair)], by=COMMAND_LINE)[0]
    decide_round_trip(row, verdict=Verdict.LEGIT, decided_on=ON, reason="代收代付",
                      by=COMMAND_LINE)  # fmt: skip
    paid(place(), date(2026, 8, 1), 70_000, party="宏达公司")
    paid(place(), date(2026, 8, 2), 70_000, party="宏达公司", direction=Direction.OUT)

    assert open_round_trips(SCOPE, COUNTY, DECEMBER) == {}


@pytest.mark.parametrize(
    ("reason", "day", "code"),
    [(" ", ON, "reason_missing"), ("核实", date(2026, 4, 30), "decided_too_early")],
)
def test_decisions_need_grounds_and_come_after(
    county: Any, reason: str, day: date, code: str
) -> None:
    _trips()
    pair = open_round_trips(SCOPE, COUNTY, DECEMBER)[place().pk][0]
    row = note_round_trips(found=[(place(), pair)], by=COMMAND_LINE)[0]

    with pytest.raises(DomainError) as refused:
        decide_round_trip(row, verdict=Verdict.LEGIT, decided_on=day, reason=reason,
                          by=COMMAND_LINE)  # fmt: skip

    assert refused.value.code == code
