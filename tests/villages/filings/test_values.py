"""What typed texts mean."""

from decimal import Decimal
from typing import Any

import pytest

from tests.villages.filings.memory import HELD, RENT, VISITS
from villages.common.columns import Kind
from villages.filings import values
from villages.filings.declaring import FilingInput

AREA = FilingInput("test.area", "面积", Kind.DECIMAL, "面积", "县委组织部", unit="亩", places=1)
KIND = FilingInput(
    "test.kind", "方式", Kind.CHOICE, "方式", "县委组织部", choices=(("a", "集中"), ("b", "分散"))
)


@pytest.mark.parametrize(
    ("one", "text", "value"),
    [
        (VISITS, "12", 12),
        (VISITS, " １２ ", 12),
        (VISITS, "1,200户", 1200),
        (VISITS, "", None),
        (VISITS, "  ", None),
        (RENT, "35000", 3_500_000),
        (RENT, "3.5万", 3_500_000),
        (RENT, "3.5万元", 3_500_000),
        (AREA, "12.34", Decimal("12.3")),
        (HELD, "是", True),
        (HELD, "否", False),
        (KIND, "分散", "b"),
    ],
)
def test_read(one: FilingInput, text: str, value: Any) -> None:
    assert values.read(one, text) == values.Typed(value)


@pytest.mark.parametrize(
    ("one", "text", "words"),
    [
        (VISITS, "十来户", "请填写整数"),
        (VISITS, "1.5", "请填写整数"),
        (VISITS, "-3", "整数"),
        (VISITS, "5001", "大得不合常理"),
        (RENT, "三千", "请填写金额"),
        (HELD, "也许", "是"),
        (KIND, "电话", "集中、分散"),
    ],
)
def test_what_cannot_be_read_is_said_in_words(one: FilingInput, text: str, words: str) -> None:
    read = values.read(one, text)

    assert read.value is None
    assert words in read.fault


@pytest.mark.parametrize("value", [0, 1, 12, 5000])
def test_what_is_shown_reads_back(value: int) -> None:
    assert values.read(VISITS, values.show(VISITS, value)).value == value


@pytest.mark.parametrize("fen", [0, 1, 99, 100, 3_500_000, 123_456_789])
def test_money_is_shown_in_yuan_and_reads_back(fen: int) -> None:
    assert values.read(RENT, values.show(RENT, fen)).value == fen
