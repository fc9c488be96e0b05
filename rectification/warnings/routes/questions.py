"""Addresses of questions."""

from django.urls import URLPattern, URLResolver, path, re_path

from rectification.warnings.views import questions

urlpatterns: list[URLPattern | URLResolver] = [
    path("questions/", questions.questions, name="questions"),
    re_path(r"^questions/(?P<uid>[0-9a-f]{32})/$", questions.question, name="question"),
]
