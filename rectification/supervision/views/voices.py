"""Voices in numbers, one voice with its way, and the telephone number behind it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from rectification.supervision.actions.voice_phones import reveal_phone
from rectification.supervision.choices import Origin
from rectification.supervision.figures import voices as figures
from rectification.supervision.figures.voices import VoiceSum
from rectification.supervision.forms.voices import ReasonForm
from rectification.supervision.models import Voice
from rectification.supervision.perms import (
    may_bring_voices,
    may_read_phones,
    may_see_voices,
    may_settle_voices,
)
from rectification.supervision.views.origins import orders_from
from rectification.supervision.views.voice_parts import crumbs, facts, verbs, way
from rectification.supervision.voice_sides import may_see_person
from villages.accounts import sudo
from villages.accounts.access import requires
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.ledgers.declaring import ledgers
from villages.ledgers.history import history
from villages.ledgers.views.place import county_of
from villages.lists.getting import get_visible_or_404

# The number of a sum, and the filter that leads to its rows.
_CELLS: tuple[tuple[str, dict[str, str]], ...] = (
    ("total", {}), ("live", {"live": "true"}), ("late", {"overdue": "true"}),
    ("answered", {"answered": "true"}), ("in_time", {"in_time": "true"}),
    ("rated", {"rated": "true"}), ("satisfied", {"satisfied": "true"}),
)  # fmt: skip


@require_safe
@requires(may_see_voices)
def voices(request: HttpRequest) -> HttpResponse:
    """A year's voices by kind and unit; for the county also what it owes itself."""
    user, today, title = request.user, clock.today(), _("反映和建议")
    year, county = _year(request, today.year), county_of(request)
    rows = figures.voice_rows(user, county, year)
    owing = may_settle_voices(user)
    context = {
        "title": title,
        "today": today,
        "year": year,
        "years": [year - 1, *([year + 1] if year < today.year else [])],
        "kinds": [_line(one, year, "kind") for one in figures.by_kind(rows, today)],
        "units": [_line(one, year, "unit_name") for one in figures.by_unit(rows, today)],
        # What is owed is owed whatever the year.
        "owed": figures.own_overdue(figures.all_voices(user, county), today) if owing else [],
        "shows_owed": owing,
        "may_bring": may_bring_voices(user),
        "breadcrumbs": [(title, "")],
    }
    return render(request, "supervision/voices/figures.html", context)


@never_cache
@require_safe
@requires(may_see_voices)
def voice(request: HttpRequest, uid: str) -> HttpResponse:
    """One voice: what was said, where it stands, what was answered."""
    found, user = _voice(request, uid), request.user
    shows = may_see_person(user, found)
    context = {
        "voice": found,
        "facts": facts(found, shows_person=shows),
        "orders": orders_from(found, Origin.VOICE, user),
        "way": way(found),
        "verbs": verbs(found, user),
        "history": history(ledgers()["voices"], found, user),
        "phone_url": _phone_url(found, shows),
        "breadcrumbs": crumbs((found, "")),
    }
    return render(request, "supervision/voices/voice.html", context)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_read_phones)
@sudo.needs_recent_password
def phone(request: HttpRequest, uid: str) -> HttpResponse:
    """The number in full, in this answer only: reloading asks again."""
    found, shown = _voice(request, uid), ""
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            shown = reveal_phone(found, by=request.user, **form.cleaned_data)
    title = _("查看联系电话")
    way_here = (str(found), reverse("supervision:voice", args=[uid]))
    context = {
        "title": title, "voice": found, "form": form, "shown": shown,
        "breadcrumbs": crumbs(way_here, (title, "")),
    }  # fmt: skip
    return render(request, "supervision/voices/phone.html", context)


def rows_url(year: int, **more: str) -> str:
    """The rows of a year behind a number."""
    days = {"received_on_after": f"{year}-01-01", "received_on_before": f"{year}-12-31"}
    return f"{reverse('ledgers:voices')}?{urlencode({**days, **more})}"


def _line(one: VoiceSum, year: int, name: str) -> dict[str, Any]:
    own = {name: one.key} if one.key else {}
    cells = [(getattr(one, key), rows_url(year, **own, **more)) for key, more in _CELLS]
    return {"sum": one, "cells": cells}


def _voice(request: HttpRequest, uid: str) -> Voice:
    rows = Voice.objects.select_related("village__township", "department")
    found: Voice = get_visible_or_404(rows, request.user, uid=uid)
    return found


def _phone_url(found: Voice, shows: bool) -> str:
    return (
        reverse("supervision:voice_phone", args=[found.uid])
        if (shows and found.phone_sealed)
        else ""
    )


def _year(request: HttpRequest, today: int) -> int:
    asked = request.GET.get("year", "")
    return int(asked) if asked.isdecimal() and 2000 <= int(asked) <= today else today
