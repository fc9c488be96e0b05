"""Inspections in a report: only what was published, never a clue."""

import pytest

from rectification.supervision.actions import finding_ends, findings
from rectification.supervision.actions.issuing import check, issue
from rectification.supervision.figures.findings import picture
from rectification.supervision.inspection_states import InspectionStatus
from rectification.supervision.models import Finding, SupervisionOrder
from tests.rectification.reports.topics.telling import (
    asked,
    check_frozen,
    queries,
    rows,
    said,
    told,
)
from tests.rectification.supervision.conftest import cast
from tests.rectification.supervision.inspections.visits import (
    LATE_BOARD,
    SECRET,
    TOLD,
    inspection_in,
    published,
    visited,
)
from tests.rectification.supervision.situations import COUNTY, FAR, HE, LI, Cast, at
from villages.common.periods import Month

__all__ = ["cast"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def three(cast: Cast) -> list[Finding]:
    """Three findings: one mended, one ordered and out, one serious and open."""
    mended, ordered, serious = published(cast, LI, HE, FAR)
    finding_ends.mend(mended, by=cast.author, on=TOLD, outcome="已更新")
    findings.to_order(ordered, by=cast.author, on=TOLD)
    order = SupervisionOrder.objects.get()
    check(order, by=cast.checker, on=TOLD)
    issue(order, by=cast.checker, on=TOLD, at=at(TOLD))
    Finding.objects.filter(pk=serious.pk).update(severity="serious", text="三个月没有公开")
    return [mended, ordered, serious]


def test_numbers_are_those_of_the_app(cast: Cast, three: list[Finding]) -> None:
    content = told("inspections")

    app = picture(cast.author, COUNTY, 2026).total
    assert content.figure("inspections.findings").value == app.count == 3
    assert content.figure("inspections.serious").value == app.serious == 1
    assert content.figure("inspections.trips").value == 1
    assert content.figure("inspections.hidden").value == 1
    assert content.figure("inspections.villages").value == 3
    assert content.figure("inspections.townships").value == 2
    mended = content.figure("inspections.mended")
    assert (mended.numerator, mended.denominator) == (1, 3)


def test_every_figure_comes_from_its_frozen_rows_again(three: list[Finding]) -> None:
    check_frozen(told("inspections"))


def test_sentences_say_how_it_was_done_and_what_was_found(three: list[Finding]) -> None:
    sentences = said(told("inspections"))

    assert sentences["inspections.done"] == (
        "本月组织督导检查1次，其中暗访1次，涉及2个乡镇（街道），到村3个。"
    )
    assert sentences["inspections.teams"] == ("暗访十月（暗访，2026年10月12日至2026年10月16日）。")
    assert sentences["inspections.found"] == "发现问题3个：公开3个；已整改33.33%（1/3）。"


def test_a_theme_names_the_gravest_fact_and_all_villages(three: list[Finding]) -> None:
    content = told("inspections")

    problem = content.problems[0]
    assert content.said(problem.line).text.startswith(
        "公开方面2个问题没有整改，如柳林镇李庄村三个月没有公开"
    )
    assert problem.unit_codes == (HE, FAR)


def test_the_list_has_basis_requirement_day_and_person(three: list[Finding]) -> None:
    content = told("inspections")

    table = content.table("findings")
    assert table.headers == (
        "序号", "乡镇（街道）", "村", "问题", "依据", "整改要求", "时限", "责任人",
    )  # fmt: skip
    order = SupervisionOrder.objects.get()
    mended, ordered, serious = table.rows
    assert mended[3] == f"{LATE_BOARD}（已整改）"
    assert ordered[4:] == (order.basis, order.requirement, "2026-11-10", "东关街道")
    assert serious[4:] == ("—", "—", "—", "—")


def test_what_a_draft_asks_is_not_told(cast: Cast) -> None:
    [row] = published(cast, LI)
    findings.to_order(row, by=cast.author, on=TOLD)

    assert rows(told("inspections"), "inspection_findings")[0]["requirement"] is None


def test_hidden_visits_do_not_exist_until_they_are_published(cast: Cast) -> None:
    visited(cast, LI)

    content = told("inspections")

    assert SECRET not in str(content.to_json())
    assert LATE_BOARD not in str(content.to_json())
    assert content.figure("inspections.trips").value == 0
    assert not [key for key in said(content) if key.startswith("inspections.")]


@pytest.mark.parametrize("status", set(InspectionStatus) - {InspectionStatus.PUBLISHED})
def test_no_inspection_that_is_not_published_is_told(cast: Cast, status: InspectionStatus) -> None:
    inspection_in(status, LI)

    assert SECRET not in str(told("inspections").to_json())


def test_clues_and_what_other_bodies_have_appear_nowhere(cast: Cast) -> None:
    clue, handed, left = published(cast, LI, HE, FAR)
    Finding.objects.filter(pk=clue.pk).update(restricted=True, text="涉嫌截留")
    finding_ends.hand_over(handed, by=cast.author, on=TOLD, to="县纪委监委")
    Finding.objects.filter(pk=handed.pk).update(text="账外资金")

    content = told("inspections")

    kept = str(content.to_json())
    assert "截留" not in kept
    assert "账外资金" not in kept
    assert [row["code"] for row in rows(content, "inspection_findings")] == [left.village.code]


def test_inspections_belong_to_the_period_in_which_they_began(three: list[Finding]) -> None:
    content = told("inspections", about=asked(Month(2026, 9)))

    assert content.figure("inspections.findings").value == 0
    assert content.tables == ()


def test_three_queries_however_many_findings(three: list[Finding]) -> None:
    assert queries("inspections", asked()) == 3
