"""Addresses that need no sign-in."""

from django.urls import path, re_path

from cadres.views import public

app_name = "public"
urlpatterns = [
    path("", public.index, name="index"),
    re_path(r"^(?P<code>[0-9]{9})/$", public.township, name="township"),
]
