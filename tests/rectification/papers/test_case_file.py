"""The case file on paper."""

import io
from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from docx import Document

from rectification.actions.annexes import Upload, add_annex
from rectification.actions.papers import drawn
from rectification.states import CaseStatus
from tests.factories import UserFactory, signed_in
from tests.rectification.papers.filled import PDF, SECRET, annex
from tests.rectification.situations import case_in
from villages.accounts.choices import Role

ON = date(2026, 11, 3)


def text_of(content: bytes) -> str:
    """All words of a document, cells too."""
    document = Document(io.BytesIO(content))
    cells = [
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    ]  # fmt: skip
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_says_everything_that_is_known(case: Any, people: Any) -> None:
    row = add_annex(
        case, by=people[Role.COUNTY_STAFF], on=ON, kind="decision", title="认定通知",
        document_no="青组发〔2026〕8号", upload=Upload("通知.pdf", [PDF]),
    )  # fmt: skip
    said = text_of(drawn(case, on=ON)[0])
    for words in (
        "李庄村", case.number, "书记缺职", "没有合适人选", "选派书记", "乡镇党委书记", "提名上报",
        "共走访 8 次、12 天", "大棚", "91.5", "满意票", "保持良好", "通知.pdf", row.sha256,
    ):  # fmt: skip
        assert words in said, words


def test_restricted_things_leave_no_trace(case: Any) -> None:
    annex(case, "信访谈话记录", restricted=True)
    said = text_of(drawn(case, on=ON)[0])
    for words in (SECRET, "WL07", "宗族", "信访谈话记录"):
        assert words not in said, words


def test_equal_rows_give_equal_bytes(case: Any) -> None:
    assert drawn(case, on=ON) == drawn(case, on=ON)


@pytest.mark.parametrize("status", list(CaseStatus))
def test_every_state_has_a_file(county: Any, status: CaseStatus) -> None:
    case = case_in("999901001200", status)
    said = text_of(drawn(case, on=ON)[0])
    assert str(status.label) in said
    assert "卷内材料目录" in said


def test_costs_the_same_whatever_the_file_holds(
    case: Any, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(24):
        drawn(case, on=ON)


def test_is_downloaded_inside_the_territory(
    case: Any, people: Any, client_as: Any, other_county: Any
) -> None:
    address = reverse("cases:case_file", args=[case.uid])
    answer = client_as(people[Role.TOWNSHIP_CLERK]).get(address)
    assert b"".join(answer.streaming_content).startswith(b"PK")
    assert answer["Content-Disposition"].startswith("attachment")
    stranger = UserFactory(role=Role.COUNTY_STAFF, home_code="999902")
    assert signed_in(stranger).get(address).status_code == 404
