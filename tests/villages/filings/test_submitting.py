"""A township's month from draft to receipt."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from tests.villages.filings.memory import HELD, RENT, VISITS, Memory, asks
from villages.accounts.models import User
from villages.common.clock import ZONE
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings.actions.desks import sit_down
from villages.filings.actions.drafting import save_draft
from villages.filings.actions.reviewing import Objection, accept, send_back
from villages.filings.actions.submitting import Submission, submit
from villages.filings.actions.withdrawing import withdraw
from villages.filings.choices import Channel, FilingState, Mark, ReturnReason
from villages.filings.figures.sheet import sheet
from villages.filings.models import Filing, FilingMark, FilingReceipt
from villages.imports.actions.months import close_month
from villages.imports.months import due_date
from villages.models import County, Village

MONTH = Month(2026, 10)
AT = datetime(2026, 10, 20, 9, 0, tzinfo=ZONE)
LATE = datetime(2026, 10, 27, 9, 0, tzinfo=ZONE)


@pytest.fixture
def clerk(people: dict[str, User]) -> User:
    return people["township_clerk"]


@pytest.fixture
def codes(county: County, clerk: User) -> tuple[str, ...]:
    asks(county.code, VISITS, RENT, HELD)
    rows = Village.objects.visible_to(clerk).order_by("code")
    return tuple(rows.values_list("code", flat=True))


def hand_in(codes: tuple[str, ...], by: User, *, at: datetime = AT, key: str = "k1", **rest: Any):
    return submit(handed=Submission(MONTH, codes, key, Channel.GRID, **rest), by=by, at=at)


def pk_of(code: str) -> int:
    return Village.objects.get(code=code).pk


def test_values_land_in_their_ledger_and_nowhere_else(
    memory: Memory, codes: tuple[str, ...], clerk: User
) -> None:
    typed = {code: {VISITS.key: "12", RENT.key: "3.5万", HELD.key: "是"} for code in codes}

    receipt = hand_in(codes, clerk, typed=typed)

    assert memory.rows[pk_of(codes[0]), 202610] == {
        VISITS.key: 12, RENT.key: 3_500_000, HELD.key: True,
    }  # fmt: skip
    assert memory.sources == [f"填报 {receipt.number}"]
    rows = Filing.objects.all()
    assert {(one.state, one.is_late) for one in rows} == {(FilingState.SUBMITTED, False)}
    assert all(one.draft == {} for one in rows)
    assert receipt.villages == len(codes) == 3


def test_an_unchanged_village_is_confirmed_without_typing(
    memory: Memory, codes: tuple[str, ...], clerk: User
) -> None:
    for code in codes:
        memory.rows[pk_of(code), 202609] = {VISITS.key: 9, RENT.key: 100, HELD.key: True}

    hand_in(codes, clerk, typed={codes[0]: {VISITS.key: "10"}})

    marks = FilingMark.objects.filter(filing__village__code=codes[0])
    assert dict(marks.values_list("input_key", "mark")) == {
        VISITS.key: Mark.CHANGED, RENT.key: Mark.CONFIRMED, HELD.key: Mark.CONFIRMED,
    }  # fmt: skip
    assert memory.rows[pk_of(codes[1]), 202610] == {VISITS.key: 9, RENT.key: 100, HELD.key: True}


def test_the_same_key_twenty_times_is_one_filing(
    memory: Memory, codes: tuple[str, ...], clerk: User
) -> None:
    receipts = {hand_in(codes, clerk).pk for _again in range(20)}

    assert len(receipts) == FilingReceipt.objects.count() == 1
    assert len(memory.sources) <= 1


def test_a_draft_keeps_what_cannot_be_read_and_submitting_names_the_cell(
    memory: Memory, codes: tuple[str, ...], clerk: User
) -> None:
    save_draft(month=MONTH, typed={codes[0]: {VISITS.key: "十来户"}}, versions={}, by=clerk, at=AT)

    with pytest.raises(DomainError) as refused:
        hand_in(codes, clerk)

    assert refused.value.code == "filing_invalid"
    assert list(refused.value.fields) == [f"{codes[0]}:{VISITS.key}"]
    assert Filing.objects.get(village__code=codes[0]).draft == {VISITS.key: "十来户"}
    assert not FilingReceipt.objects.exists()


def test_an_odd_value_needs_one_sentence(
    memory: Memory, codes: tuple[str, ...], clerk: User
) -> None:
    memory.rows[pk_of(codes[0]), 202609] = {RENT.key: 3_500_000}
    typed = {codes[0]: {RENT.key: "35000万"}}

    with pytest.raises(DomainError) as refused:
        hand_in(codes[:1], clerk, typed=typed)
    receipt = hand_in(
        codes[:1], clerk, typed=typed, notes={codes[0]: {RENT.key: "新签厂房整体出租合同"}}
    )

    assert refused.value.code == "note_needed"
    assert "一万倍" in refused.value.fields[f"{codes[0]}:{RENT.key}"]
    assert FilingMark.objects.get(input_key=RENT.key).note == "新签厂房整体出租合同"
    assert receipt.villages == 1


def test_late_is_late_for_ever_and_accepted_with_a_reason(
    memory: Memory, codes: tuple[str, ...], clerk: User, people: dict[str, User]
) -> None:
    hand_in(codes, clerk, at=LATE)
    staff = people["county_staff"]

    with pytest.raises(DomainError, match="迟报"):
        accept(month=MONTH, codes=codes, by=staff, at=LATE)
    accept(month=MONTH, codes=codes, by=staff, at=LATE, late_reason="洪水断网")

    assert set(Filing.objects.values_list("state", "is_late", "late_reason")) == {
        (FilingState.ACCEPTED, True, "洪水断网")
    }


def test_two_go_back_at_the_cell_and_come_again(
    memory: Memory, codes: tuple[str, ...], clerk: User, people: dict[str, User], county: County
) -> None:
    staff = people["county_staff"]
    hand_in(codes, clerk, typed={code: {VISITS.key: "12"} for code in codes})
    accept(month=MONTH, codes=codes[1:], by=staff, at=AT)

    send_back(
        month=MONTH, by=staff, at=AT,
        objections=[Objection(codes[0], VISITS.key, ReturnReason.UNIT, "请核对")],
    )  # fmt: skip

    village = Village.objects.get(code=codes[0])
    cell = sheet([village], county.code, MONTH).lines[0].cells[0]
    assert (cell.returned, cell.text) == ("单位或位数可能有误请核对", "12")
    hand_in(codes[:1], clerk, key="k2", typed={codes[0]: {VISITS.key: "2"}})
    again = Filing.objects.get(village=village)
    assert (again.state, again.is_late) == (FilingState.SUBMITTED, False)
    assert not again.returns.filter(mended_at=None).exists()


def test_withdrawing_gives_the_values_back_as_a_draft(
    memory: Memory, codes: tuple[str, ...], clerk: User
) -> None:
    hand_in(codes, clerk, typed={codes[0]: {VISITS.key: "12", RENT.key: "35000"}})

    withdraw(month=MONTH, codes=codes, by=clerk, at=AT)

    assert memory.rows[pk_of(codes[0]), 202610] == {}
    first = Filing.objects.get(village__code=codes[0])
    assert first.state == FilingState.DRAFT
    assert first.draft == {VISITS.key: "12", RENT.key: "35000", HELD.key: ""}


def test_what_is_accepted_is_not_withdrawn(
    memory: Memory, codes: tuple[str, ...], clerk: User, people: dict[str, User]
) -> None:
    hand_in(codes, clerk)
    accept(month=MONTH, codes=codes, by=people["county_staff"], at=AT)

    with pytest.raises(DomainError) as refused:
        withdraw(month=MONTH, codes=codes[:1], by=clerk, at=AT)

    assert refused.value.code == "state_wrong"
    assert "已通过" in refused.value.fields[codes[0]]


def test_a_closed_month_refuses_and_the_draft_stays(
    memory: Memory, codes: tuple[str, ...], clerk: User, people: dict[str, User], county: County
) -> None:
    month = Month(2026, 9)
    save_draft(month=month, typed={codes[0]: {VISITS.key: "7"}}, versions={}, by=clerk, at=AT)
    close_month(county=county.code, month=month, by=people["county_staff"])

    with pytest.raises(DomainError) as refused:
        submit(handed=Submission(month, codes, "k", Channel.GRID), by=clerk, at=AT)

    assert refused.value.code == "month_closed"
    assert Filing.objects.get(month=202609).draft == {VISITS.key: "7"}


def test_an_older_version_is_refused_and_named(
    memory: Memory, codes: tuple[str, ...], clerk: User
) -> None:
    seen = save_draft(
        month=MONTH, typed={codes[0]: {VISITS.key: "7"}}, versions={}, by=clerk, at=AT
    )
    save_draft(month=MONTH, typed={codes[0]: {VISITS.key: "8"}}, versions=seen, by=clerk, at=AT)

    with pytest.raises(DomainError) as refused:
        save_draft(month=MONTH, typed={codes[0]: {VISITS.key: "9"}}, versions=seen, by=clerk, at=AT)

    assert refused.value.code == "version_changed"
    assert list(refused.value.fields) == [codes[0]]


def test_a_foreign_village_does_not_exist(
    memory: Memory, codes: tuple[str, ...], clerk: User, other_county: County
) -> None:
    foreign = Village.objects.filter(county_code=other_county.code).first()

    with pytest.raises(DomainError) as refused:
        hand_in((codes[0], foreign.code), clerk)

    assert refused.value.code == "village_unknown"
    assert not Filing.objects.exists()


def test_a_leader_reads_but_does_not_file(
    memory: Memory, codes: tuple[str, ...], people: dict[str, User]
) -> None:
    with pytest.raises(DomainError) as refused:
        hand_in(codes, people["county_leader"])

    assert refused.value.code == "filing_not_allowed"


def test_a_second_tab_reads_until_it_takes_over(clerk: User, people: dict[str, User]) -> None:
    other, township = people["township_secretary"], clerk.home_code
    desk = {"township": township, "month": MONTH}
    sit_down(**desk, tab="a", by=clerk, at=AT)

    with pytest.raises(DomainError, match=clerk.name):
        sit_down(**desk, tab="b", by=other, at=AT)
    taken = sit_down(**desk, tab="b", by=other, at=AT, take_over=True)
    with pytest.raises(DomainError, match=other.name):
        sit_down(**desk, tab="a", by=clerk, at=AT + timedelta(minutes=14))

    assert taken.holder == other
    assert sit_down(**desk, tab="a", by=clerk, at=AT + timedelta(minutes=15)).holder == clerk


@pytest.mark.parametrize(
    ("hour", "late"), [(15, False), (16, True), (23, True)], ids=["23:00", "00:00", "07:00"]
)
def test_lateness_is_counted_in_days_of_the_county(
    memory: Memory, codes: tuple[str, ...], clerk: User, hour: int, late: bool
) -> None:
    due = due_date(MONTH, codes[0][:6])

    hand_in(codes, clerk, at=datetime.combine(due, time(hour), UTC))

    assert set(Filing.objects.values_list("is_late", flat=True)) == {late}
