"""Branches that need attention: by size, by term, by the dates of recruitment."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from branches.development.editions import editions
from branches.figures.findings import findings
from branches.figures.size_rows import with_members
from branches.figures.sizes import sizes
from branches.figures.terms import RUNNING, UNKNOWN, Term, terms
from branches.marking import marked
from branches.models import PartyBranch
from branches.tables import SIZES, TERMS
from branches.views.place import place_of
from villages.accounts.access import requires
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.lists.page import list_page

PAGE = 100


def crumbs(here: Any) -> list[tuple[Any, str]]:
    """The way from the page of the area to this one."""
    return [(_("党支部"), reverse("branches:hub")), (here, "")]


@require_safe
@requires(works_in_territory)
def size_list(request: HttpRequest) -> HttpResponseBase:
    """Shell and oversized branches, and those whose form does not fit, each with its reasons."""
    scope, county = place_of(request)
    today = clock.today()
    found = [one for one in sizes(scope, county, today) if one.reasons]
    visible = PartyBranch.objects.visible_to(request.user).in_county(county)
    rows = visible.filter(pk__in=[one.branch for one in found])
    rows = marked(rows, "reasons", [(one.branch, ",".join(one.reasons)) for one in found])
    rows = marked(rows, "expected", [(one.branch, one.expected or None) for one in found])
    rows = marked(rows, "last_met", [(one.branch, one.last_met) for one in found], date)
    context = {"breadcrumbs": crumbs(SIZES.title)}
    return list_page(request, SIZES, with_members(rows, today), context=context)


@require_safe
@requires(works_in_territory)
def term_list(request: HttpRequest) -> HttpResponseBase:
    """The calendar of elections: terms that end soon, ended, were extended, and empty seats."""
    scope, county = place_of(request)
    found = [one for one in terms(scope, county, clock.today()) if needs_attention(one)]
    visible = PartyBranch.objects.visible_to(request.user).in_county(county)
    rows = visible.filter(pk__in=[one.branch for one in found])
    rows = marked(rows, "state", [(one.branch, one.state) for one in found])
    rows = marked(rows, "days_left", [(one.branch, one.days_left) for one in found], int)
    rows = marked(rows, "due_on", [(one.branch, one.due_on) for one in found], date)
    by_election = [(one.branch, one.by_election_on) for one in found]
    rows = marked(rows, "by_election_on", by_election, date)
    return list_page(request, TERMS, rows, context={"breadcrumbs": crumbs(TERMS.title)})


def needs_attention(term: Term) -> bool:
    """Whether somebody should do something about an organization's term or seats."""
    return term.state not in {RUNNING, UNKNOWN} or term.vacant_since is not None


@require_safe
@requires(works_in_territory)
def development(request: HttpRequest) -> HttpResponse:
    """Recruitment records whose dates do not keep the rules, with the text each rule stands on."""
    scope, county = place_of(request)
    found = findings(scope, county, clock.today())
    pages = Paginator(found, PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "page": page,
        "total": len(found),
        "records": len({one.uid for one in found}),
        "editions": editions(),
        "previous_url": f"?page={page.previous_page_number()}" if page.has_previous() else "",
        "next_url": f"?page={page.next_page_number()}" if page.has_next() else "",
        "breadcrumbs": crumbs(_("发展党员时限核对")),
    }
    return render(request, "branches/development.html", context)
