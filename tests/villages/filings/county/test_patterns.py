"""What a reviewer is told about how a month came about."""

from datetime import date, datetime, timedelta

import pytest

from villages.common.clock import ZONE
from villages.filings.patterns import Handed, Pattern, Usual, patterns
from villages.filings.similar import Resemblance, Said

USUAL = Usual(alike=3, hours=4, months=3)
DUE = date(2026, 10, 25)
NOON = datetime(2026, 10, 20, 12, tzinfo=ZONE)


def found(handed: list[Handed], sent: dict[int, datetime] | None = None) -> list[Pattern]:
    return patterns(handed, DUE, sent or {}, USUAL)


def village(number: int, **rest: object) -> Handed:
    return Handed(f"{number:012d}", **rest)  # type: ignore[arg-type]


def test_an_ordinary_month_says_nothing() -> None:
    handed = [
        village(n, saved_at=NOON + timedelta(minutes=n), sent_at=NOON, changed={"a": str(n)})
        for n in range(20)
    ]

    assert found(handed, {202609: NOON - timedelta(days=30), 202610: NOON}) == []


def test_confirming_many_villages_in_one_minute_is_meant_to_be_fast() -> None:
    assert found([village(n, saved_at=NOON) for n in range(20)]) == []


@pytest.mark.parametrize(("villages", "told"), [(2, 0), (3, 1), (7, 1)])
def test_the_same_number_in_many_villages(villages: int, told: int) -> None:
    handed = [village(n, changed={"visits": "12", "rent": str(n)}) for n in range(villages)]

    expected = [Pattern("value", villages, "visits", "12")] * told
    assert found(handed) == expected


def alike(numbers: range, month: int) -> list[Resemblance]:
    return [
        Resemblance(Said(f"{n:012d}", 202610, f"句{n}"), Said("9", month, "原句"), 90 + n)
        for n in numbers
    ]


@pytest.mark.parametrize(("villages", "told"), [(2, False), (3, True)])
def test_sentences_nearly_the_same(villages: int, told: bool) -> None:
    others, earlier = (alike(range(villages), month) for month in (202610, 202609))

    found = patterns([], DUE, {}, USUAL, [*others, *earlier])

    text = f"句{villages - 1}"
    expected = [Pattern(code, villages, "原句", text) for code in ("similar", "again")]
    assert found == (expected if told else [])


def test_what_is_the_same_letter_by_letter_is_told_once() -> None:
    rows = [village(n, notes=["已核实"]) for n in range(3)]
    same = [
        Resemblance(Said(one.code, 202610, "已核实"), Said("9", 202610, "已核实"), 100)
        for one in rows
    ]

    assert patterns(rows, DUE, {}, USUAL, same) == [Pattern("words", 3, text="已核实")]


def test_the_same_sentence_and_the_same_minute() -> None:
    handed = [
        village(
            n, saved_at=NOON + timedelta(seconds=n), changed={"a": str(n)}, notes=["已核实"] * 2
        )
        for n in range(4)
    ]  # fmt: skip

    assert found(handed) == [Pattern("words", 4, text="已核实"), Pattern("minute", 4)]


@pytest.mark.parametrize(
    ("hour", "minute", "day", "told"),
    [(19, 59, 25, 0), (20, 1, 25, 3), (23, 59, 25, 3), (0, 1, 26, 0)],
)
def test_the_last_hours_before_the_end_of_the_due_day(
    hour: int, minute: int, day: int, told: int
) -> None:
    sent = datetime(2026, 10, day, hour, minute, tzinfo=ZONE)

    names = [one.count for one in found([village(n, sent_at=sent) for n in range(3)])]

    assert names == [told] * bool(told)


def test_many_months_within_an_hour_are_a_backfilled_batch() -> None:
    sent = {202600 + month: NOON + timedelta(minutes=20 * month) for month in range(1, 5)}

    assert found([], sent) == [Pattern("months", 4)]
    assert found([], {202601: NOON, 202602: NOON + timedelta(hours=2)}) == []
