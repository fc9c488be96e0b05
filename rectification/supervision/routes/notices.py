"""Addresses of notices, the inbox and channels."""

from django.urls import URLPattern, path, re_path

from rectification.supervision.views import channels, inbox, notice_form, notices

_NOTICE = r"^notices/(?P<uid>[0-9a-f]{32})/"
_CHANNEL = r"^channels/(?P<uid>[0-9a-f]{32})/"
urlpatterns: list[URLPattern] = [
    path("inbox/", inbox.inbox, name="inbox"),
    path("notices/new/", notice_form.new, name="notice_new"),
    re_path(rf"{_NOTICE}$", notices.notice, name="notice"),
    re_path(rf"{_NOTICE}edit/$", notice_form.edit, name="notice_edit"),
    re_path(rf"{_NOTICE}confirm/$", notices.notice_confirm, name="notice_confirm"),
    path("channels/new/", channels.channel_new, name="channel_new"),
    re_path(rf"{_CHANNEL}$", channels.channel, name="channel"),
    re_path(rf"{_CHANNEL}secret/$", channels.channel_secret, name="channel_secret"),
]
