"""Addresses of plan, helpers, visits and works."""

from django.urls import URLPattern, path, re_path

from rectification.views import letters, lists, load, measures, visits, works

urlpatterns: list[URLPattern] = [
    path("lists/<slug:kind>/", lists.paper_list, name="paper_list"),
    path("letters/", letters.letter_list, name="letters"),
    re_path(r"^letters/(?P<uid>[0-9a-f]{32})/$", letters.letter, name="letter"),
    path("works/", works.works, name="works"),
    path("works/rows/", works.work_rows, name="work_rows"),
    path("load/", load.load, name="load"),
    path("measures/", measures.measures, name="measures"),
    path("models/", measures.model_list, name="models"),
    path("visits/new/", visits.visit, name="log_visit"),
]
