"""Cases in a report: figures of the app, frozen rows, who is in trouble, who answers for it."""

from datetime import date
from typing import Any

import pytest

from rectification.figures.acceptance import batch_fate
from rectification.figures.batches import picture
from rectification.figures.effects import effects
from rectification.figures.letters import letters
from rectification.figures.problems import problems
from rectification.models import DutyHolder, RectificationCase
from rectification.reports.content import ReportContent
from rectification.states import CaseStatus
from tests.rectification.effects.situations import ALL, COUNTY, HE, LI, ZHOU, batch, developed
from tests.rectification.reports.topics.telling import (
    as_rows,
    asked,
    check_frozen,
    queries,
    rows,
    said,
    told,
    values,
)
from tests.rectification.situations import case_in, with_plan
from tests.rectification.work.rows import task
from villages.common.periods import Month

pytestmark = pytest.mark.django_db
LAST = date(2026, 10, 31)


@pytest.fixture
def small(county: Any) -> ReportContent:
    batch()
    return told("cases")


def test_figures_are_those_of_the_app(small: ReportContent) -> None:
    found = {one.figure.code: one.figure for one in effects(ALL, COUNTY, 2026, LAST).all}

    shared = set(found) & set(small.by_code)
    assert len(shared) == 14
    for code in shared:
        item = small.figure(code)
        assert (item.value, item.missing) == (found[code].value, found[code].missing), code
    assert values(small, "cases.problem.") == _solved(small)
    fate = batch_fate(ALL, COUNTY, 2026)
    assert small.figure("cases.acceptance.applied").value == fate.count("applied")


def _solved(small: ReportContent) -> dict[str, int]:
    codes = {one.label.removesuffix("（已解决）"): one.code.removeprefix("cases.problem.")
             for one in small.figures if one.code.startswith("cases.problem.")}  # fmt: skip
    return {codes[one.name]: one.solved for one in problems(ALL, COUNTY, 2026)}


def test_every_figure_comes_from_its_frozen_rows_again(small: ReportContent) -> None:
    check_frozen(small)


def test_stages_add_up_to_the_batch(small: ReportContent) -> None:
    stages = values(small, "cases.stage.")

    assert sum(stages.values()) == small.figure("cases.effects.listed").value == 4
    assert small.figure("cases.overdue").value == picture(ALL, COUNTY, 2026, LAST).count("overdue")


def test_silence_is_a_gap_and_said(small: ReportContent) -> None:
    known = {one["code"]: one for one in rows(small, "cases")}

    assert (known[ZHOU]["activists"], known[LI]["activists"]) == (None, 6)
    assert small.figure("cases.effects.activists.unknown").value == 2
    assert "有入党积极分子10名（另有2个村没有登记，未计入）" in said(small)["cases.ranks"]
    assert said(small)["cases.petitions"] == "当年发生信访3件（另有2个村没有登记，未计入）。"


def test_nothing_is_said_without_a_batch(county: Any) -> None:
    content = told("cases")

    assert values(content, "cases.") == {}
    assert not [key for key in said(content) if key.startswith("cases.")]
    assert content.problems == content.tables == ()


def test_what_nobody_filed_is_in_no_sentence(county: Any) -> None:
    case_in(ZHOU, CaseStatus.IN_PROGRESS, deadline=date(2026, 12, 31))

    content = told("cases")

    assert content.figure("cases.effects.activists").gap == "not-filed"
    assert set(said(content)) & {"cases.teams", "cases.ranks", "cases.petitions"} == set()
    check_frozen(content)


def test_closures_are_those_of_the_period(county: Any) -> None:
    case_in(LI, CaseStatus.CLOSED)
    case_in(HE, CaseStatus.IN_PROGRESS)

    october, september = told("cases"), told("cases", about=asked(Month(2026, 9)))

    assert october.figure("cases.closed").value == 1
    assert september.figure("cases.closed").value == 0
    assert "本月新销号1个" in said(october)["cases.closed"]


def test_the_batch_of_last_year_is_told_until_there_is_a_new_one(county: Any) -> None:
    case_in(HE, CaseStatus.IN_PROGRESS)

    content = told("cases", about=asked(Month(2027, 1), on=date(2027, 2, 5)))

    assert said(content)["cases.batch"].startswith("2026年排查确定后进村1个")
    assert content.facts["cases.year"] == 2026


def test_who_is_late_stands_with_those_who_answer_for_it(county: Any) -> None:
    late = with_plan(case_in(HE, CaseStatus.IN_PROGRESS))
    RectificationCase.objects.filter(pk=late.pk).update(deadline=date(2026, 9, 30))
    DutyHolder.objects.filter(case=late, kind="organizer").update(
        letter_signed_on=date(2026, 3, 9), name="赵组"
    )

    content = told("cases")

    found = {one.kind: one for one in content.problems}
    assert set(found) == {"cases.overdue", "cases.tasks_late", "cases.unsigned"}
    overdue = found["cases.overdue"]
    assert (overdue.unit_codes, overdue.unit_names) == ((HE,), ("何河村",))
    assert content.said(overdue.line).text == (
        "1个村超过整顿时限没有销号，如东关街道何河村（时限2026年9月30日，县级领导联村孙助、"
        "乡镇党委书记李责、分管副书记李责、组织委员赵组）。"
    )
    row = content.table("cases_late").rows[0]
    assert row[1:5] == ("东关街道", "何河村", "超过时限", "2026-09-30")
    assert said(content)["cases.finish"].startswith("东关街道于2026年11月30日前")


def test_letters_are_those_of_the_app(county: Any) -> None:
    late = with_plan(case_in(HE, CaseStatus.IN_PROGRESS))
    DutyHolder.objects.filter(case=late, kind="organizer").update(letter_signed_on=date(2026, 3, 9))

    item, app = told("cases").figure("cases.letters"), letters(ALL, COUNTY)

    assert (item.numerator, item.denominator) == (app.signed, app.all) == (1, 3)


def test_tasks_are_told_as_of_the_day(county: Any) -> None:
    case = case_in(HE, CaseStatus.IN_PROGRESS)
    task(case, seq=1, progress=100, done_on=date(2026, 10, 9))
    task(case, seq=2, progress=100, done_on=date(2026, 11, 2))
    task(case, seq=3, progress=40)
    task(case, seq=4, due_on=date(2026, 12, 1))

    content = told("cases")

    assert content.figure("cases.tasks").value == 4
    done = content.figure("cases.tasks_done")
    assert (done.value, done.numerator, done.denominator) == ("25.00", 1, 4)
    assert content.figure("cases.tasks_late").value == 2


def test_each_township_has_its_part(small: ReportContent) -> None:
    table = next(one for one in small.tables if one.key == "cases")

    named = {row["unit"]: row["cases.effects.listed"] for row in as_rows(table)}
    assert named == {"东关街道": "3", "柳林镇": "1", "合计": "4"}
    assert small.figure("cases.overdue.999901001").unit_code == "999901001"


def test_queries_do_not_grow_with_the_batch(county: Any) -> None:
    case_in(LI, CaseStatus.IN_PROGRESS)
    few = queries("cases", asked())
    for code in (HE, ZHOU):
        with_plan(case_in(code, CaseStatus.IN_PROGRESS))
        developed(code, 202609, activists=1)

    many = queries("cases", asked())

    # Ten of them are the county's teams, recruiting and reserve cadres, read once for all topics.
    assert many == few <= 18
