"""The description of the API, and the pages that show it. Public: it holds no data."""

from functools import lru_cache
from typing import Any

from csp.decorators import csp_replace
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

from villages.rest.answers import conclude, dumps, tag_of
from villages.rest.problem_kinds import KINDS


def document() -> dict[str, Any]:
    """The whole OpenAPI document, Chinese labels and English help, the same in every language."""
    with override("zh-hans"):
        generator: Any = SchemaGenerator
        made = generator().get_schema(request=None, public=True)
    return dict(made)


@lru_cache(maxsize=1)
def _written() -> bytes:
    return dumps(document())


@login_not_required
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """The document."""
    body = _written()
    return conclude(request, body, "application/json", {"ETag": tag_of(body)})


@login_not_required
@require_safe
def swagger(request: HttpRequest) -> HttpResponse:
    """Swagger UI: read the document and try a call."""
    return render(request, "rest/swagger.html")


# Redoc makes its style elements in the browser and cannot be given a nonce: inline styles are
# allowed on this one page, which shows no data. Its search would need a worker; it is off.
@csp_replace({"style-src": ["'self'", "'unsafe-inline'"]})
@login_not_required
@require_safe
def redoc(request: HttpRequest) -> HttpResponse:
    """Redoc: read the document."""
    return render(request, "rest/redoc.html")


@login_not_required
@require_safe
def problems(request: HttpRequest, code: str = "") -> HttpResponse:
    """What every kind of problem means and what to do; one of them where its code is given."""
    if code and code not in KINDS:
        raise Http404
    chosen = [KINDS[code]] if code else list(KINDS.values())
    return render(request, "rest/problems.html", {"kinds": chosen, "one": bool(code)})
