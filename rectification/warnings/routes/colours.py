"""Addresses of colours: the county's, a village's, the townships'."""

from django.urls import path, re_path

from rectification.warnings.views import centre, evaluating, panel, townships, village

_PERIOD = "(?P<code>20[0-9]{2}-(?:0[1-9]|1[0-2]))"
_VILLAGE = "(?P<village>[0-9]{12})"
urlpatterns = [
    path("", centre.newest, name="centre"),
    re_path(rf"^{_PERIOD}/$", centre.centre, name="month"),
    re_path(rf"^{_PERIOD}/evaluate/$", evaluating.evaluate, name="evaluate"),
    re_path(rf"^{_PERIOD}/moves/$", centre.moves, name="moves"),
    re_path(rf"^{_PERIOD}/gaps/$", centre.gaps, name="gaps"),
    path("townships/", townships.newest, name="townships"),
    re_path(rf"^townships/{_PERIOD}/$", townships.month, name="townships_month"),
    re_path(rf"^village/{_VILLAGE}/$", village.newest, name="village"),
    re_path(rf"^village/{_VILLAGE}/{_PERIOD}/$", village.month, name="village_month"),
    re_path(r"^village/(?P<code>[0-9]{12})/panel/$", panel.panel, name="panel"),
]
