"""What every view of the API shares: rate headers, formats, its place in the schema."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from rest_framework.request import Request
from rest_framework.views import APIView

from villages.rest.limits import EXPORT, READ, WRITE
from villages.rest.operations import Operation
from villages.rest.renderers import CsvRenderer, JsonLinesRenderer, OrjsonRenderer, XlsxRenderer

EXPORTS = (CsvRenderer, XlsxRenderer, JsonLinesRenderer)


class ApiView(APIView):
    """The base of all views under /api/v1/.

    `key` names the resource (token scopes, meta), `allowed` is the predicate of people who may
    use it, `always_open` exempts it from a token's list of resources, `operations` describes its
    actions or methods for the schema.
    """

    # OPTIONS would describe forms nobody sees; the schema describes the API.
    http_method_names = ["get", "head", "post", "put", "patch", "delete"]
    key = ""
    label_zh: Any = ""
    label_en = ""
    allowed: Any = None
    always_open = False
    operations: dict[str, Operation] = {}
    action: str | None = None

    def rate_kind(self, request: Request) -> str:
        """Which budget this request spends."""
        if request.method not in {"GET", "HEAD", "OPTIONS"}:
            return WRITE
        written = request.query_params.get("format") in {"csv", "xlsx"}
        return EXPORT if written or self._accepts_sheet(request) else READ

    def _accepts_sheet(self, request: Request) -> bool:
        renderer = getattr(request, "accepted_renderer", None)
        return isinstance(renderer, CsvRenderer | XlsxRenderer)

    def get_renderers(self) -> list[Any]:
        """Lists come in every format, everything else as JSON."""
        kinds: Sequence[Any] = (OrjsonRenderer,)
        if self.action == "list":
            kinds = (OrjsonRenderer, *EXPORTS)
        return [kind() for kind in kinds]

    def finalize_response(
        self, request: Request, response: HttpResponseBase, *args: Any, **kwargs: Any
    ) -> Any:
        """Adds the rate headers, to answers and refusals alike."""
        final = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[arg-type]
        rate = getattr(getattr(request, "_request", request), "rate", None)
        for name, value in (rate.headers() if rate else {}).items():
            final[name] = value
        return final


def empty(status: int = 204) -> HttpResponse:
    """An answer without a body."""
    response = HttpResponse(status=status)
    del response["Content-Type"]
    return response
