"""Addresses of the cases and their steps."""

from django.urls import path, re_path

from rectification.views import board, case, hub, panel

_UID = "(?P<uid>[0-9a-f]{32})"
urlpatterns = [
    path("", hub.hub, name="hub"),
    re_path(r"^board/(?P<year>20[0-9]{2})/$", board.board, name="board"),
    re_path(r"^villages/(?P<code>[0-9]{12})/panel/$", panel.panel, name="panel"),
    re_path(rf"^{_UID}/$", case.case, name="case"),
]
