"""The page of a report, its print view, its figures."""

import io
from collections.abc import Callable

import pytest
from django.test import Client
from openpyxl import load_workbook

from rectification.reports.models import Report
from rectification.reports.render.seal import seal
from rectification.reports.snapshot import snapshot_of
from tests.rectification.reports.made import drafted, filled
from tests.rectification.situations import earned
from villages.models import County
from villages.trace.models import AuditEntry

Read = Callable[[Client, str], str]
PAGES = ("", "print/", "figures/", "figures/1/", "compare/", "receipts/", "extract/999901001/")


@pytest.mark.parametrize("page", PAGES)
def test_drafts_and_foreign_reports_are_not_there(
    town: Client, foreign: Client, draft: Report, page: str
) -> None:
    assert town.get(f"/reports/{draft.uid}/{page}").status_code == 404
    assert foreign.get(f"/reports/{draft.uid}/{page}").status_code == 404


def test_it_says_what_the_paper_says_and_links_each_figure(
    desk: Client, draft: Report, text: Read
) -> None:
    said = text(desk, f"/reports/{draft.uid}/")

    content = draft.said
    for line in content.lines:
        for code in line.figure_codes:
            assert f"/reports/{draft.uid}/figures/{code}/" in said, code
    assert draft.code in said
    assert all(one.sha256[:16] in said for one in draft.files.all())


def test_the_house_sees_steps_and_the_township_its_receipt(
    desk: Client, town: Client, issued: Report, text: Read
) -> None:
    county, township = (text(one, f"/reports/{issued.uid}/") for one in (desk, town))

    assert "签收这份报告" in township
    assert "更正" not in township
    assert f"/reports/{issued.uid}/correct/" in county
    assert "签收 0/2" in county


def test_the_annex_with_all_villages_is_offered_to_the_county_alone(
    desk: Client, town: Client, issued: Report, text: Read
) -> None:
    county, township = (text(one, f"/reports/{issued.uid}/") for one in (desk, town))

    assert ".xlsx" in county
    assert ".xlsx" not in township
    assert ".docx" in township


def test_the_page_and_the_print_bear_the_check_of_the_paper(
    desk: Client, issued: Report, text: Read
) -> None:
    check = seal(snapshot_of(issued))

    assert f"校验码{check}" in text(desk, f"/reports/{issued.uid}/")
    assert f"校验码{check}" in text(desk, f"/reports/{issued.uid}/print/")


def test_a_township_is_told_how_many_rows_it_does_not_see(
    desk: Client, town: Client, issued: Report, text: Read
) -> None:
    county, township = (text(one, f"/reports/{issued.uid}/figures/villages/")
                        for one in (desk, town))  # fmt: skip

    hidden = town.get(f"/reports/{issued.uid}/figures/villages/").context["part"].hidden
    assert hidden > 0
    assert f"另有 {hidden} 行也计入" in township
    assert "行也计入" not in county


def test_an_open_month_is_marked(desk: Client, county: County, text: Read) -> None:
    report = drafted(filled(county, closed=False))

    assert "还没有封账" in text(desk, f"/reports/{report.uid}/")


def test_a_version_that_gave_way_leads_to_the_one_in_force(
    desk: Client, full: County, draft: Report, text: Read
) -> None:
    earned("999901001202", 100)
    newer = drafted(full)

    said = text(desk, f"/reports/{draft.uid}/")

    assert "这一版已被替代" in said
    assert f'href="/reports/{newer.uid}/"' in said


def test_every_figure_opens_with_its_value_and_its_rows(desk: Client, draft: Report) -> None:
    content = draft.said

    for number, one in enumerate(content.figures, 1):
        answer = desk.get(f"/reports/{draft.uid}/figures/{number}/")
        found = answer.context["found"]
        assert found.item == one
        assert found.short in answer.content.decode()
        assert found.item.formula.value(content.base_of) == one.formula.value(content.base_of)
        part = answer.context["part"]
        assert len(part.rows) == len(one.formula.folds[0].rows(content.base_of))


def test_a_figure_is_found_by_its_own_code_too(desk: Client, draft: Report, text: Read) -> None:
    item = draft.said.figure("income.total")

    said = text(desk, f"/reports/{draft.uid}/figures/income.total/")

    assert item.label in said
    assert str(item.value) in said


@pytest.mark.parametrize("code", ["0", "99999", "no.such"])
def test_a_figure_that_is_not_there(desk: Client, draft: Report, code: str) -> None:
    assert desk.get(f"/reports/{draft.uid}/figures/{code}/").status_code == 404


def test_rows_go_along_as_a_workbook_and_that_stands_in_the_trail(
    desk: Client, draft: Report
) -> None:
    number = draft.said.numbers["income.total"]

    answer = desk.get(f"/reports/{draft.uid}/figures/{number}/?format=xlsx")

    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    cells = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert f"{draft.code}-{number}" in cells
    assert len(book.worksheets) == 1 + len(draft.said.figure("income.total").formula.folds)
    assert AuditEntry.objects.filter(action="list.exported").count() == 1


def test_all_numbers_can_be_searched(desk: Client, draft: Report, text: Read) -> None:
    label = draft.said.figure("income.total").label

    said = text(desk, f"/reports/{draft.uid}/figures/?q={label}")

    assert f"{draft.code}-{draft.said.numbers['income.total']}" in said
    assert f"{draft.code}-{draft.said.numbers['villages']}<" not in said
