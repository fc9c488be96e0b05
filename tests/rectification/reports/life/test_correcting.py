"""A correction is the next version: old, new and why; what was issued never changes."""

from datetime import date
from typing import Any

import pytest

from rectification.reports.actions.correcting import correct
from rectification.reports.actions.issuing import issue
from rectification.reports.actions.making import make_report
from rectification.reports.actions.reviewing import review
from rectification.reports.models import Report
from rectification.reports.render import render
from rectification.reports.snapshot import snapshot_of
from tests.rectification.reports.made import OCTOBER, clerk, drafted, filled, reviewed, staff
from tests.rectification.situations import earned
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.models import County
from villages.trace.models import AuditEntry

DAY = date(2026, 11, 5)


@pytest.fixture
def issued(county: County) -> Report:
    by = staff()
    return issue(by=by, report=reviewed(filled(county), by), revision=None, on=DAY)


def _files(report: Report) -> dict[str, bytes]:
    return {one.name: bytes(one.content) for one in report.files.all()}


def _code(act: Any, **given: Any) -> str:
    with pytest.raises(DomainError) as refused:
        act(**given)
    return str(refused.value.code)


def test_it_goes_out_as_the_next_version_with_old_new_and_why(issued: Report) -> None:
    by, kept = staff(), _files(issued)
    earned("999901001202", 100_000)

    draft = correct(by=by, report=issued, why="漏报一笔收入")
    review(by=by, report=draft, revision=None, reason="已核对")
    after = issue(by=by, report=draft, revision=None, on=date(2026, 11, 9))

    before = Report.objects.get(pk=issued.pk)
    assert (draft.version, after.corrects, before.status) == (2, before, "superseded")
    assert (after.stamp["corrects"], after.stamp["why"]) == ("督导〔2026〕1号", "漏报一笔收入")
    changes = {label: (old, new) for label, old, new in after.stamp["changes"]}
    label = before.said.figure("income.total").label
    assert changes[label][0] != changes[label][1]
    assert len(changes) < len(after.said.figures)
    assert _files(before) == kept
    assert after.recipients.count() == before.recipients.count() == 2
    entry = AuditEntry.objects.get(action="report.corrected")
    assert entry.reason == "漏报一笔收入"


def test_what_was_issued_is_drawn_again_as_it_was(issued: Report) -> None:
    by = staff()
    earned("999901001202", 100_000)
    draft = correct(by=by, report=issued, why="漏报")
    review(by=by, report=draft, revision=None, reason="x")
    issue(by=by, report=draft, revision=None, on=date(2026, 11, 9))

    for report in Report.objects.exclude(issued_at=None):
        again = render(snapshot_of(report), bytes(report.template.content))

        assert {one.name: one.content for one in again} == _files(report)
    assert Report.objects.exclude(issued_at=None).count() == 2


def test_the_issued_one_holds_until_the_correction_is_out(issued: Report) -> None:
    earned("999901001202", 100_000)

    correct(by=staff(), report=issued, why="漏报")

    issued.refresh_from_db()
    assert issued.status == "issued"
    assert list(Report.objects.visible_to(clerk())) == [issued]


def test_unchanged_rows_are_no_correction(issued: Report) -> None:
    assert _code(correct, by=staff(), report=issued, why="试试") == "report_unchanged"
    assert Report.objects.count() == 1


def test_a_correction_says_why(issued: Report, county: County) -> None:
    by = staff()
    earned("999901001202", 100_000)

    assert _code(correct, by=by, report=issued, why=" ") == "report_why"
    silent = make_report(by=COMMAND_LINE, kind="monthly", period=OCTOBER, county=county)
    review(by=by, report=silent, revision=None, reason="x")
    assert _code(issue, by=by, report=silent, revision=None, on=DAY) == "report_why"
    told = correct(by=by, report=issued, why="漏报一笔收入")

    assert (told.pk, told.why) == (silent.pk, "漏报一笔收入")


def test_only_what_was_issued_is_corrected_and_only_by_the_county(
    county: County, other_county: County
) -> None:
    draft = drafted(filled(county))

    assert _code(correct, by=staff(), report=draft, why="x") == "report_not_issued"
    assert _code(correct, by=staff("999902"), report=draft, why="x") == "report_side"
