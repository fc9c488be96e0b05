"""A code from paper, however it is written."""

from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from rectification.reports.models import Report
from rectification.reports.search import find_reports
from rectification.reports.typed_codes import TypedCode, read_typed_code
from tests.rectification.reports.made import clerk
from villages.accounts.models import User

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7K2M9Q-12", TypedCode("7K2M9Q", 12)),
        ("7k2m9q 12", TypedCode("7K2M9Q", 12)),
        ("７Ｋ２Ｍ９Ｑ－１２", TypedCode("7K2M9Q", 12)),
        ("7K2M9Q—12", TypedCode("7K2M9Q", 12)),
        ("7K2M9Q12", TypedCode("7K2M9Q", 12)),
        ("oKIMlQ-1O", TypedCode("0K1M1Q", 10)),
        ("7K2M9Q", TypedCode("7K2M9Q", None)),
    ],
)
def test_what_a_person_meant(typed: str, meant: TypedCode) -> None:
    assert read_typed_code(typed) == meant


@pytest.mark.parametrize("typed", ["", "7K2", "7K2M9Q-0", "7K2M9Q-x", "张坪村", "7K2MUQ-1"])
def test_what_cannot_be_a_code(typed: str) -> None:
    assert read_typed_code(typed) is None


@given(st.text(ALPHABET, min_size=6, max_size=6), st.integers(1, 99_999))
def test_what_is_printed_is_read(report: str, number: int) -> None:
    code = TypedCode(report, number)

    assert read_typed_code(code.short) == code
    assert read_typed_code(code.short.lower().replace("-", " ")) == code


def test_it_leads_to_the_figure_and_to_the_report(desk: Client, draft: Report) -> None:
    figure = desk.get("/reports/code/", {"code": f"{draft.code.lower()} 2"})
    whole = desk.get("/reports/code/", {"code": draft.code})

    assert figure.headers["Location"] == f"/reports/{draft.uid}/figures/2/"
    assert whole.headers["Location"] == f"/reports/{draft.uid}/"


def test_wrong_codes_are_told_what_to_check(
    desk: Client, draft: Report, text: Callable[[Client, str], str]
) -> None:
    assert "这不像一个编号" in text(desk, "/reports/code/?code=12")
    assert "没有找到 ZZZZZZ-1" in text(desk, "/reports/code/?code=ZZZZZZ-1")
    assert f"没有找到 {draft.code}-99999" in text(desk, f"/reports/code/?code={draft.code}-99999")


def test_a_draft_is_not_found_by_a_township(town: Client, draft: Report) -> None:
    answer = town.get("/reports/code/", {"code": f"{draft.code}-1"})

    assert answer.status_code == 200
    assert f"没有找到 {draft.code}-1" in answer.content.decode()


def test_the_search_box_knows_codes_and_titles(house: User, draft: Report) -> None:
    number = draft.said.numbers["income.total"]

    by_code = find_reports(house, f"{draft.code}-{number}", 5)
    by_title = find_reports(house, "10月 调度", 5)

    assert [one.url for one in by_code] == [f"/reports/{draft.uid}/figures/{number}/"]
    assert [one.url for one in by_title] == [f"/reports/{draft.uid}/"]
    assert find_reports(clerk(), draft.code, 5) == []
