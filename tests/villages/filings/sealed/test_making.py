"""What a township takes along."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.villages.filings.memory import VISITS
from tests.villages.filings.sealed.conftest import FIRST, MONTH
from tests.villages.filings.test_submitting import AT
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.filings.actions.submitting import Submission, submit
from villages.filings.choices import Channel
from villages.filings.sealed.making import sealed_book
from villages.models import Township, Village


def rows_of(content: bytes) -> list[tuple[Any, ...]]:
    page = load_workbook(BytesIO(content)).worksheets[0]
    return list(page.iter_rows(min_row=FIRST - 1, values_only=True))


def test_villages_stand_prefilled_with_units_and_last_values(
    book: bytes, villages: list[Village]
) -> None:
    head, first, *_others = rows_of(book)

    assert head == (
        "村代码", "村名", "走访户数(户)", "上期走访户数", "租金收入(元)", "上期租金收入",
        "召开党员大会", "上期召开党员大会", "说明",
    )  # fmt: skip
    assert first == (
        villages[0].code, villages[0].name, 9, 9, 35000, 35000, "是", "是", None,
    )  # fmt: skip
    assert len(rows_of(book)) == 1 + len(villages)


def test_structure_is_locked_the_seal_hidden_and_choices_drop_down(book: bytes) -> None:
    opened = load_workbook(BytesIO(book))

    assert opened.security.lockStructure
    assert opened["表格印记"].sheet_state == "hidden"
    rules = opened.worksheets[0].data_validations.dataValidation
    assert [one.type for one in rules].count("list") == 1
    assert any(one.prompt == VISITS.definition for one in rules)


def test_villages_that_are_handed_in_are_left_out(villages: list[Village], clerk: User) -> None:
    township = Township.objects.get(code=clerk.home_code)
    codes = tuple(one.code for one in villages)
    submit(handed=Submission(MONTH, codes[:1], "k", Channel.GRID), by=clerk, at=AT)

    content, name = sealed_book(by=clerk, township=township, villages=villages, month=MONTH)
    submit(handed=Submission(MONTH, codes[1:], "m", Channel.GRID), by=clerk, at=AT)

    assert [row[0] for row in rows_of(content)[1:]] == list(codes[1:])
    assert name == f"{township.name}2026年10月离线填报表.xlsx"
    with pytest.raises(DomainError, match="都已提交"):
        sealed_book(by=clerk, township=township, villages=villages, month=MONTH)
