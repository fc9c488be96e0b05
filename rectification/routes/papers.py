"""Addresses of papers and packs."""

from django.urls import path

from rectification.views import annexes, packs, papers

urlpatterns = [
    path("packs/", packs.packs, name="packs"),
    path("packs/<str:uid>/file/", packs.pack_file, name="pack_file"),
    path("annexes/<str:uid>/file/", annexes.annex_file, name="annex_file"),
    path("annexes/<str:uid>/attach/", annexes.annex_attach, name="annex_attach"),
    path("<str:uid>/annexes/", annexes.annexes, name="annexes"),
    path("<str:uid>/file/", papers.case_file, name="case_file"),
]
