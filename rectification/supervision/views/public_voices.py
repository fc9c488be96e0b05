"""The public box: bringing something up, and asking after it, without an account or a cookie."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from rectification.supervision import box_limits
from rectification.supervision.actions.voice_receiving import Received, receive
from rectification.supervision.actions.voice_words import voice_by_word
from rectification.supervision.actions.voices import rate
from rectification.supervision.choices import VoiceChannel
from rectification.supervision.figures.public_voices import open_counties, told
from rectification.supervision.forms.voices import (
    AskForm,
    PublicVoiceForm,
    RateForm,
    public_villages,
    stamp,
)
from rectification.supervision.models import Voice
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.trace.context import origin

View = Callable[..., HttpResponse]


def _public(view: View) -> View:
    """Nobody signs in, nothing is kept in the browser, no search engine takes the page.

    Without a session there is nothing that a forged request could borrow: the forms carry a
    signed stamp instead of the token that would need a cookie.
    """

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response

    hidden = sensitive_post_parameters()(never_cache(marked))
    methods = require_http_methods(["GET", "HEAD", "POST"])
    return csrf_exempt(login_not_required(methods(hidden)))


@_public
def box(request: HttpRequest) -> HttpResponse:
    """The counties whose box is open, or the form of one; 404 where none is."""
    today = clock.today()
    counties = open_counties(today)
    if not counties:
        raise Http404(_("没有开放的信箱。"))
    asked = request.POST.get("county") or request.GET.get("county") or ""
    county = next((one for one in counties if one.code == asked), None)
    county = county or (counties[0] if len(counties) == 1 and not asked else None)
    if county is None:
        return _page(request, "choose.html", {"counties": counties})
    return _form(request, county, today)


@_public
def ask(request: HttpRequest) -> HttpResponse:
    """Status and answer for whoever has number and word, and what the person says of it."""
    form = AskForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, "ask.html", {"form": form})
    given = form.cleaned_data
    if not box_limits.may_go_on(box_limits.ASK, origin().address, given["number"].strip()):
        form.add_error(None, _("查询次数太多,请一小时后再来。"))
        return _page(request, "ask.html", {"form": form}, status=429)
    found = voice_by_word(given["number"], given["word"])
    if found is None:
        form.add_error(None, _("编号和查询口令对不上,请核对。口令共 12 个字母和数字。"))
        return _page(request, "ask.html", {"form": form})
    return _shown(request, found, given)


def _form(request: HttpRequest, county: Any, today: Any) -> HttpResponse:
    villages = public_villages(county.code, today)
    posted = request.POST.copy() if request.method == "POST" else None
    form = PublicVoiceForm(posted, villages=villages, initial=_initial(county))
    if posted is not None and form.is_valid():
        if not box_limits.may_go_on(box_limits.SEND, origin().address):
            form.add_error(None, _("这一小时提交的次数太多,请稍后再来。"))
            return _page(request, "box.html", {"form": form, "county": county}, status=429)
        with refusals_in(form):
            return _page(request, "done.html", {"received": _receive(county, form, today)})
    if posted is not None:
        posted["stamp"] = stamp()
    return _page(request, "box.html", {"form": form, "county": county})


def _initial(county: Any) -> dict[str, Any]:
    return {"county": county.code, "stamp": stamp(), "anonymous": True}


def _receive(county: Any, form: PublicVoiceForm, today: Any) -> Received:
    names = ("kind", "village", "text", "anonymous", "person", "phone")
    given = {name: form.cleaned_data[name] for name in names}
    return receive(county=county.code, on=today, channel=VoiceChannel.PUBLIC, **given)


def _shown(request: HttpRequest, found: Voice, given: dict[str, Any]) -> HttpResponse:
    rating = RateForm(request.POST if "satisfaction" in request.POST else None, initial=given)
    thanks = False
    if rating.is_bound and rating.is_valid():
        with refusals_in(rating):
            found = rate(found, satisfaction=rating.cleaned_data["satisfaction"])
            thanks = True
    context = {"told": told(found), "rating": rating, "thanks": thanks}
    return _page(request, "status.html", context)


def _page(
    request: HttpRequest, name: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page without a token: rendering one would set a cookie."""
    shown = {**context, "csrf_token": ""}
    return render(request, f"supervision/public/{name}", shown, status=status)
