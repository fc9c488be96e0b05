"""Which county and which part of it a page is about."""

from typing import Any

from django.http import Http404, HttpRequest

from villages.common.scope import Scope


def place_of(request: HttpRequest) -> tuple[Scope, str]:
    """The person's territory and the county at hand; 404 without a county."""
    county: Any = getattr(request, "county", None)
    if not county:
        raise Http404
    scope: Scope = request.user.territory  # type: ignore[union-attr]
    return scope, county.code
