"""A report is a frozen version: same rows, same version; other rows, the next one."""

from datetime import date
from typing import Any

import pytest

from rectification.reports.actions.making import compose, make_report, summary
from rectification.reports.content import ReportContent
from rectification.reports.content.lines import loose_digits
from rectification.reports.models import Report, ReportFigure, ReportTemplate
from rectification.reports.render import render
from rectification.reports.snapshot import snapshot_of
from rectification.warnings.actions.evaluating import evaluate
from tests import factories
from tests.rectification.situations import earned, person, sound
from tests.rectification.warnings.worlds import few_rules
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.common.periods import HalfYear, Month, Period, Quarter, Year
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


def _make(county: County, kind: str = "monthly", period: Period = OCTOBER) -> Report:
    return make_report(by=COMMAND_LINE, kind=kind, period=period, county=county)


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

    first.refresh_from_db()
    assert (first.version, first.status, second.version) == (1, "superseded", 2)
    assert first.sha256 != second.sha256
    assert list(first.files.values_list("sha256", flat=True)) == digests
    assert ReportTemplate.objects.count() == 1


def test_rows_that_change_back_give_a_version_of_their_own(filled: County) -> None:
    first = _make(filled)
    Village.objects.filter(code="999901001200").update(name="改名村")
    _make(filled)
    Village.objects.filter(code="999901001200").update(name=first.said.villages.rows[0][3])

    third = _make(filled)

    assert (third.version, third.content_sha256) == (3, first.content_sha256)
    assert third.code != first.code


def test_drawing_the_snapshot_again_gives_the_same_bytes(filled: County) -> None:
    report = _make(filled)
    earned("999901001202", 100)
    VillageProfile.objects.all().delete()
    Village.objects.filter(code="999901001200").update(name="改名村")

    again = render(snapshot_of(report), bytes(report.template.content))

    assert {one.name: one.content for one in again} == {
        one.name: bytes(one.content) for one in report.files.all()
    }


@pytest.mark.parametrize(
    ("kind", "period"),
    [
        ("monthly", OCTOBER),
        ("quarterly", Quarter(2026, 4)),
        ("half-year", HalfYear(2026, 2)),
        ("year-end", Year(2026)),
    ],
)
def test_every_figure_is_what_its_frozen_rows_give(
    filled: County, kind: str, period: Period
) -> None:
    content = _make(filled, kind, period).composed

    told = [one for one in content.figures if one.gap is None]
    for one in told:
        assert one.formula is not None, one.code
        assert str(one.formula.value(content.base_of)) == str(one.value), one.code
    assert all(one.value is None for one in content.figures if one.gap)
    assert len(told) >= 28


def test_sentences_state_only_figures_of_the_report(filled: County) -> None:
    content = _make(filled).said

    stated = {code for line in content.lines for code in line.figure_codes}
    assert stated
    assert stated <= set(content.by_code)
    assert [line for line in content.lines if loose_digits(line.pattern)] == []
    assert 0 < content.characters < 4000


def test_content_comes_back_from_json(filled: County) -> None:
    draft = compose(by=COMMAND_LINE, kind="monthly", period=OCTOBER, county=filled)

    report = Report.objects.get(pk=_make(filled).pk)

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
    keys = {section.key for section in _make(county).said.sections}
    assert "practices" not in keys


def test_an_open_month_is_marked_and_closing_makes_the_next_version(filled: County) -> None:
    draft = _make(filled)
    close_month(by=COMMAND_LINE, county=filled.code, month=OCTOBER)

    final = _make(filled)

    assert (draft.is_open, final.is_open, final.version) == (True, False, 2)
    assert "尚未封账" in draft.said.note
    assert final.said.note == ""


def test_figures_have_short_codes_of_their_own(filled: County) -> None:
    first = _make(filled)
    earned("999901001202", 100)
    second = _make(filled)

    codes = list(ReportFigure.objects.values_list("short_code", flat=True))
    assert len(set(codes)) == len(codes)
    assert len(codes) == len(first.said.figures) + len(second.said.figures)
    assert first.figures.get(place=1).short_code == f"{first.code}-1"


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


def test_drafts_are_seen_by_those_who_cover_the_county(
    filled: County, other_county: County
) -> None:
    _make(filled)
    ours = factories.UserFactory(role=Role.COUNTY_STAFF, home_code="999901")
    theirs = factories.UserFactory(role=Role.COUNTY_STAFF, home_code="999902")
    clerk = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999901001")

    assert [Report.objects.visible_to(one).count() for one in (ours, theirs, clerk)] == [1, 0, 0]


def test_the_day_of_the_report_is_that_of_its_month(filled: County) -> None:
    assert _make(filled).said.as_of == date(2026, 10, 31).isoformat()
