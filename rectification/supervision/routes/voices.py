"""Addresses of what villages and people bring up."""

from django.urls import URLPattern, path, re_path

from rectification.supervision.views import voice_form, voices

urlpatterns: list[URLPattern] = [
    path("voices/", voices.voices, name="voices"),
    path("voices/new/", voice_form.new, name="voice_new"),
    re_path(r"^voices/(?P<uid>[0-9a-f]{32})/$", voices.voice, name="voice"),
    re_path(r"^voices/(?P<uid>[0-9a-f]{32})/phone/$", voices.phone, name="voice_phone"),
]
