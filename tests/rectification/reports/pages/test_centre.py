"""The reports centre: ready or not, what is due, what was made; making now; the run ledger."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.cache import cache, caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rectification.reports.models import Report, ReportRun
from rectification.reports.states import RunState
from tests.rectification.reports.made import drafted
from villages.jobs.models import Job
from villages.models import County, Village

Read = Callable[[Client, str], str]
CENTRE = "/reports/"


def test_it_says_that_the_dispatch_is_not_there_yet(desk: Client, full: County, text: Read) -> None:
    said = text(desk, CENTRE)

    assert "2026年10月调度通报还没有生成,11月5日 自动生成草稿" in said
    assert "还没有报告" in said


def test_it_leads_to_the_draft(desk: Client, draft: Report, text: Read) -> None:
    said = text(desk, CENTRE)

    assert "草稿待审核(第 1 版)" in said
    assert f"/reports/{draft.uid}/" in said
    assert draft.code in said


def test_a_day_that_is_over_without_a_report_is_red(
    desk: Client, full: County, text: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-06")

    said = text(desk, CENTRE)

    assert "2026年10月调度通报:到期没有生成(应在 11月5日 生成)" in said
    assert "level-badge--red" in said


def test_a_failure_is_told_with_its_reason(desk: Client, full: County, text: Read) -> None:
    ReportRun.objects.create(
        county_code=full.code, kind="monthly", period="2026-10", due_on=date(2026, 11, 3),
        state=RunState.FAILED, error="模板里有不认识的占位符。",
    )  # fmt: skip

    for url in (CENTRE, "/reports/runs/"):
        said = text(desk, url)
        assert "模板里有不认识的占位符。" in said
        assert "重试" in said


def test_a_township_sees_issued_reports_alone(
    town: Client, draft: Report, issued: Report, text: Read
) -> None:
    said = text(town, CENTRE)

    assert issued.number_text in said
    assert "待签收" in said
    assert "现在生成" not in said
    assert "到期的报告" not in said


def test_drafts_are_not_listed_for_a_township(town: Client, draft: Report, text: Read) -> None:
    said = text(town, CENTRE)

    assert draft.uid not in said
    assert "还没有签发的报告" in said


def test_another_county_sees_none_of_it(foreign: Client, issued: Report, text: Read) -> None:
    said = text(foreign, CENTRE)

    assert issued.uid not in said


def test_the_button_asks_for_a_job_and_leads_to_its_page(desk: Client, full: County) -> None:
    answer = desk.post("/reports/make/", {"report": "monthly:2026-10"})

    job = Job.objects.get(kind="reports.make")
    assert answer.headers["Location"] == f"/jobs/{job.uid}/"
    assert (job.county_code, job.period, job.args) == (full.code, "2026-10", {"kind": "monthly"})


@pytest.mark.parametrize("report", ["", "monthly:2026Q3", "weekly:2026-10", "monthly:2031-01"])
def test_what_cannot_be_made_is_refused_in_words(desk: Client, full: County, report: str) -> None:
    answer = desk.post("/reports/make/", {"report": report}, follow=True)

    assert "没有这份报告,请在列表里选择。" in answer.content.decode()
    assert not Job.objects.exists()


def test_townships_make_none(town: Client, full: County) -> None:
    assert town.post("/reports/make/", {"report": "monthly:2026-10"}).status_code == 403
    assert town.get("/reports/runs/").status_code == 403


def test_it_asks_as_often_with_many_versions(desk: Client, full: County) -> None:
    drafted(full)
    few = _queries(desk, CENTRE)
    for name in ("甲村", "乙村", "丙村"):
        Village.objects.filter(code="999901001202").update(name=name)
        drafted(full)

    many = _queries(desk, CENTRE)

    assert Report.objects.count() == 4
    assert many == few


def test_the_first_page_shows_the_dispatch(desk: Client, draft: Report, text: Read) -> None:
    said = text(desk, "/reports/panel/")

    assert "2026年10月调度通报" in said
    assert "草稿" in said


def _queries(client: Client, url: str) -> int:
    for _time in range(2):
        cache.clear()
        caches["local"].clear()
        with CaptureQueriesContext(connection) as seen:
            assert client.get(url).status_code == 200
    return len(seen)
