"""Search over everything that apps hand up."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages import registries
from villages.common.registries import SearchHit, SearchSource

LIMIT = 10
LONGEST = 60


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Hits by kind, ten of each at most; an htmx request gets the same without the frame."""
    text = request.GET.get("q", "").strip()[:LONGEST]
    groups = _groups(request.user, text) if text else []
    context = {
        "text": text,
        "groups": groups,
        "limit": LIMIT,
        "breadcrumbs": [(_("搜索"), "")],
    }
    return render(request, "villages/search.html", context)


def _groups(user: Any, text: str) -> list[tuple[SearchSource, list[SearchHit]]]:
    sources = [source for source in registries.searches() if source.allowed(user)]
    found = [(source, list(source.find(user, text, LIMIT))) for source in sources]
    return [(source, hits) for source, hits in found if hits]
