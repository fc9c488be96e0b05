"""Works done in a report: sums by kind in the year and in the period."""

from datetime import date
from typing import Any

import pytest

from rectification.figures.works import by_kind, works_of
from rectification.states import CaseStatus
from tests.rectification.effects.situations import ALL, COUNTY, FAR, LI
from tests.rectification.reports.topics.telling import (
    asked,
    check_frozen,
    queries,
    rows,
    said,
    told,
    values,
)
from tests.rectification.situations import case_in
from tests.rectification.work.rows import work
from villages.common.periods import Year

pytestmark = pytest.mark.django_db
LAST = date(2026, 10, 31)


@pytest.fixture
def done(county: Any) -> None:
    first, second = case_in(LI, CaseStatus.CLOSED), case_in(FAR, CaseStatus.IN_PROGRESS)
    work(first, "大棚", "30", households=12)
    work(first, "道路", "3.5", done_on=date(2026, 10, 3))
    work(second, "大棚", "20", done_on=date(2026, 10, 31))
    work(second, "大棚", "9", done_on=date(2026, 11, 1))


def test_sums_are_those_of_the_app(done: None) -> None:
    content = told("works")

    app = by_kind(works_of(ALL, COUNTY, 2026, until=LAST))
    labels = {one.label: one for one in content.figures}
    assert {f"{one.kind}（本年）": one.text for one in app} == {
        label: str(one.value) for label, one in labels.items() if label.endswith("（本年）")
    }
    assert labels["大棚（本月）"].value == 20
    assert labels["道路（本月）"].value == "3.5"
    assert content.figure("works.households").value == 12


def test_sentences_name_quantity_and_unit(done: None) -> None:
    sentences = said(told("works"))

    assert sentences["works.year"] == "办实事：大棚50座、道路3.5公里。"
    assert sentences["works.now"] == "其中本月：大棚20座、道路3.5公里。"


def test_a_year_is_not_said_twice(done: None) -> None:
    sentences = said(told("works", about=asked(Year(2026), on=LAST)))

    assert sentences["works.year"] == "办实事：大棚50座、道路3.5公里。"
    assert "works.now" not in sentences


def test_every_figure_comes_from_its_frozen_rows_again(done: None) -> None:
    content = told("works")

    check_frozen(content)
    assert [row["quantity"] for row in rows(content, "works")] == ["30.00", "3.50", "20.00"]


def test_withdrawn_cases_and_empty_batches_are_in_no_number(county: Any) -> None:
    work(case_in(LI, CaseStatus.WITHDRAWN), "大棚", "30")

    content = told("works")

    assert values(content, "works.") == {"households": None}
    assert not [key for key in said(content) if key.startswith("works.")]


def test_two_queries_however_many_works(done: None) -> None:
    assert queries("works", asked()) == 2
