"""Each check: facts that raise its question, and near ones that do not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from collective_economy.checks.catalogue import BY_CODE, CHECKS
from collective_economy.checks.doubles import doubled, equal_growths
from collective_economy.checks.facts import CheckFacts, Limits, Payment, Restated
from collective_economy.checks.roundtrips import RoundTrip, round_trips
from collective_economy.kinds import Direction

DAY, WAN = date(2026, 5, 1), 1_000_000
FACTS = CheckFacts(village=1, month=202612)


def _in(fen: int = 12_345, **more: Any) -> Payment:
    facts: dict[str, Any] = {"category": "operating", "party": "甲", "has_attachment": True}
    return Payment(
        direction=Direction.IN, dated_on=more.pop("on", DAY), voucher_no=more.pop("no", "1"),
        fen=fen, **facts | more,
    )  # fmt: skip


def _out(fen: int, on: date, party: str = "甲") -> Payment:
    return Payment(Direction.OUT, on, "9", "", fen, party)


YEAR = [100] * 11
CASES: dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]]]] = {
    "C01": (
        [{"payments": [_in(party_kind="government")]}, {"payments": [_in(account="财政补助")]}],
        [{"payments": [_in(party_kind="government", category="subsidy")]}, {}],
    ),
    "C02": ([{"doubled": [_in()]}], [{}]),
    "C03": (
        [{"months": [*YEAR, 301], "total_fen": 1401}, {"months": [100, *[None] * 10, 90],
                                                       "total_fen": 200}],
        [{"months": [*YEAR, 300], "total_fen": 1400}, {"months": YEAR, "total_fen": 1100},
         {"months": [*YEAR, None], "total_fen": 2000}, {"months": [0] * 12, "total_fen": 0}],
    ),
    "C04": (
        [{"payments": [_in(WAN)] * 4 + [_in(1)]}],
        [{"payments": [_in(WAN)] * 3 + [_in(1)] * 2}, {"payments": [_in(WAN)] * 4}],
    ),
    "C05": (
        [{"operating_fen": 5 * WAN, "tier_bounds": [5 * WAN, 10 * WAN]},
         {"operating_fen": 10 * WAN + 200_000, "tier_bounds": [5 * WAN, 10 * WAN]}],
        [{"operating_fen": 5 * WAN - 1, "tier_bounds": [5 * WAN]},
         {"operating_fen": 5 * WAN + 200_001, "tier_bounds": [5 * WAN]},
         {"operating_fen": None, "tier_bounds": [5 * WAN]}],
    ),
    "C06": (
        [{"payments": [_in(100, purpose="土地租金")], "contracts_fen": 69}],
        [{"payments": [_in(100, purpose="土地租金")], "contracts_fen": 70},
         {"payments": [_in(100, purpose="卖粮")], "contracts_fen": 1},
         {"payments": [_in(100, purpose="土地租金")]}],
    ),
    "C07": (
        [{"payments": [_in(WAN, has_attachment=False)]}],
        [{"payments": [_in(WAN - 1, has_attachment=False)]}, {"payments": [_in(WAN)]},
         {"payments": [_in(WAN, has_attachment=False, contract_no="HT-1")]}],
    ),
    "C08": (
        [{"operating_fen": 201, "last_year_fen": 100}],
        [{"operating_fen": 200, "last_year_fen": 100},
         {"operating_fen": 201, "last_year_fen": 100, "has_new_project": True},
         {"operating_fen": 201, "last_year_fen": 0}, {"operating_fen": 201}],
    ),
    "C09": ([{"equal_growth": 3}], [{"equal_growth": 2}]),
    "C10": ([{"restated": [Restated("2026年3月", 1, 2, "录错")]}], [{}]),
    "C11": (
        [{"running_months": 12, "operating_fen": 0}],
        [{"running_months": 11, "operating_fen": 0}, {"running_months": 12, "operating_fen": 1},
         {"running_months": 12}],
    ),
    "C12": (
        [{"total_fen": 100, "platform_fen": 94}, {"total_fen": 94, "platform_fen": 100}],
        [{"total_fen": 100, "platform_fen": 95}, {"total_fen": 100}],
    ),
    "C13": (
        [{"payments": [_in(purpose="征地补偿款")]}],
        [{"payments": [_in(purpose="地租")]},
         {"payments": [_in(category="", purpose="征地补偿款")]}],
    ),
    "C14": ([{"payments": [_in(account="短期借款")]}], [{"payments": [_in(account="经营收入")]}]),
    "C16": ([{"fallen": [Restated("2026年3月", 2, 1, "经营收入")]}], [{}]),
    "C15": (
        [{"rewards_fen": 21, "ceiling_fen": 20}],
        [{"rewards_fen": 20, "ceiling_fen": 20}, {"rewards_fen": 20}],
    ),
}  # fmt: skip


def test_every_check_has_cases() -> None:
    assert set(CASES) == set(BY_CODE)
    assert len(CHECKS) == 16


@pytest.mark.parametrize(
    ("code", "facts"), [(code, one) for code, (hits, _rest) in CASES.items() for one in hits]
)
def test_it_asks(code: str, facts: dict[str, Any]) -> None:
    hit = BY_CODE[code].judge(replace(FACTS, **facts), Limits())

    assert hit is not None
    assert hit.numbers


@pytest.mark.parametrize(
    ("code", "facts"), [(code, one) for code, (_hits, rest) in CASES.items() for one in rest]
)
def test_it_does_not_ask(code: str, facts: dict[str, Any]) -> None:
    assert BY_CODE[code].judge(replace(FACTS, **facts), Limits()) is None


def test_unknown_facts_raise_no_question() -> None:
    assert [one.code for one in CHECKS if one.judge(FACTS, Limits())] == []


def test_doubles_are_found_by_serial_by_number_and_across_villages() -> None:
    same_serial = [_in(5, no="1", bank_serial="S"), _in(6, no="2", bank_serial="S")]
    here, there = _in(700, no="3"), _in(700, no="8")
    alone = _in(9, no="4", on=date(2026, 6, 1))

    found = doubled({1: [*same_serial, here], 2: [there, alone]})

    assert found == {1: [*same_serial, here], 2: [there]}


def test_equal_growth_counts_within_one_filing_only() -> None:
    rows = [(1, "a", 110, 100), (2, "a", 220, 200), (3, "b", 11, 10), (4, "a", 100, 100),
            (5, "a", 5, 0)]  # fmt: skip

    assert equal_growths(rows) == {1: 2, 2: 2, 3: 1}


@pytest.mark.parametrize(
    ("back", "found"),
    [
        (_out(100_000, date(2026, 5, 31)), 1),
        (_out(98_000, date(2026, 5, 2)), 1),
        (_out(97_000, date(2026, 5, 2)), 0),
        (_out(100_000, date(2026, 6, 1)), 0),
        (_out(100_000, date(2026, 4, 30)), 0),
        (_out(100_000, date(2026, 5, 2), party="乙"), 0),
    ],
)
def test_a_round_trip_is_near_in_time_and_amount(back: Payment, found: int) -> None:
    assert len(round_trips([_in(100_000), back], days=30, permille=20)) == found


def test_each_payment_stands_in_one_pair() -> None:
    back = _out(100_000, date(2026, 5, 3))

    found = round_trips([_in(100_000, no="1"), _in(100_000, no="2"), back], days=30, permille=20)

    assert found == [RoundTrip("甲", DAY, date(2026, 5, 3), 100_000, 100_000)]
