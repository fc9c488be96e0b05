"""Addresses of contests."""

from django.urls import re_path

from rectification.supervision.views import contest_papers, contest_scores, contests

_CONTEST = "^contests/(?P<uid>[0-9a-f]{32})/"
urlpatterns = [
    re_path(rf"{_CONTEST}$", contests.contest, name="contest"),
    re_path(rf"{_CONTEST}groups/$", contests.contest_groups, name="contest_groups"),
    re_path(rf"{_CONTEST}scores/$", contest_scores.contest_scores, name="contest_scores"),
    re_path(rf"{_CONTEST}scores/blank/$", contest_scores.contest_blank, name="contest_blank"),
    re_path(rf"{_CONTEST}paper/$", contest_papers.contest_paper, name="contest_paper"),
]
