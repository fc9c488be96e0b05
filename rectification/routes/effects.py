"""Addresses of what a batch achieved."""

from django.urls import URLPattern, re_path

from rectification.views import effects

_YEAR = "(?P<year>20[0-9]{2})"
urlpatterns: list[URLPattern] = [
    re_path(rf"^batch/{_YEAR}/$", effects.batch, name="batch"),
    re_path(
        rf"^batch/{_YEAR}/(?P<figure>[a-z0-9-]{{1,60}})/$", effects.batch_figure,
        name="batch_figure",
    ),
]  # fmt: skip
