"""Good practice: from rows alone, in a fixed order, a village once."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rectification.models import RectificationCase
from rectification.reports.asked import Asked
from rectification.reports.content import ReportContent
from rectification.states import CaseStatus
from tests.rectification.effects.situations import FAR, GUO, HE, LI, SOLVED, ZHOU
from tests.rectification.reports.topics.telling import (
    asked,
    check_frozen,
    queries,
    rows,
    said,
    told,
)
from tests.rectification.situations import case_in, earned
from tests.rectification.work.rows import problem, work

pytestmark = pytest.mark.django_db


def solved(code: str, status: CaseStatus, count: int, **given: Any) -> RectificationCase:
    """A case off the list with so many problems solved."""
    case = case_in(code, status, **given)
    for seq in range(1, count + 1):
        problem(case, seq, **SOLVED)
    return case


@pytest.fixture
def good(county: Any) -> None:
    """One held, one is a model, two were closed in October, the second with more to show."""
    held = solved(FAR, CaseStatus.CONSOLIDATED, 1)
    work(held, "大棚", "30")
    solved(GUO, CaseStatus.FOLLOW_UP, 2, is_model=True, closed_on=date(2026, 10, 9))
    solved(LI, CaseStatus.CLOSED, 1)
    solved(HE, CaseStatus.CLOSED, 3)


def practised(content: ReportContent) -> list[str]:
    return [text for key, text in said(content).items() if key.startswith("practices.")]


def test_held_first_then_models_then_closed(good: None) -> None:
    content = told("practices")

    assert practised(content) == [
        "柳林镇李庄村解决问题1个、办实事1件，2026年10月9日销号，巩固期满达标。",
        "柳林镇郭集村解决问题2个，2026年10月9日销号，列为典型。",
        "东关街道何河村解决问题3个，2026年10月9日销号。",
    ]


def test_every_figure_comes_from_its_frozen_rows_again(good: None) -> None:
    content = told("practices")

    check_frozen(content)
    assert content.figure(f"practices.{HE}.solved").value == 3


def test_nothing_is_praised_without_a_number(county: Any) -> None:
    case_in(LI, CaseStatus.CLOSED)
    solved(HE, CaseStatus.RELAPSED, 2)
    solved(ZHOU, CaseStatus.IN_PROGRESS, 2, is_model=True)

    content = told("practices")

    assert practised(content) == []
    assert [row["code"] for row in rows(content, "practice_cases")] == [LI]


def test_a_village_stands_once_and_not_again_next_time(good: None) -> None:
    first = told("practices")

    later: Asked = replace(asked(), before=first)
    assert practised(told("practices", about=later)) == [
        "东关街道李庄村解决问题1个，2026年10月9日销号。"
    ]


@pytest.mark.parametrize(("is_open", "number"), [(True, 0), (False, 1)])
def test_income_is_praised_once_the_books_are_closed(
    county: Any, is_open: bool, number: int
) -> None:
    for code, then, now in ((LI, 5_000_000, 5_100_000), (HE, 4_000_000, 6_500_000)):
        earned(code, then, 202510)
        earned(code, now, 202610)

    content = told("economy", "practices", about=replace(asked(), is_open=is_open))

    lines = practised(content)
    assert len(lines) == number
    if lines:
        assert lines[0] == "东关街道何河村经营性收入6.50万元，比上年同期增加2.50万元。"
        check_frozen(content)


def test_one_query_however_many_cases(good: None) -> None:
    assert queries("practices", asked()) == 1
