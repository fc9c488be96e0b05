"""Lights of months in the village, the ladder of absences, who grants a leave, the scheme."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadres.rules.assessment import band, barred_word, is_assessed_period, is_whole
from cadres.rules.resident import (
    AbsenceLadder,
    DutyLines,
    DutyMonth,
    consequence,
    leave_level,
    light,
    month_runs,
)

LINES = DutyLines(warn=20, red=15, count_business=True)
LADDER = AbsenceLadder(1, 2, 3)


@pytest.mark.parametrize(
    ("month", "before", "expected"),
    [
        (None, None, "grey"),
        (DutyMonth(20), None, "green"),
        (DutyMonth(18, 2), None, "green"),
        (DutyMonth(19), None, "yellow"),
        (DutyMonth(19), DutyMonth(20), "yellow"),
        (DutyMonth(19), DutyMonth(19), "red"),
        (DutyMonth(20), DutyMonth(10), "green"),
        (DutyMonth(15), None, "yellow"),
        (DutyMonth(14), None, "red"),
        (DutyMonth(25, 0, 1), None, "red"),
    ],
)
def test_light_of_a_month(month, before, expected):
    assert light(month, before, LINES) == expected


def test_business_counts_only_where_the_county_says_so():
    strict = DutyLines(warn=20, red=15, count_business=False)

    assert (light(DutyMonth(16, 6), None, LINES), light(DutyMonth(16, 6), None, strict)) == (
        "green", "yellow",
    )  # fmt: skip


@given(st.integers(0, 31), st.integers(0, 31))
def test_more_days_never_make_the_light_worse(fewer, more):
    fewer, more = sorted((fewer, more))
    order = ["green", "yellow", "red"]

    assert order.index(light(DutyMonth(more), None, LINES)) <= order.index(
        light(DutyMonth(fewer), None, LINES)
    )


@pytest.mark.parametrize(
    ("absences", "expected"),
    [([], "none"), ([0, 1], "no_excellent"), ([1, 1], "basic"), ([3], "incompetent"),
     ([2, 2], "incompetent")],
)  # fmt: skip
def test_absences_climb_the_ladder(absences, expected):
    assert consequence(absences, LADDER) == expected


@pytest.mark.parametrize(("days", "expected"), [(1, "township"), (3, "township"), (4, "county")])
def test_long_leaves_are_the_countys(days, expected):
    assert leave_level(days, 3) == expected


@pytest.mark.parametrize(
    ("points", "whole"),
    [([2, 2, 2, 2, 2], True), (["2.5", "7.5"], True), ([9], False), ([], False)],
)
def test_a_scheme_adds_up_to_ten(points, whole):
    assert is_whole(Decimal(one) for one in points) is whole


@pytest.mark.parametrize(
    ("code", "expected"),
    [("2026Q3", True), ("2026H2", True), ("2026-10", False), ("2026", False), ("2026Q5", False),
     ("20Q", False)],
)  # fmt: skip
def test_teams_are_assessed_by_quarter_or_half_year(code, expected):
    assert is_assessed_period(code) is expected


@pytest.mark.parametrize(
    ("total", "expected"),
    [("10", "good"), ("9", "good"), ("8.9", "fair"), ("6", "fair"), ("5.9", "low")],
)
def test_bands_include_their_lower_line(total, expected):
    assert band(Decimal(total), 9, 6) == expected


@pytest.mark.parametrize(
    ("name", "word"), [("按时上传工作照片", "照片"), ("媒体宣传", "媒体"), ("为民办事服务", "")]
)
def test_assessments_do_not_judge_by_photos_or_media(name, word):
    assert barred_word(name) == word


@pytest.mark.parametrize(
    ("months", "expected"),
    [([], []), ([202603], ["3"]), ([202601, 202602, 202604], ["1-2", "4"]),
     ([202610, 202612, 202611], ["10-12"])],
)  # fmt: skip
def test_months_are_told_as_runs(months, expected):
    assert month_runs(months) == expected
