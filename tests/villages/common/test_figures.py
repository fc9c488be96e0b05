"""Figures, sentences and the short codes printed beside them."""

import json
from datetime import date
from decimal import Decimal

import pytest

from villages.common.figures import Figure, Missing, Sentence
from villages.common.periods import Month


def test_money_is_told_in_exact_yuan():
    figure = Figure.of_fen("income.total", "集体经济总收入", 9_192_630_005, source="收入月报")

    assert (figure.value, figure.unit) == (Decimal("91926300.05"), "元")
    assert figure.value_text == "91,926,300.05"
    assert figure.source == "收入月报"


def test_share_carries_its_base():
    figure = Figure.of_share("cases.passed", "验收合格率", 24, 29)

    assert (figure.value_text, figure.unit) == ("82.76", "%")
    assert (figure.numerator, figure.denominator) == (24, 29)


def test_share_of_nothing_is_missing_and_not_zero():
    figure = Figure.of_share("cases.passed", "验收合格率", 0, 0)

    assert figure.is_missing
    assert figure.value is Missing.NO_BASE
    assert figure.value_text == "—"


def test_figure_becomes_plain_json():
    figure = Figure(
        "income.total",
        "集体经济总收入",
        Decimal("1234.50"),
        "元",
        missing=("999900001201",),
        definition="经营性收入与其他收入之和",
    ).at(Month(2026, 10), date(2026, 11, 3))

    plain = json.loads(json.dumps(figure.to_json()))

    assert (plain["value"], plain["gap"], plain["unit"]) == ("1234.50", None, "元")
    assert (plain["period"], plain["as_of"]) == ("2026-10", "2026-11-03")
    assert plain["missing"] == ["999900001201"]
    assert plain["definition_version"] == "1"


@pytest.mark.parametrize(
    ("value", "plain", "gap", "text"),
    [
        (0, 0, None, "0"),
        (1498, 1498, None, "1,498"),
        ("red", "red", None, "red"),
        (Decimal("1E+4"), "10000", None, "1E+4"),
        (Missing.NOT_FILED, None, "not-filed", "—"),
    ],
)
def test_a_gap_and_a_zero_are_told_apart(value, plain, gap, text):
    figure = Figure("x", "数", value)

    assert (figure.to_json()["value"], figure.to_json()["gap"]) == (plain, gap)
    assert figure.value_text == text


def test_figures_are_values():
    one = Figure("x", "数", 3, period=Month(2026, 10))

    assert one == Figure("x", "数", 3, period=Month(2026, 10))
    assert len({one, Figure("x", "数", 4)}) == 2
    with pytest.raises(AttributeError):
        one.value = 5


def test_figure_has_another_code_in_every_report_and_territory():
    figure = Figure("x", "数", 3, period=Month(2026, 10))
    later = figure.at(Month(2026, 11), date(2026, 12, 3))

    codes = {
        figure.short_code("r1", "999900"),
        figure.short_code("r2", "999900"),
        figure.short_code("r1", "999900001"),
        later.short_code("r1", "999900"),
    }

    assert len(codes) == 4


def test_sentence_names_the_figures_it_states():
    sentence = Sentence("全县32个村,24个通过验收。", ("cases.total", "cases.passed"))

    assert sentence.to_json() == {
        "text": "全县32个村,24个通过验收。",
        "figure_codes": ["cases.total", "cases.passed"],
    }
