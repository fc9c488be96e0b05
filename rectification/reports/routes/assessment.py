"""Addresses of the year-end assessment."""

from django.urls import URLPattern, path, re_path

from rectification.reports.views import assessment, assessment_forms, assessment_sheet

_YEAR = r"^assessment/(?P<year>20[0-9]{2})/"
_TOWN = rf"{_YEAR}(?P<township>[0-9]{{9}})/"
urlpatterns: list[URLPattern] = [
    path("assessment/", assessment.latest, name="assessment"),
    re_path(rf"{_YEAR}$", assessment.year, name="assessment_year"),
    re_path(rf"{_YEAR}entries/$", assessment_forms.entry, name="assessment_entry"),
    re_path(
        rf"{_YEAR}(?P<key>open|publish|finish)/$", assessment_forms.step, name="assessment_step"
    ),
    re_path(rf"{_TOWN}$", assessment_sheet.sheet, name="assessment_sheet"),
    re_path(rf"{_TOWN}print/$", assessment_sheet.printed, name="assessment_print"),
    re_path(rf"{_TOWN}object/$", assessment_forms.objection, name="assessment_object"),
]
