"""The meter of a report's length."""

from datetime import date

import pytest

from rectification.reports.length import Length, length
from rectification.reports.parameters import character_limits, forbidden_words
from tests.rectification.reports.test_consistency import sound
from villages import parameters
from villages.models import Parameter

DAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("value", "level", "percent"),
    [(3599, "fine", 89), (3600, "near", 90), (4000, "near", 100), (4001, "over", 100)],
)
def test_levels_of_a_dispatch(value: int, level: str, percent: int) -> None:
    meter = Length(value, 4000, 3600)

    assert (meter.level, meter.percent, meter.is_over) == (level, percent, level == "over")


def test_the_text_without_tables_is_counted() -> None:
    content = sound()

    assert length(content, (4000, 3600)).value == content.characters > 0


@pytest.mark.django_db
def test_limits_are_those_of_the_kind() -> None:
    assert character_limits("monthly", "999901", DAY) == (4000, 3600)
    assert character_limits("quarterly", "999901", DAY) == (5000, 4500)


@pytest.mark.django_db
def test_a_county_may_want_shorter_reports_from_a_day_on() -> None:
    Parameter.objects.create(
        key="reports.monthly_characters", county_code="999901", value=2000, basis="通知",
        effective_from=DAY,
    )  # fmt: skip
    parameters.forget()

    assert character_limits("monthly", "999901", DAY) == (2000, 1800)
    assert character_limits("monthly", "999901", date(2026, 11, 2)) == (4000, 3600)
    assert character_limits("monthly", "999902", DAY) == (4000, 3600)


@pytest.mark.django_db
def test_words_may_be_set_apart_by_spaces_and_marks() -> None:
    Parameter.objects.create(
        key="reports.forbidden_words", value="点赞、转发,登录率 打卡", basis="通知",
        effective_from=DAY,
    )  # fmt: skip
    parameters.forget()

    assert forbidden_words("999901", DAY) == ("点赞", "转发", "登录率", "打卡")
