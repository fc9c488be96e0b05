"""Bringing something up with an account: one short form for village, township and county."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from rectification.supervision.actions.voice_receiving import Received, receive
from rectification.supervision.choices import VoiceChannel
from rectification.supervision.forms.voices import VoiceForm, villages_of
from rectification.supervision.perms import may_bring_voices
from rectification.supervision.views.voice_parts import crumbs
from rectification.supervision.voice_sides import home_township
from villages.accounts.access import requires
from villages.accounts.choices import VILLAGE_ROLES
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.refusals import refusals_in

# What came through the box comes through the box alone.
CHANNELS = [pair for pair in VoiceChannel.choices if pair[0] != VoiceChannel.PUBLIC]


@never_cache
@sensitive_post_parameters("phone", "person", "text")
@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_bring_voices)
def new(request: HttpRequest) -> HttpResponse:
    """The form; once it is taken, number and word, which are shown this once."""
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            return _done(request, _receive(request, form))
    title = _("我要反映")
    context = {"title": title, "form": form, "breadcrumbs": crumbs((title, ""))}
    return render(request, "supervision/voices/new.html", context)


def _form(request: HttpRequest) -> VoiceForm:
    villages = villages_of(request.user, county_code(request), clock.today())
    user: Any = request.user
    is_village = user.acting_role in VILLAGE_ROLES
    only = list(villages[:2])
    initial = {"village": only[0].code if len(only) == 1 else request.GET.get("village")}
    return VoiceForm(
        request.POST or None, initial=initial, villages=villages,
        channels=None if is_village else CHANNELS,
    )  # fmt: skip


def _receive(request: HttpRequest, form: VoiceForm) -> Received:
    """Of a nameless one not even the township of whoever typed it is kept."""
    user: Any = request.user
    given: dict[str, Any] = {"channel": VoiceChannel.VILLAGE, **form.cleaned_data}
    township = "" if given["anonymous"] else home_township(user)
    return receive(
        county=county_code(request), on=clock.today(), by=user, township=township, **given
    )


def _done(request: HttpRequest, received: Received) -> HttpResponse:
    title = _("已收到")
    context = {"title": title, "received": received, "breadcrumbs": crumbs((title, ""))}
    return render(request, "supervision/voices/done.html", context)
