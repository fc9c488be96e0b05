"""A report is a frozen version: same rows, same version; other rows, the next one."""

import io
from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from django.conf import settings
from docx import Document
from openpyxl import load_workbook

from rectification.reports.actions.making import compose, make_report, summary
from rectification.reports.content import ReportContent, fold
from rectification.reports.models import Report, ReportFigure, ReportTemplate
from rectification.reports.render import render
from rectification.reports.render.bulletin import bulletin_template
from rectification.reports.render.template import SHIPPED, template_bytes
from rectification.warnings.actions.evaluating import evaluate
from tests import factories
from tests.rectification.situations import earned, person, sound
from tests.rectification.warnings.worlds import few_rules
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.common.periods import Month, Quarter
from villages.imports.actions.months import close_month
from villages.models import County, Village, VillageProfile
from villages.trace.models import AuditEntry

OCTOBER = Month(2026, 10)


@pytest.fixture
def filled(county: County) -> County:
    few_rules(("W01", "W11", "W12", "W22"))
    sound("999901001200")
    person("999901001201", "director", name="<b>赵&\x0b")
    earned("999901001201", 1_234_567)
    evaluate(by=COMMAND_LINE, county=county.code, month=OCTOBER)
    return county


def _make(county: County) -> Report:
    return make_report(by=COMMAND_LINE, kind="monthly", period=OCTOBER, county=county)


def test_unchanged_rows_give_the_same_report(filled: County) -> None:
    first, second = summary(_make(filled)), summary(_make(filled))

    assert first == second
    assert (first["version"], first["status"], len(first["files"])) == (1, "draft", 2)
    assert Report.objects.count() == AuditEntry.objects.filter(action="report.made").count() == 1


def test_changed_rows_give_the_next_version_and_the_first_one_stays(filled: County) -> None:
    first = _make(filled)
    digests = list(first.files.values_list("sha256", flat=True))
    earned("999901001202", 100)

    second = _make(filled)

    assert (first.version, second.version) == (1, 2)
    assert first.sha256 != second.sha256
    assert list(first.files.values_list("sha256", flat=True)) == digests
    assert ReportTemplate.objects.count() == 1


def test_drawing_the_snapshot_again_gives_the_same_bytes(filled: County) -> None:
    report = _make(filled)
    earned("999901001202", 100)
    VillageProfile.objects.all().delete()
    Village.objects.filter(code="999901001200").update(name="改名村")

    again = render(report.said, bytes(report.template.content))

    assert {one.name: one.content for one in again} == {
        one.name: bytes(one.content) for one in report.files.all()
    }


def test_every_figure_is_what_its_frozen_rows_give(filled: County) -> None:
    content = _make(filled).said

    checked = [one for one in content.figures if one.formula]
    for one in checked:
        value = one.value if one.unit != "元" else int(str(one.value).replace(".", ""))
        assert fold(one.formula, content.villages) == value, one.code  # type: ignore[arg-type]
    assert len(checked) >= 28


def test_sentences_state_only_figures_of_the_report(filled: County) -> None:
    content = _make(filled).said

    known = {one.code for one in content.figures}
    stated = {code for part in content.sections for one in part.sentences
              for code in one.figure_codes}  # fmt: skip
    assert stated
    assert stated <= known
    assert 0 < content.characters < 4000


def test_content_comes_back_from_json(filled: County) -> None:
    draft = compose(by=COMMAND_LINE, kind="monthly", period=OCTOBER, county=filled)

    report = _make(filled)
    report.refresh_from_db()

    assert report.said == draft.content
    assert ReportContent.from_json(draft.content.to_json()) == draft.content


def test_missing_villages_are_named_and_nothing_is_praised(county: County) -> None:
    told = summary(_make(county))

    by_code = {one["code"]: one["value"] for one in told["figures"]}
    assert by_code["income.total"] is None
    assert by_code["colour.green"] is None
    gaps = {one["figure"]: one for one in told["missing"]}
    assert len(gaps["income.total"]["units"]) == 5
    assert gaps["colour.red"]["gap"] == "not-evaluated"
    headings = [section.heading for section in _make(county).said.sections]
    assert headings == ["一、总体情况", "二、下步工作"]


def test_an_open_month_is_marked_and_closing_makes_the_next_version(filled: County) -> None:
    draft = _make(filled)
    close_month(by=COMMAND_LINE, county=filled.code, month=OCTOBER)

    final = _make(filled)

    assert (draft.is_open, final.is_open, final.version) == (True, False, 2)
    assert "尚未封账" in draft.said.note
    assert final.said.note == ""


def test_figures_have_short_codes_of_their_own(filled: County) -> None:
    _make(filled)
    earned("999901001202", 100)
    _make(filled)

    codes = list(ReportFigure.objects.values_list("short_code", flat=True))
    assert len(set(codes)) == len(codes) == 62


@pytest.mark.parametrize(
    ("kind", "period", "code"),
    [
        ("weekly", OCTOBER, "report_kind"),
        ("monthly", Quarter(2026, 3), "report_period"),
        ("monthly", Month(2026, 12), "report_ahead"),
    ],
)
def test_what_cannot_be_made_is_refused(county: County, kind: str, period: Any, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        make_report(by=COMMAND_LINE, kind=kind, period=period, county=county)

    assert refused.value.code == code


def test_a_foreign_county_is_refused(county: County, other_county: County) -> None:
    staff = factories.UserFactory(role=Role.COUNTY_STAFF, home_code="999901")

    with pytest.raises(DomainError, match="不在您的管辖范围内"):
        make_report(by=staff, kind="monthly", period=OCTOBER, county=other_county)


def test_reports_are_seen_inside_their_county(filled: County, other_county: County) -> None:
    _make(filled)
    ours = factories.UserFactory(role=Role.COUNTY_STAFF, home_code="999901")
    theirs = factories.UserFactory(role=Role.COUNTY_STAFF, home_code="999902")
    clerk = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999901001")

    assert [Report.objects.visible_to(one).count() for one in (ours, theirs, clerk)] == [1, 0, 0]


def _opened(report: Report, ending: str) -> io.BytesIO:
    return io.BytesIO(bytes(report.files.get(name__endswith=ending).content))


def test_the_document_reads_as_it_should(filled: County) -> None:
    document = Document(_opened(_make(filled), ".docx"))

    lines = [one.text for one in document.paragraphs if one.text]
    assert lines[0] == "中共青原县委组织部文件"
    assert lines[1] == "2026年10月村级党建督导月调度通报"
    assert "各乡镇（街道）组织办：" in lines
    assert "2026年11月5日" in lines
    assert not [line for line in lines if "{" in line]
    assert [len(table.rows) for table in document.tables] == [4, 2, 1]


def test_what_people_typed_stays_text(filled: County) -> None:
    Village.objects.filter(code="999901001201").update(name="<w:br/>&{{ organ }}\x0b村")

    document = Document(_opened(_make(filled), ".docx"))

    names = [row.cells[2].text for row in document.tables[1].rows]
    assert names == ["村", "<w:br/>&{{ organ }}村"]


def test_packages_are_stored_in_fixed_order_without_times(filled: County) -> None:
    for ending in (".docx", ".xlsx"):
        with ZipFile(_opened(_make(filled), ending)) as archive:
            assert {one.compress_type for one in archive.infolist()} == {0}
            assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_workbook_holds_figures_tables_and_rows(filled: County) -> None:
    book = load_workbook(_opened(_make(filled), ".xlsx"))

    assert book.sheetnames == [
        "指标", "各乡镇(街道)情况", "红色预警村名单", "黄色预警村名单", "各村情况",
    ]  # fmt: skip
    assert book["各村情况"].max_row == 3 + 5 + 1
    cells = [cell for row in book["各村情况"].iter_rows(values_only=True) for cell in row]
    assert {"绿", "红", "未评", "较强村", "是", "否"} <= set(cells)
    values = {row[1]: row[4] for row in book["指标"].iter_rows(min_row=4, values_only=True)}
    assert values["经营性收入"] == pytest.approx(512345.67)


def test_the_shipped_template_is_what_the_program_makes() -> None:
    assert (SHIPPED / "monthly.docx").read_bytes() == bulletin_template()


def test_the_countys_own_template_goes_first(filled: County, tmp_path: Any) -> None:
    own = tmp_path / "templates" / "monthly.docx"
    own.parent.mkdir()
    edited = Document(io.BytesIO(bulletin_template()))
    edited.add_paragraph("{{ recipients }}存档")
    edited.save(own)
    first = _make(filled)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "PORTAL_DATA", tmp_path)
        assert template_bytes("monthly.docx") == own.read_bytes()
        second = _make(filled)

    assert (first.version, second.version) == (1, 2)
    lines = [one.text for one in Document(_opened(second, ".docx")).paragraphs]
    assert "各乡镇（街道）组织办存档" in lines


def test_the_day_of_the_report_is_that_of_its_month(filled: County) -> None:
    assert _make(filled).said.as_of == date(2026, 10, 31).isoformat()
