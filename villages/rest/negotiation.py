"""Which format is answered: `format=` first, then Accept."""

from collections.abc import Sequence
from typing import Any

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from villages.rest.problem_kinds import Both
from villages.rest.problems import Problem


class Negotiation(DefaultContentNegotiation):
    """Formats are named by `format=csv` as well as by Accept; an unknown name is a 400."""

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """The renderer and its media type."""
        wanted = request.query_params.get("format")
        if wanted is None:
            found: tuple[BaseRenderer, str] = super().select_renderer(request, renderers, None)
            return found
        return _named(wanted, renderers)


def _named(wanted: str, renderers: Sequence[BaseRenderer]) -> tuple[BaseRenderer, str]:
    for renderer in renderers:
        if renderer.format == wanted:
            return renderer, str(renderer.media_type)
    names = ", ".join(str(renderer.format) for renderer in renderers)
    said = Both(f"格式可以是 {names}。", f"The format is one of {names}.")
    error = {"parameter": "format", "code": "unknown", "detail": said}
    raise Problem("invalid_parameter", f"format:{said.zh}", f"format: {said.en}", errors=[error])
