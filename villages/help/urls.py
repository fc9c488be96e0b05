"""Addresses of help pages. Those read before signing in have names of their own."""

from django.urls import path

from villages.help import fields, views

app_name = "help"
urlpatterns = [
    path("", views.index, name="index"),
    path("for-page/", views.for_page, name="for_page"),
    path("burden/", views.public_page, {"slug": "burden"}, name="burden"),
    path("public-box/", views.public_page, {"slug": "public-box"}, name="public_box"),
    path("signing-in/", views.public_page, {"slug": "signing-in"}, name="signing_in"),
    path("fields/", fields.index, name="fields"),
    path("fields/<slug:key>/", fields.ledger, name="fields_of"),
    path("<slug:slug>/", views.page, name="page"),
]
