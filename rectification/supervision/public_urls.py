"""Addresses that need no sign-in."""

from django.urls import path

from rectification.supervision.views import public_voices

app_name = "public_voices"
urlpatterns = [
    path("", public_voices.box, name="box"),
    path("ask/", public_voices.ask, name="ask"),
]
