"""The place at which a request looks."""

from django.http import Http404, HttpRequest


def county_code(request: HttpRequest) -> str:
    """The code of the county at hand; 404 for people without a county."""
    county = request.county  # type: ignore[attr-defined]
    if not county:
        raise Http404
    return str(county.code)
