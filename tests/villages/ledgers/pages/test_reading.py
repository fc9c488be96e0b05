"""Fields that read what people write."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from villages.common.columns import Kind
from villages.ledgers.forms.kinds import field_for
from villages.ledgers.forms.reading import (
    DayField,
    MonthField,
    NumberField,
    ShareField,
    YuanField,
)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (YuanField(), "12.5万", 12_500_000),
        (YuanField(), "1,234.56 元", 123_456),
        (YuanField(), "-３", -300),
        (YuanField(required=False), " ", None),
        (NumberField(places=0), "1,200", 1200),
        (NumberField(places=2), "78.5", Decimal("78.5")),
        (ShareField(), "21.88%", Decimal("0.2188")),
        (ShareField(), "5", Decimal("0.05")),
        (MonthField(), "2026年9月", 202609),
        (MonthField(), "2026-10", 202610),
        (DayField(), "2026.10.5", date(2026, 10, 5)),
        (DayField(), "2026年10月5日", date(2026, 10, 5)),
    ],
)
def test_what_is_typed_is_read(field, typed, value):
    assert field.clean(typed) == value


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (YuanField(), "很多", "不是数字"),
        (YuanField(), "12亩", "单位与本列不符"),
        (NumberField(places=0), "1.5", "应为整数"),
        (NumberField(places=2), "1.555", "最多保留 2 位小数"),
        (MonthField(), "2026Q3", "不是一个月份"),
        (DayField(), "2026.2.30", "没有这一天"),
        (DayField(), "10月5日", "缺少年份"),
    ],
)
def test_what_cannot_be_read_is_said_with_what_to_write(field, typed, said):
    with pytest.raises(ValidationError) as caught:
        field.clean(typed)

    assert said in caught.value.messages[0]
    assert "请" in caught.value.messages[0]


@pytest.mark.parametrize(
    ("field", "stored", "shown"),
    [
        (YuanField(), 12_500_050, "125000.5"),
        (YuanField(), 100, "1"),
        (ShareField(), Decimal("0.2188"), "21.88"),
        (NumberField(places=2), Decimal("80.50"), "80.5"),
        (MonthField(), 202609, "2026-09"),
        (MonthField(), "2026年9", "2026年9"),
    ],
)
def test_stored_value_comes_back_as_people_write_it(field, stored, shown):
    assert field.prepare_value(stored) == shown


@pytest.mark.parametrize(
    ("typed", "echo"), [("1250000", "= 125.00 万元"), ("9999", ""), ("多", ""), (None, "")]
)
def test_large_amounts_are_told_once_more(typed, echo):
    assert YuanField().echo(typed) == echo


def test_unknown_is_an_answer_of_its_own_where_the_model_allows_it():
    field = field_for(Kind.BOOLEAN, nullable=True, label="是", required=False)

    assert [field.clean(value) for value in ("", "True", "False")] == [None, True, False]


def test_number_fields_are_text_so_that_nothing_typed_is_lost():
    for kind in (Kind.INTEGER, Kind.DECIMAL, Kind.YUAN, Kind.SHARE):
        assert field_for(kind, label="数").widget.input_type == "text"
