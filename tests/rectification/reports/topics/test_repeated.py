"""Repeated problems and repeated silence, from what the report before had frozen."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rectification.models import RectificationCase
from rectification.reports.content import Line, Problem, ReportContent
from rectification.reports.topics.repeated import pairs, repeated, silent_again
from rectification.states import CaseStatus
from tests.rectification.effects.situations import HE, LI, ZHOU, developed
from tests.rectification.reports.topics.telling import asked, check_frozen, rows, said, told
from tests.rectification.situations import case_in
from villages.common.periods import Month

pytestmark = pytest.mark.django_db
SEPTEMBER = Month(2026, 9)
DEADLINE = date(2026, 8, 31)


def late(code: str) -> None:
    case = case_in(code, CaseStatus.IN_PROGRESS)
    RectificationCase.objects.filter(pk=case.pk).update(first_deadline=DEADLINE, deadline=DEADLINE)


def in_time(code: str) -> None:
    RectificationCase.objects.filter(village__code=code).update(deadline=date(2026, 12, 31))


@pytest.fixture
def september(county: Any) -> ReportContent:
    """何河 and 周桥 are late in September; in October 周桥 has more time and 李庄 is late."""
    late(HE)
    late(ZHOU)
    before = told("cases", about=asked(SEPTEMBER))
    in_time(ZHOU)
    late(LI)
    return before


def october(before: ReportContent | None) -> ReportContent:
    return told("cases", about=replace(asked(), before=before))


def test_whoever_stands_in_both_is_named(september: ReportContent) -> None:
    content = october(september)

    found = next(one for one in content.problems if one.kind == "repeated.cases.overdue")
    assert (found.unit_codes, found.title) == ((HE,), "反复出现的问题")
    assert said(content)["repeated.cases.overdue"] == (
        "后进村整顿方面：何河村1个单位上期已通报，本期仍有同类问题。"
    )
    check_frozen(content)


def test_the_list_quotes_both_reports(september: ReportContent) -> None:
    content = october(september)

    table = content.table("repeated")
    assert table.headers == ("序号", "问题", "单位", "上期", "本期")
    [row] = table.rows
    assert row[1:3] == ("后进村整顿方面", "何河村")
    assert str(row[3]).startswith("2个村超过整顿时限没有销号")
    assert str(row[4]).startswith("2个村超过整顿时限没有销号，如东关街道李庄村")
    assert table.annex


def test_silence_in_both_is_told(september: ReportContent) -> None:
    developed(LI, 202609, activists=3)

    content = october(september)

    silent = {row["unit_code"] for row in rows(content, "repeated")
              if row["kind"] == "repeated.silent"}  # fmt: skip
    assert {HE, ZHOU} <= silent
    assert LI not in silent
    assert content.figure("repeated.silent").value == len(silent)
    assert "个单位连续两期没有报送" in said(content)["repeated.silent"]


def test_nothing_is_said_without_an_earlier_report(september: ReportContent) -> None:
    content = october(None)

    assert "repeated" not in content.base_of
    assert not [key for key in said(content) if key.startswith("repeated")]
    assert not [one for one in content.tables if one.key == "repeated"]


def test_what_is_repeated_a_third_time_is_one_problem(september: ReportContent) -> None:
    content = october(replace(october(september), period="2026-09"))

    kinds = [one.kind for one in content.problems if one.kind.startswith("repeated.")]
    assert sorted(set(kinds)) == sorted(kinds)
    assert "repeated.repeated.cases.overdue" not in kinds


def test_other_kinds_and_other_units_are_not_the_same(september: ReportContent) -> None:
    other = Problem("cases.failed", "后进村整顿方面", Line("x", "某。"), (HE,), ("何河村",))
    elsewhere = Problem("cases.overdue", "后进村整顿方面", Line("x", "某。"), (LI,), ("李庄村",))

    assert repeated([other, elsewhere], september) == []
    assert repeated([other, elsewhere], None) == []


def test_all_units_of_a_kind_count(september: ReportContent) -> None:
    parts = [
        Problem("cases.overdue", "后进村整顿方面", Line("x", "某。"), (code,), (code,))
        for code in (LI, HE, ZHOU)
    ]

    [found] = pairs(parts, september)

    assert tuple(found.units) == (HE, ZHOU)


def test_a_figure_of_a_township_is_no_silence_of_its_own(september: ReportContent) -> None:
    narrowed = [one for one in september.figures if one.unit_code]

    assert narrowed
    assert silent_again(narrowed, september) == {}
