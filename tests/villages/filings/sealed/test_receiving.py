"""A workbook comes back from another machine."""

from datetime import date
from typing import Any

import pytest

from tests.villages.filings.memory import HELD, RENT, VISITS, Memory
from tests.villages.filings.sealed.conftest import (
    FIRST,
    HELD_AT,
    MONTH,
    NOTE_AT,
    RENT_AT,
    VISITS_AT,
    Edit,
    edited,
    filled,
)
from tests.villages.filings.test_submitting import AT
from tests.villages.imports.books import book_bytes
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.filings.actions.drafting import save_draft
from villages.filings.choices import FilingState, Mark
from villages.filings.models import Filing, FilingMark, FilingReceipt
from villages.filings.sealed.reading import filled_of, text_of
from villages.filings.sealed.receiving import Received, receive
from villages.filings.sealed.seal import seal_of
from villages.imports.actions.months import close_month
from villages.imports.reading import child
from villages.imports.reading.child import packed
from villages.imports.reading.limits import DEFAULT
from villages.imports.reading.run import unpacked
from villages.models import Village


def send(content: bytes, by: User, *, submit: bool = False) -> Received:
    return receive(by=by, chunks=[content], shown="十月.xlsx", submit=submit, at=AT)


def test_what_was_filled_is_a_draft_of_every_village(
    book: bytes, clerk: User, villages: list[Village]
) -> None:
    received = send(filled(book, (0, VISITS_AT, 12), (1, HELD_AT, "否")), clerk)

    assert {one.result for one in received.outcomes.values()} == {"saved"}
    first, second, third = Filing.objects.order_by("village__code")
    assert first.draft == {VISITS.key: "12", RENT.key: "35000", HELD.key: "是"}
    assert second.draft[HELD.key] == "否"
    assert third.state == FilingState.DRAFT


def test_handing_in_at_once_writes_the_ledger_and_marks_what_was_left(
    book: bytes, clerk: User, villages: list[Village], ledger: Memory
) -> None:
    received = send(filled(book, (0, VISITS_AT, 12)), clerk, submit=True)

    assert received.receipt is not None
    assert (received.receipt.channel, received.receipt.villages) == ("sealed", 3)
    assert ledger.rows[villages[0].pk, 202610][VISITS.key] == 12
    marks = FilingMark.objects.filter(filing__village=villages[0])
    assert dict(marks.values_list("input_key", "mark")) == {
        VISITS.key: Mark.CHANGED, RENT.key: Mark.CONFIRMED, HELD.key: Mark.CONFIRMED,
    }  # fmt: skip


def test_the_same_file_thrice_is_one_filing(book: bytes, clerk: User) -> None:
    content = filled(book, (0, VISITS_AT, 12))

    receipts = [send(content, clerk, submit=True).receipt for _again in range(3)]

    assert len({one.pk for one in receipts if one}) == FilingReceipt.objects.count() == 1
    assert set(Filing.objects.values_list("version", flat=True)) == {3}


def test_the_same_file_thrice_as_a_draft_changes_nothing_after_the_first(
    book: bytes, clerk: User
) -> None:
    content = filled(book, (0, VISITS_AT, 12))

    results = [
        {one.result for one in send(content, clerk).outcomes.values()} for _again in range(3)
    ]

    assert results == [{"saved"}, {"unchanged"}, {"unchanged"}]
    assert set(Filing.objects.values_list("version", flat=True)) == {2}


def test_whoever_is_entitled_may_hand_it_over(
    book: bytes, clerk: User, people: dict[str, User]
) -> None:
    content = filled(book, (0, VISITS_AT, 12))
    first = send(content, people["county_staff"], submit=True)

    again = send(content, clerk, submit=True)

    assert first.receipt == again.receipt is not None
    assert FilingReceipt.objects.get().submitted_by == people["county_staff"]


def test_habits_of_spreadsheets_are_read(
    book: bytes, clerk: User, villages: list[Village], ledger: Memory
) -> None:
    typed = [
        (VISITS_AT, ("１２", 12.0, None)), (RENT_AT, ("3.5万", "3.6 万元", "36,000.50")),
        (HELD_AT, (True, "否", "√")),
    ]  # fmt: skip
    cells = [(place, column, value) for column, own in typed for place, value in enumerate(own)]

    received = send(filled(book, *cells), clerk, submit=True)

    assert received.receipt is not None
    assert [ledger.rows[one.pk, 202610] for one in villages] == [
        {VISITS.key: 12, RENT.key: 3_500_000, HELD.key: True},
        {VISITS.key: 12, RENT.key: 3_600_000, HELD.key: False},
        {RENT.key: 3_600_050, HELD.key: True},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (True, "是"), (3.0, "3"), (0.1 + 0.2, "0.3"), (date(2026, 10, 5), "2026-10-05")],
)
def test_a_cell_is_read_as_somebody_would_type_it(value: Any, text: str) -> None:
    assert text_of(value) == text


def test_faults_are_named_by_cell_and_nothing_is_kept(book: bytes, clerk: User) -> None:
    received = send(filled(book, (1, VISITS_AT, "十来户"), (2, RENT_AT, -5)), clerk, submit=True)

    assert [(one.sheet, one.column, one.row, one.value) for one in received.faults] == [
        ("2026年10月填报", "C", 5, "十来户"), ("2026年10月填报", "E", 6, "-5"),
    ]  # fmt: skip
    assert not Filing.objects.exists()
    marked = edited(received.marked, lambda opened: None)
    cells: list[Any] = []
    edited(marked, lambda opened: cells.append(opened["2026年10月填报"]["C5"].comment.text))
    assert "整数" in cells[0]


def test_an_odd_value_stays_a_draft_without_a_sentence(
    book: bytes, clerk: User, villages: list[Village]
) -> None:
    odd = (0, RENT_AT, 350_000_000)

    stopped = send(filled(book, odd), clerk, submit=True)
    taken = send(filled(book, odd, (0, NOTE_AT, "新签厂房出租合同")), clerk)

    assert list(stopped.refused) == [villages[0].code]
    assert "一万倍" in stopped.refused[villages[0].code].troubles[0].message
    assert taken.refused.keys() <= {villages[0].code}
    assert Filing.objects.get(village=villages[0]).draft[RENT.key] == "350000000"


def _set(sheet: str | int, address: str, value: Any) -> Edit:
    def edit(opened: Any) -> None:
        page = opened.worksheets[sheet] if isinstance(sheet, int) else opened[sheet]
        page[address].value = value

    return edit


def _delete_row(opened: Any) -> None:
    opened.worksheets[0].delete_rows(FIRST + 1)


def _delete_column(opened: Any) -> None:
    opened.worksheets[0].delete_cols(VISITS_AT)


def _shorten_seal(opened: Any) -> None:
    opened["表格印记"].delete_rows(8)


@pytest.mark.parametrize(
    ("edit", "named"),
    [
        (_set("表格印记", "B1", "0" * 32), "表号"),
        (_set("表格印记", "B3", "999901002"), "乡镇"),
        (_set("表格印记", "B4", "2026-09"), "月份"),
        (_set("表格印记", "B5", "test.rent"), "填报项"),
        (_set("表格印记", "B7", "5 东村"), "的版本"),
        (_set("表格印记", "C4", "x"), "月份"),
        (_set("表格印记", "A20", "village 999901002001"), "999901002001"),
        (_shorten_seal, "的版本"),
        (_set(0, f"A{FIRST}", "999901002001"), "第 4 行的村代码“999901002001”"),
        (_set(0, f"B{FIRST}", "别的村"), "第 4 行的村名“别的村”"),
        (_set(0, "C3", "走访户数(人)"), "列“走访户数(户)”"),
        (_delete_row, "缺少"),
        (_delete_column, "走访户数"),
    ],
)
def test_an_altered_seal_or_row_is_named(book: bytes, clerk: User, edit: Edit, named: str) -> None:
    tables = unpacked(packed(child.tables(edited(book, edit), DEFAULT)))

    with pytest.raises(DomainError) as refused:
        filled_of(tables, seal_of(tables), (VISITS, RENT, HELD))

    assert refused.value.code == "sealed_altered"
    assert named in refused.value.message


def test_rows_may_be_sorted(book: bytes, clerk: User, villages: list[Village]) -> None:
    def turn(opened: Any) -> None:
        page = opened.worksheets[0]
        rows = [[cell.value for cell in row] for row in page.iter_rows(FIRST, FIRST + 2)]
        for number, row in enumerate(reversed(rows)):
            for place, value in enumerate(row, 1):
                page.cell(FIRST + number, place).value = value

    send(edited(filled(book, (0, VISITS_AT, 12)), turn), clerk)

    assert Filing.objects.get(village=villages[0]).draft[VISITS.key] == "12"


def test_a_new_secret_key_reads_what_the_old_one_sealed(
    book: bytes, clerk: User, settings: Any
) -> None:
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another-" + "y" * 40
    with pytest.raises(DomainError, match="表号"):
        send(book, clerk)

    settings.SECRET_KEY_FALLBACKS = [old]

    assert len(send(book, clerk).outcomes) == 3


def test_anybody_elses_workbook_is_not_ours(clerk: User, ledger: Memory) -> None:
    with pytest.raises(DomainError) as refused:
        send(book_bytes([["村代码", "村名"]]), clerk)

    assert refused.value.code == "sealed_missing"


def test_a_foreign_township_is_refused(
    book: bytes, people: dict[str, User], other_county: Any
) -> None:
    from tests.factories import one_of_each_role

    stranger = one_of_each_role(other_county.code)["county_staff"]

    with pytest.raises(DomainError) as refused:
        send(book, stranger)

    assert refused.value.code == "township_unknown"


def test_villages_that_others_changed_meanwhile_are_listed(
    book: bytes, clerk: User, villages: list[Village]
) -> None:
    code = villages[1].code
    save_draft(month=MONTH, typed={code: {VISITS.key: "7"}}, versions={}, by=clerk, at=AT)

    received = send(filled(book, (0, VISITS_AT, 12)), clerk)

    assert list(received.refused) == [code]
    assert Filing.objects.get(village__code=code).draft == {VISITS.key: "7"}
    assert Filing.objects.get(village=villages[0]).draft[VISITS.key] == "12"


def test_a_closed_month_takes_nothing(
    book: bytes, clerk: User, people: dict[str, User], villages: list[Village]
) -> None:
    close_month(county=clerk.home_code[:6], month=MONTH, by=people["county_staff"])

    received = send(book, clerk, submit=True)

    assert {one.troubles[0].code for one in received.refused.values()} == {"month_closed"}
    assert len(received.refused) == 3
    assert not Filing.objects.exists()
