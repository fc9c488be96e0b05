"""Addresses of the year-end assessment for programs."""

from django.urls import URLPattern, re_path

from rectification.reports.api.assessment import TownshipAssessment, YearAssessment

_YEAR = r"^assessment/(?P<year>20[0-9]{2})/"
ROUTES: list[URLPattern] = [
    re_path(rf"{_YEAR}$", YearAssessment.as_view(), name="year-assessment"),
    re_path(
        rf"{_YEAR}(?P<township>[0-9]{{9}})/$", TownshipAssessment.as_view(),
        name="township-assessment",
    ),
]  # fmt: skip
