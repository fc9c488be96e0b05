"""Addresses of print templates."""

from django.urls import URLPattern, path, re_path

from rectification.reports.views import template_files, templates

_EDITION = "^templates/(?P<uid>[0-9a-f]{32})/"
urlpatterns: list[URLPattern] = [
    path("templates/", templates.templates, name="templates"),
    re_path(
        "^templates/shipped/(?P<kind>[a-z-]{1,12})/$", template_files.template_shipped,
        name="template_shipped",
    ),
    re_path(rf"{_EDITION}$", template_files.template_file, name="template_file"),
    re_path(rf"{_EDITION}withdraw/$", templates.template_withdraw, name="template_withdraw"),
]  # fmt: skip
