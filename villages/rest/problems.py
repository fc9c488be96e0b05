"""Errors as RFC 9457 problem details: one shape for every 4xx and 5xx under /api/."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils.translation.trans_real import parse_accept_lang_header

from villages.rest.problem_kinds import KINDS, Both, ProblemKind, kind_for

CONTENT_TYPE = "application/problem+json"
TYPE_ADDRESS = "/api/v1/problems/{code}/"
VARY = "Accept, Accept-Language, Authorization, Cookie"


class Problem(Exception):  # noqa: N818 - RFC 9457 calls it a problem
    """A refusal by the edge of the API; `detail` says what exactly, in both languages.

    `errors` points at places: `{"parameter" or "pointer", "code", "detail"}`.
    """

    def __init__(
        self,
        code: str,
        zh: str = "",
        en: str = "",
        *,
        errors: Sequence[Mapping[str, Any]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(en or code)
        self.kind = KINDS[code]
        self.said = Both(zh or self.kind.advice.zh, en or self.kind.advice.en)
        self.errors = errors
        self.headers = dict(headers or {})


def language_of(request: HttpRequest) -> str:
    """`en` or `zh`, by Accept-Language alone.

    The API speaks English whether or not pages do, and an outer middleware knows no active
    language; nothing said means Chinese.
    """
    for code, _weight in parse_accept_lang_header(
        request.headers.get("Accept-Language", "").lower()
    ):
        if code.startswith(("en", "zh")):
            return code[:2]
    return "zh"


def answer(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The response for a refusal."""
    language = language_of(request)
    errors = [_spoken(error, language) for error in problem.errors]
    detail = problem.said.to(language)
    return write(request, problem.kind, detail, errors=errors, headers=problem.headers)


def _spoken(error: Mapping[str, Any], language: str) -> dict[str, Any]:
    said = error.get("detail", "")
    return {**error, "detail": said.to(language) if isinstance(said, Both) else str(said)}


def write(
    request: HttpRequest,
    kind: ProblemKind,
    detail: str,
    *,
    status: int | None = None,
    errors: Sequence[Mapping[str, Any]] = (),
    headers: Mapping[str, str] | None = None,
    **members: Any,
) -> HttpResponse:
    """One problem document. `code` repeats the last part of the type for programs."""
    body = {
        "type": TYPE_ADDRESS.format(code=kind.code),
        "title": kind.title.to(language_of(request)),
        "status": status or kind.status,
        "detail": detail,
        "instance": request.path,
        "request_id": getattr(request, "request_id", ""),
        "code": kind.code,
        **members,
        "errors": list(errors),
    }
    response = HttpResponse(
        orjson.dumps(body, default=str), status=status or kind.status, content_type=CONTENT_TYPE
    )
    response["Vary"] = VARY
    response["Cache-Control"] = "no-store"
    for name, value in (headers or {}).items():
        response[name] = value
    return response


def plain(request: HttpRequest, status: int) -> HttpResponse:
    """The problem document for a bare status that some other layer answered."""
    kind = kind_for(status)
    return write(request, kind, kind.advice.to(language_of(request)), status=status)
