"""Which problem an exception becomes."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import (
    NON_FIELD_ERRORS,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
)
from django.core.exceptions import ValidationError as ModelError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework import exceptions

from villages.common.errors import DomainError
from villages.rest.problem_kinds import KINDS, kind_for
from villages.rest.problems import Problem, answer, write


def handler(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """REST framework's exception handler; None lets a programming error through as a 500."""
    request: HttpRequest = context["request"]._request
    match error:
        case Problem():
            response = answer(request, error)
        case DomainError():
            response = _domain(request, error)
        case exceptions.ValidationError():
            response = _invalid(request, list(places(error.get_full_details())))
        case ModelError():
            response = _invalid(request, list(_model_places(error)))
        case _:
            return _other(request, error)
    return _challenged(response, error)


def _other(request: HttpRequest, error: Exception) -> HttpResponse | None:
    problem = _known(error)
    if problem is not None:
        return _challenged(answer(request, problem), error)
    if not isinstance(error, exceptions.APIException):
        return None
    kind = kind_for(error.status_code)
    response = write(request, kind, str(error.detail), status=error.status_code)
    return _challenged(response, error)


# Refusals of the framework in our own two languages; the first type that fits decides.
_KNOWN: tuple[tuple[type[Exception], str], ...] = (
    (Http404, "not_found"),
    (RequestDataTooBig, "body_too_large"),
    (exceptions.ParseError, "bad_request"),
    (SuspiciousOperation, "bad_request"),
    (exceptions.NotAuthenticated, "not_authenticated"),
    (exceptions.AuthenticationFailed, "invalid_token"),
    (exceptions.Throttled, "rate_limited"),
    (exceptions.PermissionDenied, "permission_denied"),
    (PermissionDenied, "permission_denied"),
    (exceptions.MethodNotAllowed, "method_not_allowed"),
    (exceptions.UnsupportedMediaType, "unsupported_media_type"),
    (exceptions.NotAcceptable, "not_acceptable"),
    (IntegrityError, "conflict"),
)


def _known(error: Exception) -> Problem | None:
    if isinstance(error, exceptions.PermissionDenied) and str(error.detail).startswith("CSRF"):
        return Problem("csrf_failed")
    for kind, code in _KNOWN:
        if isinstance(error, kind):
            # A PermissionDenied of ours carries the sentence of the policy.
            said = str(error) if kind is PermissionDenied else ""
            return Problem(code, said, said)
    return None


def _domain(request: HttpRequest, error: DomainError) -> HttpResponse:
    """A refusal by a rule: 400 where it names inputs, 409 where the state forbids it."""
    errors = [
        {"pointer": f"/{name}", "code": error.code, "detail": text}
        for name, text in error.fields.items()
    ]
    kind = KINDS["invalid_body" if errors else "refused"]
    return write(
        request, kind, error.message, errors=errors, reason=error.code, hint=str(error.hint)
    )


def _invalid(request: HttpRequest, errors: list[dict[str, Any]]) -> HttpResponse:
    return answer(request, Problem("invalid_body", errors=errors))


def places(details: Any, pointer: str = "") -> Iterator[dict[str, Any]]:
    """Flattens nested details into JSON pointers."""
    if isinstance(details, Mapping) and "message" in details and "code" in details:
        said = str(details["message"])
        yield {"pointer": pointer or "/", "code": str(details["code"]), "detail": said}
    elif isinstance(details, Mapping):
        for name, inner in details.items():
            step = "" if name == "non_field_errors" else f"/{_escaped(str(name))}"
            yield from places(inner, pointer + step)
    else:
        for index, inner in enumerate(details):
            one = isinstance(inner, Mapping) and "message" in inner
            yield from places(inner, pointer if one else f"{pointer}/{index}")


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _model_places(error: ModelError) -> Iterator[dict[str, Any]]:
    by_field = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: [error]}
    for name, found in by_field.items():
        pointer = "/" if name == NON_FIELD_ERRORS else f"/{name}"
        for one in found:
            for text in one.messages:
                yield {"pointer": pointer, "code": str(one.code or "invalid"), "detail": text}


def _challenged(response: HttpResponse, error: Exception) -> HttpResponse:
    """401 says how to authenticate, 405 and 429 carry what the framework knows."""
    if challenge := getattr(error, "auth_header", None):
        invalid = isinstance(error, exceptions.AuthenticationFailed)
        response["WWW-Authenticate"] = challenge + (', error="invalid_token"' if invalid else "")
    if wait := getattr(error, "wait", None):
        response["Retry-After"] = str(max(1, round(wait)))
    return response
