"""Codes of the reports with their labels in both languages, for `meta/enums`."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rectification.reports.states import ReportStatus, RunState
from villages.rest.meta import Enumeration


class ReportKind(TextChoices):
    """The four rhythms, as they stand on the wire."""

    MONTHLY = "monthly", _("月调度")
    QUARTERLY = "quarterly", _("季督导")
    HALF_YEAR = "half-year", _("半年小结")
    YEAR_END = "year-end", _("年终考核")


ENUMERATIONS = (
    Enumeration(
        "report_status", ReportStatus, "报告状态", "State of a report",
        {
            "draft": "Draft: words may be amended", "reviewed": "Reviewed, waits for issuing",
            "issued": "Issued: never changes", "superseded": "A later version took its place",
        },
    ),
    Enumeration(
        "report_kind", ReportKind, "报告种类", "Kind of a report",
        {
            "monthly": "Monthly dispatch", "quarterly": "Quarterly supervision",
            "half-year": "Half-year summary", "year-end": "Year-end assessment",
        },
    ),
    Enumeration(
        "report_run_state", RunState, "报告生成状态", "How far a due report is",
        {"waiting": "Not made yet", "made": "Made", "failed": "Failed; the reason is written"},
    ),
)  # fmt: skip
