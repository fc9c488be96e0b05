"""Review, issue, receipt, correction through the pages; copies and differences."""

import io
from collections.abc import Callable
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client

from rectification.reports.models import Report, ReportDownload, ReportRecipient
from rectification.reports.states import ReportStatus
from rectification.reports.views import checks
from tests.rectification.situations import earned

Read = Callable[[Client, str], str]


def _take(client: Client, report: Report, step: str, **given: str) -> Any:
    """Opens the page of a step and presses its button."""
    url = f"/reports/{report.uid}/steps/{step}/"
    form = client.get(url).context["form"]
    return client.post(url, {"revision": form["revision"].value(), **given})


def test_from_draft_to_issued_and_confirmed(desk: Client, town: Client, draft: Report) -> None:
    for step in ("review", "issue"):
        assert _take(desk, draft, step, reason="已核对").status_code == 302
    answer = town.post(f"/reports/{draft.uid}/confirm/", follow=True)

    draft = Report.objects.get(pk=draft.pk)
    assert draft.status == ReportStatus.ISSUED
    assert draft.number_text
    assert "已签收。" in answer.content.decode()
    confirmed = ReportRecipient.objects.filter(report=draft, confirmed_at__isnull=False)
    assert [one.unit_code for one in confirmed] == ["999901001"]
    assert "已签收 1/2" in desk.get(f"/reports/{draft.uid}/receipts/").content.decode()


def test_sending_back_needs_words(desk: Client, draft: Report, text: Read) -> None:
    _take(desk, draft, "review", reason="已核对")

    refused = _take(desk, draft, "send-back")
    _take(desk, draft, "send-back", reason="第三节太长")

    assert "reason" in refused.context["form"].errors
    assert "退回修改:第三节太长" in text(desk, f"/reports/{draft.uid}/")


def test_contradictions_are_told_and_want_a_reason(
    desk: Client, draft: Report, text: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "forbidden_words", lambda *_given: ("全县",))

    page = text(desk, f"/reports/{draft.uid}/steps/review/")
    refused = _take(desk, draft, "review")

    assert "数字之间有对不上的地方" in page
    assert "reason" in refused.context["form"].errors
    assert _take(desk, draft, "review", reason="已核对").status_code == 302


def test_a_step_that_does_not_lead_on_from_here(desk: Client, draft: Report) -> None:
    answer = desk.get(f"/reports/{draft.uid}/steps/issue/", follow=True)

    assert "不能办理这一步" in answer.content.decode()
    assert desk.get(f"/reports/{draft.uid}/steps/delete/").status_code == 404


def test_a_report_seen_before_somebody_changed_it_is_not_reviewed(
    desk: Client, draft: Report
) -> None:
    Report.objects.filter(pk=draft.pk).update(revision=7)

    answer = desk.post(f"/reports/{draft.uid}/steps/review/", {"revision": 1, "reason": "已核对"})

    assert "刚被他人改动过" in answer.content.decode()
    assert Report.objects.get(pk=draft.pk).status == ReportStatus.DRAFT


def test_steps_belong_to_the_house(town: Client, foreign: Client, issued: Report) -> None:
    for page in ("steps/review/", "correct/", "words/", "bundle/"):
        assert town.get(f"/reports/{issued.uid}/{page}").status_code == 403
        assert foreign.get(f"/reports/{issued.uid}/{page}").status_code == 404
    assert foreign.post(f"/reports/{issued.uid}/confirm/").status_code == 403


def test_a_correction_says_why_and_shows_old_and_new(
    desk: Client, issued: Report, text: Read
) -> None:
    url = f"/reports/{issued.uid}/correct/"
    refused = desk.post(url, {"reason": "何河村收入有误"})
    earned("999901001202", 500_000)

    answer = desk.post(url, {"reason": "何河村收入有误"})

    assert "没有可更正的" in refused.content.decode()
    newer = Report.objects.get(version=issued.version + 1)
    assert answer.headers["Location"] == f"/reports/{newer.uid}/compare/"
    said = text(desk, f"/reports/{newer.uid}/compare/")
    label = newer.said.figure("income.total").label
    assert "何河村收入有误" in said
    assert label in said
    assert str(issued.said.figure("income.total").value) in said
    assert str(newer.said.figure("income.total").value) in said


def test_the_rows_of_today_are_compared_without_writing(
    desk: Client, draft: Report, text: Read
) -> None:
    same = text(desk, f"/reports/{draft.uid}/compare/?with=now")
    earned("999901001202", 500_000)

    other = text(desk, f"/reports/{draft.uid}/compare/?with=now")

    assert "没有差别" in same
    assert draft.said.figure("income.total").label in other
    assert Report.objects.count() == 1


def test_a_first_report_has_nothing_to_be_compared_with(
    desk: Client, draft: Report, text: Read
) -> None:
    assert "没有可以对比的报告" in text(desk, f"/reports/{draft.uid}/compare/")


def test_a_copy_bears_a_mark_that_is_found_again(
    desk: Client, town: Client, issued: Report, text: Read
) -> None:
    name = issued.files.get(name__endswith=".docx").name

    answer = town.get(f"/reports/{issued.uid}/files/{name}")

    copy = ReportDownload.objects.get()
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)[:2] == b"PK"
    said = text(desk, f"/reports/downloads/?mark={copy.mark.lower()}")
    assert f"{copy.by.name} 于 " in said
    assert "没有这个水印码" in text(desk, "/reports/downloads/?mark=22222222")
    assert town.get("/reports/downloads/").status_code == 403


def test_a_document_that_the_report_does_not_have(desk: Client, issued: Report) -> None:
    assert desk.get(f"/reports/{issued.uid}/files/x.docx").status_code == 404


def test_a_meeting_takes_everything_in_one_file(desk: Client, issued: Report) -> None:
    answer = desk.get(f"/reports/{issued.uid}/bundle/")

    names = ZipFile(io.BytesIO(b"".join(answer.streaming_content))).namelist()
    assert {one.name for one in issued.files.all()} < set(names)


def test_a_township_reads_its_own_part_alone(town: Client, issued: Report, text: Read) -> None:
    said = text(town, f"/reports/{issued.uid}/extract/999901001/")

    assert "乡镇摘编" in said
    assert "各乡镇（街道）" not in said.partition("paper__to")[2].partition("</p>")[0]
    assert town.get(f"/reports/{issued.uid}/extract/999901101/").status_code == 404
    assert town.get(f"/reports/{issued.uid}/extract/999902001/").status_code == 404
