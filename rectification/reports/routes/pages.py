"""Addresses of the pages of reports; fixed words stand before the key of a report."""

from django.urls import URLPattern, path, re_path

from rectification.reports.views import (
    all_figures,
    centre,
    compare,
    downloads,
    editing,
    extracts,
    figure,
    lookup,
    making,
    panel,
    receipts,
    report,
    runs,
    steps,
)

_UID = "(?P<uid>[0-9a-f]{32})"
urlpatterns: list[URLPattern] = [
    path("", centre.centre, name="centre"),
    path("make/", making.make, name="make"),
    path("code/", lookup.lookup, name="code"),
    path("runs/", runs.runs, name="runs"),
    path("panel/", panel.panel, name="panel"),
    path("downloads/", downloads.downloads, name="downloads"),
    re_path(rf"^{_UID}/$", report.report, name="report"),
    re_path(rf"^{_UID}/print/$", report.printed, name="print"),
    re_path(rf"^{_UID}/figures/$", all_figures.figures, name="figures"),
    re_path(rf"^{_UID}/figures/(?P<code>[^/]{{1,80}})/$", figure.figure, name="figure"),
    re_path(rf"^{_UID}/words/$", editing.words, name="words"),
    re_path(rf"^{_UID}/steps/(?P<key>[a-z-]{{1,20}})/$", steps.step, name="step"),
    re_path(rf"^{_UID}/correct/$", steps.correct, name="correct"),
    re_path(rf"^{_UID}/confirm/$", steps.confirm, name="confirm"),
    re_path(rf"^{_UID}/compare/$", compare.compare, name="compare"),
    re_path(rf"^{_UID}/receipts/$", receipts.receipts, name="receipts"),
    re_path(rf"^{_UID}/bundle/$", downloads.bundle, name="bundle"),
    re_path(rf"^{_UID}/files/(?P<name>[^/]{{1,120}})$", downloads.file, name="file"),
    re_path(rf"^{_UID}/extract/(?P<code>[0-9]{{9}})/$", extracts.township, name="extract"),
]
