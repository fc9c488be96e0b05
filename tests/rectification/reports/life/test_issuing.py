"""From draft to issued: a second look, a number without gaps, stamp, receipts, no change after."""

import io
from datetime import date
from typing import Any

import pytest
from docx import Document

from rectification.reports.actions import reviewing
from rectification.reports.actions.issuing import issue
from rectification.reports.actions.making import make_report
from rectification.reports.actions.reviewing import review, send_back, take
from rectification.reports.consistency import Contradiction
from rectification.reports.models import Report, ReportHead, ReportSeries
from rectification.reports.render import render
from rectification.reports.snapshot import snapshot_of
from rectification.reports.states import ISSUE, REVIEW, SEND_BACK, ReportStatus
from rectification.supervision.models import Delivery
from tests.rectification.reports.made import OCTOBER, drafted, filled, reviewed, staff
from tests.rectification.supervision.notices.written import hook
from villages import parameters
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports.actions.months import close_month
from villages.models import County, Parameter
from villages.trace.models import AuditEntry

DAY = date(2026, 11, 5)


def _code(act: Any, **given: Any) -> str:
    with pytest.raises(DomainError) as refused:
        act(**given)
    return str(refused.value.code)


def _heard(channel: Any) -> list[str]:
    """What a channel is told of reports."""
    rows = Delivery.objects.filter(channel=channel, title__startswith="报告").order_by("pk")
    return [one.title.split(":")[0] for one in rows]


def test_it_walks_from_draft_to_issued(county: County) -> None:
    by = staff()
    report = drafted(filled(county))

    for step in (REVIEW, SEND_BACK, REVIEW, ISSUE):
        report = take(by=by, report=report, revision=report.revision, step=step, reason="核对")

    assert report.status == ReportStatus.ISSUED
    assert report.revision == 5
    told = AuditEntry.objects.filter(action__startswith="report.").order_by("pk")
    assert [one.action for one in told] == [
        "report.made", "report.review", "report.send-back", "report.review", "report.issued",
    ]  # fmt: skip


def test_it_is_stamped_drawn_and_sent(county: County) -> None:
    by = staff()
    before = reviewed(filled(county), by)
    sha256 = before.sha256

    report = issue(by=by, report=before, revision=None, on=DAY)

    assert (report.year, report.number, report.number_text) == (2026, 1, "督导〔2026〕1号")
    assert report.stamp["day"] == "2026年11月5日"
    assert report.stamp["signer"] == by.name
    assert report.sha256 != sha256
    assert list(report.recipients.values_list("unit_code", "unit_name", "confirmed_at")) == [
        ("999901001", "东关街道", None), ("999901101", "柳林镇", None),
    ]  # fmt: skip
    assert "corrects" not in report.stamp
    stored = Report.objects.get(pk=report.pk)
    again = render(snapshot_of(stored), bytes(stored.template.content))
    assert {one.name: one.sha256 for one in again} == dict(
        stored.files.values_list("name", "sha256")
    )


def test_its_number_stands_on_paper(county: County) -> None:
    by = staff()

    report = issue(by=by, report=reviewed(filled(county), by), revision=None, on=DAY)

    content = bytes(report.files.get(name__endswith=".docx").content)
    words = "".join(one.text for one in Document(io.BytesIO(content)).paragraphs)
    assert "督导〔2026〕1号" in words


def test_numbers_have_no_gaps_and_follow_the_head_of_the_day(county: County) -> None:
    by = staff()
    ReportHead.objects.create(county_code=county.code, valid_from=date(2026, 11, 1), mark="青组督")
    filled(county)
    september = Month(2026, 9)
    close_month(by=COMMAND_LINE, county=county.code, month=september)
    first = issue(by=by, report=reviewed(county, by), revision=None, on=DAY)
    other = make_report(by=COMMAND_LINE, kind="monthly", period=september, county=county)

    refused = _code(issue, by=by, report=other, revision=None, on=DAY)
    second = issue(by=by, report=review(by=by, report=other, revision=None, reason="x"),
                   revision=None, on=DAY)  # fmt: skip

    assert refused == "report_step"
    assert (first.number_text, second.number_text) == ("青组督〔2026〕1号", "青组督〔2026〕2号")
    assert ReportSeries.objects.get().last == 2


def test_an_open_period_is_not_issued(county: County) -> None:
    by = staff()
    report = reviewed(filled(county, closed=False), by)

    assert _code(issue, by=by, report=report, revision=None, on=DAY) == "report_open"
    assert not ReportSeries.objects.exists()


def test_contradictions_hold_a_report_up_unless_somebody_says_why(
    county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    by, report = staff(), drafted(filled(county))
    monkeypatch.setattr(
        reviewing, "consistency", lambda _content, _words: [Contradiction("sum", "x", "合计不等")]
    )

    assert _code(review, by=by, report=report, revision=None) == "report_contradicts"
    report = review(by=by, report=report, revision=None, reason="口径不同，已在正文说明")

    assert report.status == ReportStatus.REVIEWED
    entry = AuditEntry.objects.get(action="report.review")
    assert entry.reason == "口径不同，已在正文说明"


def test_a_sound_report_needs_no_reason(county: County, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reviewing, "consistency", lambda _content, _words: [])

    report = review(by=staff(), report=drafted(filled(county)), revision=None)

    assert report.status == ReportStatus.REVIEWED


def test_sending_back_says_why(county: County) -> None:
    by = staff()
    report = reviewed(filled(county), by)

    assert _code(send_back, by=by, report=report, revision=None, reason=" ") == "report_reason"
    report = send_back(by=by, report=report, revision=None, reason="补充做法")

    assert (report.status, report.returned, report.reviewed_by) == ("draft", "补充做法", None)


def test_two_people_where_the_county_wants_it(county: County) -> None:
    by, second = staff(), staff()
    report = reviewed(filled(county), by)
    Parameter.objects.create(
        key="reports.two_people", county_code=county.code, value=1,
        effective_from=date(2026, 1, 1),
    )  # fmt: skip
    parameters.forget()

    assert _code(issue, by=by, report=report, revision=None, on=DAY) == "report_two_people"
    assert issue(by=second, report=report, revision=None, on=DAY).issued_by == second


@pytest.mark.parametrize("act", [review, issue])
def test_a_step_needs_the_last_revision_and_the_right(
    county: County, other_county: County, act: Any
) -> None:
    report = drafted(filled(county))

    assert _code(act, by=staff(), report=report, revision=9) == "version_changed"
    assert _code(act, by=staff("999902"), report=report, revision=None) == "report_side"


def test_the_county_hears_of_drafts_and_the_townships_of_what_is_out(county: County) -> None:
    own = hook("http://127.0.0.1:9/a", unit_code=county.code, owner="县委组织部")
    town = hook("http://127.0.0.1:9/b", unit_code="999901001", owner="东关街道")
    by = staff()

    issue(by=by, report=reviewed(filled(county), by), revision=None, on=DAY)

    assert _heard(own) == ["报告草稿已生成", "报告已签发"]
    assert _heard(town) == ["报告已签发"]


def test_an_issued_report_stays_when_rows_change(county: County) -> None:
    by = staff()
    report = issue(by=by, report=reviewed(filled(county), by), revision=None, on=DAY)

    same = make_report(by=COMMAND_LINE, kind="monthly", period=OCTOBER, county=county)

    assert same.pk == report.pk
    assert _code(review, by=by, report=same, revision=None) == "report_step"


@pytest.mark.parametrize(
    ("status", "wanted"), [("draft", True), ("published", True), ("final", False), ("", False)]
)
def test_scores_that_may_change_are_not_announced(
    county: County, status: str, wanted: bool
) -> None:
    by = staff()
    report = reviewed(filled(county), by)
    report.content["facts"]["assessment.status"] = status
    report.save(update_fields=["content"])

    if wanted:
        asked = {"by": by, "report": report, "revision": report.revision}
        assert _code(issue, **asked) == "report_assessment"
    else:
        issued = issue(by=by, report=report, revision=report.revision)
        assert issued.status == ReportStatus.ISSUED
