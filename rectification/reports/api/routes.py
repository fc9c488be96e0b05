"""Addresses below `reports/` beside the resource itself; fixed words stand before keys."""

from django.urls import URLPattern, re_path

from rectification.reports.api.acting import (
    ReportConfirm,
    ReportCorrect,
    ReportIssue,
    ReportReturn,
    ReportReview,
)
from rectification.reports.api.by_code import ReportByCode
from rectification.reports.api.files import ReportContentView, ReportFileBytes
from rectification.reports.api.numbers import ReportFigure, ReportFigures
from rectification.reports.api.sentences import ReportSentences

_UID = r"^reports/(?P<uid>[0-9a-f]{32})"
ROUTES: list[URLPattern] = [
    re_path(
        r"^reports/by-code/(?P<short>[^/]{1,40})/$", ReportByCode.as_view(), name="report-by-code"
    ),
    re_path(rf"{_UID}/figures/$", ReportFigures.as_view(), name="report-figures"),
    re_path(
        rf"{_UID}/figures/(?P<code>[^/]{{1,120}})/$", ReportFigure.as_view(), name="report-figure"
    ),
    re_path(rf"{_UID}/files/(?P<name>[^/]{{1,120}})/$", ReportFileBytes.as_view(),
            name="report-file"),
    re_path(rf"{_UID}/content/$", ReportContentView.as_view(), name="report-content"),
    re_path(rf"{_UID}/sentences/$", ReportSentences.as_view(), name="report-sentences"),
    re_path(rf"{_UID}/review/$", ReportReview.as_view(), name="report-review"),
    re_path(rf"{_UID}/send-back/$", ReportReturn.as_view(), name="report-send-back"),
    re_path(rf"{_UID}/issue/$", ReportIssue.as_view(), name="report-issue"),
    re_path(rf"{_UID}/correct/$", ReportCorrect.as_view(), name="report-correct"),
    re_path(rf"{_UID}/confirm/$", ReportConfirm.as_view(), name="report-confirm"),
]  # fmt: skip
