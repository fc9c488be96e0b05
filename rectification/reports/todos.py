"""What of reports waits for a person."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.reports.kinds import kind_of
from rectification.reports.models import Report, ReportRecipient, ReportRun
from rectification.reports.perms import may_confirm_reports, may_issue_reports
from rectification.reports.states import UNISSUED, ReportStatus, RunState
from villages.common import clock
from villages.common.periods import parse_period
from villages.common.registries import TodoItem, TodoSource

SHOWN = 20


def to_confirm(user: Any) -> Any:
    """Lines of the person's townships that nobody has signed for."""
    rows = ReportRecipient.objects.visible_to(user)
    return rows.filter(confirmed_at=None, report__status=ReportStatus.ISSUED)


def to_issue(user: Any) -> Any:
    """Drafts of closed periods, and reviewed ones."""
    return Report.objects.visible_to(user).filter(status__in=UNISSUED, is_open=False)


def _receipts(user: Any) -> Iterable[TodoItem]:
    """One query."""
    rows = to_confirm(user).select_related("report").order_by("report_id", "unit_code")
    rows = rows.defer("report__content", "report__edits")
    for one in rows[:SHOWN]:
        yield TodoItem(
            title=_("签收报告:%s") % one.report.title, url=_url(one.report),
            detail=one.report.number_text, minutes=10,
        )  # fmt: skip


def _drafts(user: Any) -> Iterable[TodoItem]:
    """One query."""
    for one in to_issue(user).defer("content", "edits").order_by("pk")[:SHOWN]:
        reviewed = one.status == ReportStatus.REVIEWED
        title = (_("签发报告:%s") if reviewed else _("核对并审核报告:%s")) % one.title
        detail = _("退回:%s") % one.returned if one.returned else ""
        yield TodoItem(title=title, url=_url(one), detail=detail, minutes=5 if reviewed else 20)


def missing(user: Any) -> Any:
    """Reports that failed, or whose day is over without one: the red light of the run ledger."""
    rows = ReportRun.objects.visible_to(user).exclude(state=RunState.MADE)
    return rows.filter(Q(state=RunState.FAILED) | Q(due_on__lt=clock.today()))


def _missing(user: Any) -> Iterable[TodoItem]:
    """One query."""
    for one in missing(user).order_by("due_on", "pk")[:SHOWN]:
        named = {"period": parse_period(one.period).label, "kind": kind_of(one.kind).label}
        yield TodoItem(
            title=_("报告没有按时生成:%(period)s%(kind)s") % named, url=reverse("reports:runs"),
            detail=one.error[:60] or _("已过应生成日期,后台仍在等待。"), due_on=one.due_on,
            minutes=2, severity="urgent",
        )  # fmt: skip


def _url(report: Report) -> str:
    return reverse("reports:report", args=[report.uid])


TODOS: tuple[TodoSource, ...] = (
    TodoSource("report-receipts", may_confirm_reports, _receipts, to_confirm),
    TodoSource("report-drafts", may_issue_reports, _drafts, to_issue),
    TodoSource("report-runs", may_issue_reports, _missing, missing),
)
