"""What stands beside a report: where it is, who has it, its files, gaps and versions."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from rectification.reports.models import Report, ReportRecipient
from rectification.reports.perms import may_confirm_reports
from rectification.reports.states import STEPS, UNISSUED, ReportStatus
from rectification.reports.views.at_hand import TONES, address
from villages.common.clock import ZONE
from villages.common.periods import parse_period

_PLACE = {"draft": 1, "reviewed": 2, "issued": 3, "superseded": 3}
GAPS_SHOWN = 20


def subtitle(report: Report) -> str:
    """Number, version and code in a line."""
    version = _("第 %d 版") % report.version
    code = _("报告码 %s") % report.code
    return " · ".join(part for part in (report.number_text, version, code) if part)


def steps(report: Report) -> list[tuple[Any, str]]:
    """The way of a report, for components/stepper.html."""
    at = _PLACE[report.status]
    names = (_("生成草稿"), _("审核"), _("签发"), _("乡镇签收"))
    return [(name, "done" if place < at else "current" if place == at else "todo")
            for place, name in enumerate(names)]  # fmt: skip


def verbs(report: Report) -> list[tuple[Any, str, str]]:
    """What whoever works on it may do now: label, address, style of the button; the next step
    of its way first."""
    found = [] if report.status != ReportStatus.DRAFT else [
        (_("修改文字"), address("words", report), "btn")
    ]  # fmt: skip
    for one in STEPS:
        if report.status in one.sources:
            style = "btn" if one.needs_reason else "btn btn-primary"
            found.append((one.label, address("step", report, one.key), style))
    if report.status == ReportStatus.ISSUED:
        found.append((_("更正"), address("correct", report), "btn"))
    return sorted(found, key=lambda one: "btn-primary" not in one[2])


def banners(report: Report, user: Any) -> Iterator[tuple[str, str, str, str]]:
    """What a reader must know first: kind of notice, text, address, label of the link."""
    label = parse_period(report.period).label
    if report.is_open and report.status in UNISSUED:
        yield "warning", _("%s还没有封账,数据可能变化;封账以后才能签发。") % label, "", ""
    if report.returned and report.status == ReportStatus.DRAFT:
        yield "warning", _("退回修改:%s") % report.returned, address("words", report), _("修改文字")
    if report.corrects and report.status in UNISSUED:
        text = _("这是对%(number)s的更正:%(why)s") % {
            "number": report.corrects.number_text, "why": report.why,
        }  # fmt: skip
        yield "info", text, address("compare", report), _("看改了哪些数字")
    if report.status == ReportStatus.SUPERSEDED:
        newer = current(report, user)
        url = address("report", newer) if newer else ""
        yield "warning", _("这一版已被替代,留存备查。"), url, _("打开现行版本") if newer else ""


def current(report: Report, user: Any) -> Report | None:
    """The version that stands instead of this one, if the person sees one. One query."""
    rows = Report.objects.visible_to(user).current()
    rows = rows.filter(county_code=report.county_code, kind=report.kind, period=report.period)
    found: Report | None = rows.only("uid").order_by("-issued_at", "-version").first()
    return found


def own_receipt(report: Report, user: Any) -> ReportRecipient | None:
    """The receipt that the person's own township still owes or has given. One query at most."""
    if not may_confirm_reports(user) or report.issued_at is None:
        return None
    rows = ReportRecipient.objects.visible_to(user).filter(report=report)
    found: ReportRecipient | None = rows.select_related("confirmed_by").first()
    return found


def receipts(report: Report, user: Any) -> tuple[int, int] | None:
    """Confirmed and asked units as far as the person sees them; None before issuing. One query."""
    if report.issued_at is None:
        return None
    rows = ReportRecipient.objects.visible_to(user).filter(report=report)
    known = list(rows.values_list("confirmed_at", flat=True))
    return sum(one is not None for one in known), len(known)


def versions(report: Report, user: Any) -> list[dict[str, Any]]:
    """All versions of the period that the person sees, for components/timeline.html. One query."""
    rows = Report.objects.visible_to(user).filter(
        county_code=report.county_code, kind=report.kind, period=report.period
    )  # fmt: skip
    read = ("uid", "version", "status", "sha256", "made_at", "stamp", "why")
    return [
        {
            "when": one.made_at.astimezone(ZONE).strftime("%Y-%m-%d %H:%M"),
            "title": f"{_('第 %d 版') % one.version} · {one.get_status_display()}",
            "who": one.number_text,
            "detail": one.why or _("摘要 %s") % one.sha256[:12],
            "href": "" if one.uid == report.uid else address("report", one),
            "tone": TONES[one.status],
        }
        for one in rows.only(*read).order_by("-version")
    ]
