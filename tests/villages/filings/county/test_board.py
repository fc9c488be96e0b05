"""The matrix of townships and months."""

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests.villages.filings.memory import VISITS, Memory, asks
from tests.villages.filings.test_submitting import LATE, MONTH, hand_in
from villages.accounts.models import User
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.filings.choices import FilingState
from villages.filings.figures.board import BoardCell, board
from villages.filings.models import Filing
from villages.imports.actions.months import close_month
from villages.models import County, Village

YEAR = Month(2026, 1).until(Month(2026, 12))
AFTER = date(2026, 11, 3)
URL = "/filings/board/"


@pytest.fixture
def codes(memory: Memory, county: County) -> tuple[str, ...]:
    asks(county.code, VISITS)
    rows = Village.objects.filter(township__code=f"{county.code}001").order_by("code")
    return tuple(rows.values_list("code", flat=True))


def cell(**given: object) -> BoardCell:
    usual = {"expected": 3, "handed": 0, "late": 0, "to_review": 0, "returned": 0,
             "is_due": False, "is_closed": False}  # fmt: skip
    return BoardCell(MONTH, **{**usual, **given})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "word", "note"),
    [
        ({}, "未到期", ""),
        ({"handed": 1}, "填报中", ""),
        ({"is_due": True}, "缺", ""),
        ({"is_due": True, "handed": 2, "late": 1}, "缺", "迟 1"),
        ({"is_due": True, "handed": 3, "late": 1}, "迟", "迟 1"),
        ({"is_due": True, "handed": 3}, "齐", ""),
        ({"handed": 3}, "齐", ""),
        ({"handed": 3, "returned": 2}, "齐", "待改 2"),
        ({"is_closed": True, "is_due": True, "handed": 3}, "已封账", ""),
        ({"is_closed": True, "is_due": True, "handed": 1, "late": 1}, "已封账", "缺 2,迟 1"),
        ({"expected": 0}, "无村", ""),
    ],
)
def test_a_cell_says_how_it_stands_in_words(given: dict[str, object], word: str, note: str) -> None:
    assert (cell(**given).word, cell(**given).note) == (word, note)


def test_only_a_closed_month_without_gaps_is_done_with() -> None:
    assert cell(is_closed=True, handed=3).is_plain
    assert not cell(is_closed=True, handed=2).is_plain
    assert not cell(handed=3).is_plain


def test_totals_and_rate_count_whoever_is_silent(
    county: County, people: dict[str, User], codes: tuple[str, ...]
) -> None:
    hand_in(codes[:2], people["township_clerk"])
    hand_in(codes[2:], people["township_clerk"], at=LATE, key="k2")

    known = board(Scope.of([county.code]), county.code, [MONTH], AFTER)

    assert [(row.cells[0].word, row.cells[0].text) for row in known.rows] == [
        ("迟", "3/3"), ("缺", "0/2"),
    ]  # fmt: skip
    assert (known.totals[0].text, known.totals[0].to_review) == ("3/5", 3)
    assert (known.share.value_text, known.share.numerator, known.share.denominator) == (
        "40.00", 2, 5,
    )  # fmt: skip
    assert known.rows[0].share.value_text == "66.67"


def test_a_year_takes_five_queries(county: County, django_assert_num_queries: object) -> None:
    scope = Scope.of([county.code])
    board(scope, county.code, YEAR, AFTER)  # parameters are read once a minute

    with django_assert_num_queries(5):  # type: ignore[operator]
        known = board(scope, county.code, YEAR, AFTER)

    assert len(known.rows) == 2
    assert {len(row.cells) for row in known.rows} == {12}


def test_page_and_sheet_show_the_same(
    county_client: Client, people: dict[str, User], codes: tuple[str, ...]
) -> None:
    hand_in(codes, people["township_clerk"])

    page = county_client.get(URL).content.decode()
    sheet = county_client.get(URL, {"as": "xlsx"})

    rows = list(load_workbook(BytesIO(b"".join(sheet))).active.iter_rows(values_only=True))
    east = next(row for row in rows if row[0] == "东关街道")
    assert east[10] == "齐 3/3"
    assert "东关街道 2026年10月 齐 3/3" in page
    assert "/filings/2026-10/999901001/review/" in page


def test_a_closed_month_is_marked(
    county_client: Client, people: dict[str, User], county: County, codes: tuple[str, ...]
) -> None:
    close_month(by=people["county_staff"], county=county.code, month=Month(2026, 9))

    found = board(Scope.of([county.code]), county.code, [Month(2026, 9), MONTH], AFTER)

    assert [one.word for one in found.totals] == ["已封账", "缺"]
    assert [one.note for one in found.totals] == ["缺 5", ""]


def test_a_township_sees_its_own_row_and_may_not_act(
    township_client: Client, codes: tuple[str, ...]
) -> None:
    page = township_client.get(URL).content.decode()

    assert "东关街道" in page
    assert "柳林镇" not in page
    assert 'name="township"' not in page
    assert township_client.post(URL, {"do": "accept", "month": "2026-10"}).status_code == 403


def test_several_townships_are_accepted_after_a_look(
    county_client: Client, people: dict[str, User], county: County, codes: tuple[str, ...]
) -> None:
    hand_in(codes[:2], people["township_clerk"])
    hand_in(codes[2:], people["township_clerk"], at=LATE, key="k2")
    asked = {"month": "2026-10", "township": [f"{county.code}001", f"{county.code}101"]}

    look = county_client.post(URL, {**asked, "do": "look"})
    assert "通过这 2 个村" in look.content.decode()
    assert not Filing.objects.filter(state=FilingState.ACCEPTED).exists()

    done = county_client.post(URL, {**asked, "do": "accept"}, follow=True).content.decode()
    assert Filing.objects.filter(state=FilingState.ACCEPTED).count() == 2
    assert "2026年10月已通过 2 个村" in done
    assert "东关街道:1 个村是迟报" in done


def test_ticked_townships_are_taken_to_the_reminder(
    county_client: Client, county: County, codes: tuple[str, ...]
) -> None:
    asked = {"month": "2026-10", "township": [f"{county.code}101"], "do": "chase"}

    answer = county_client.post(URL, asked)

    assert answer.url == f"/filings/chase/?month=2026-10&township={county.code}101"
