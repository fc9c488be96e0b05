"""Pages of the help centre."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.accounts import steps
from villages.common import clock
from villages.help import audience, markup, pages
from villages.help.search import find

LONGEST_QUERY = 60
SIGNING_IN = "signing-in"


@steps.stays_open("accounts:password", "accounts:otp_setup")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All pages by task, for one audience if asked, or those that fit a query."""
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    role = request.GET.get("role", "")
    role = role if role in audience.AUDIENCES else ""
    own = audience.audience_of(request.user)
    every = list(pages.all_pages().values())
    page = {
        "query": query,
        "results": find(query) if query else [],
        "role": role,
        "audiences": audience.AUDIENCES.items(),
        "own_pages": [one for one in every if own in one.roles] if not role else [],
        "groups": pages.grouped(one for one in every if not role or one.is_for(role)),
        "breadcrumbs": [(_("帮助"), "")],
    }
    return render(request, "help/index.html", page)


@steps.stays_open("accounts:password", "accounts:otp_setup")
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """One help page, for whoever is signed in."""
    return _article(request, slug)


@login_not_required
@require_safe
def public_page(request: HttpRequest, slug: str) -> HttpResponse:
    """A help page that is needed before signing in."""
    return _article(request, slug)


@login_not_required
@require_safe
def for_page(request: HttpRequest) -> HttpResponseRedirect:
    """From the "?" of a page to the help that explains it.

    The page is named by `page`, else it is the one from which the browser comes.
    """
    found = pages.for_url_name(request.GET.get("page", "") or _came_from(request))
    if not request.user.is_authenticated and not (found and found.public):
        found = pages.all_pages()[SIGNING_IN]
    return redirect(found.url if found else "help:index")


def _came_from(request: HttpRequest) -> str:
    """The name of the portal's page that held the link; empty for foreign or unknown ones."""
    origin = urlsplit(request.headers.get("Referer", ""))
    if origin.netloc != request.get_host():
        return ""
    try:
        return resolve(origin.path).view_name
    except Resolver404:
        return ""


def _article(request: HttpRequest, slug: str) -> HttpResponse:
    shown = pages.all_pages().get(slug)
    if shown is None:
        raise Http404
    content = markup.rendered(slug)
    county = getattr(getattr(request, "county", None) or None, "code", "")
    context = {
        "page": shown,
        "html": markup.filled(content.html, county=county, on=clock.today()),
        "contents": content.contents,
        "groups": pages.grouped(_readable(request)),
        "breadcrumbs": _breadcrumbs(request, shown),
    }
    return render(request, "help/article.html", context)


def _readable(request: HttpRequest) -> list[pages.Page]:
    every = pages.all_pages().values()
    return [one for one in every if one.public or request.user.is_authenticated]


def _breadcrumbs(request: HttpRequest, shown: pages.Page) -> list[tuple[Any, str]]:
    if not request.user.is_authenticated:
        return []
    return [(_("帮助"), reverse("help:index")), (shown.title, "")]
