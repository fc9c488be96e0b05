"""JSON answers with ETags, and the conditions of requests."""

import re
from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date, parse_etags, parse_http_date_safe

from villages.rest.problem_kinds import Both
from villages.rest.problems import VARY, Problem
from villages.rest.shapes import MATCH_PATTERN

_VERSION = re.compile(r'"v([0-9]{1,10})')
_MATCH = re.compile(MATCH_PATTERN)


def dumps(data: Any) -> bytes:
    """JSON bytes; decimals become strings."""
    return orjson.dumps(data, default=str)


def tag_of(body: bytes, version: int | None = None) -> str:
    """A strong ETag of these bytes; a versioned object carries its version in front."""
    size = 16 if version is None else 6
    digest = blake2b(body, digest_size=size).hexdigest()
    return f'"{digest}"' if version is None else f'"v{version}-{digest}"'


def respond(
    request: HttpRequest,
    data: Any,
    *,
    status: int = 200,
    version: int | None = None,
    modified: datetime | None = None,
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The answer as JSON, or 304 where the client has it already."""
    body = dumps(data)
    facts = {"ETag": tag_of(body, version), **(headers or {})}
    if modified is not None:
        facts["Last-Modified"] = http_date(modified.timestamp())
    return conclude(request, body, "application/json", facts, status)


def conclude(
    request: HttpRequest, body: bytes, kind: str, facts: Mapping[str, str], status: int = 200
) -> HttpResponse:
    """Bytes with their headers; 304 for a conditional read that matches."""
    fresh = status == 200 and request.method in {"GET", "HEAD"} and _known(request, facts)
    response = HttpResponse(status=304) if fresh else HttpResponse(body, kind, status)
    if fresh:
        del response["Content-Type"]
    for name, value in facts.items():
        response[name] = value
    response["Vary"] = VARY
    response["Cache-Control"] = "private, no-cache"
    return response


def _known(request: HttpRequest, facts: Mapping[str, str]) -> bool:
    if (given := request.headers.get("If-None-Match")) is not None:
        tags = [tag.removeprefix("W/") for tag in parse_etags(given)]
        return "*" in tags or facts.get("ETag") in tags
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    last = parse_http_date_safe(facts.get("Last-Modified", ""))
    return since is not None and last is not None and last <= since


def expected_versions(request: HttpRequest) -> frozenset[int] | None:
    """The versions in If-Match; None for `*`. 428 without the header, 400 for a foreign tag."""
    given = request.headers.get("If-Match")
    if given is None:
        raise Problem("precondition_required")
    if not _MATCH.fullmatch(given):
        said = Both("请使用读取时得到的 ETag。", "Send an ETag as it was read.")
        error = {"parameter": "If-Match", "code": "invalid", "detail": said}
        raise Problem(
            "invalid_parameter", f"If-Match:{said.zh}", f"If-Match: {said.en}", errors=[error]
        )
    return None if given == "*" else frozenset(map(int, _VERSION.findall(given)))


def require_match(request: HttpRequest, version: int) -> None:
    """A write must name the version it changes: 428 without If-Match, 412 when it is another."""
    expected = expected_versions(request)
    if expected is not None and version not in expected:
        raise Problem("version_changed", headers={"ETag": f'"v{version}"'})
