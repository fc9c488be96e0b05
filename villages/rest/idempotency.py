"""Idempotency-Key: a POST that is sent twice acts once (IETF draft, 48 hours)."""

import hashlib
import re
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

import orjson
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from rest_framework.request import Request

from villages.common import clock
from villages.rest.models import IdempotencyRecord
from villages.rest.problem_kinds import Both
from villages.rest.problems import VARY, Problem
from villages.rest.shapes import KEY_PATTERN

KEEP = timedelta(hours=48)
# An unfinished first request that is older than this has died with its process.
ABANDONED = timedelta(seconds=60)
_KEY = re.compile(KEY_PATTERN)
_KEPT_HEADERS = ("Location", "ETag", "Content-Type")
View = Callable[..., HttpResponse]


def repeatable(*, secrets: tuple[str, ...] = ()) -> Callable[[View], View]:
    """A POST that honours Idempotency-Key. The act and its kept answer commit together.

    `secrets` are members of the answer that are never stored: a replay shows null instead.
    Refusals are not kept, so that a corrected request may use the same key again.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def once(self: Any, request: Request, **where: Any) -> HttpResponse:
            key = _key_of(request)
            if key is None:
                return view(self, request, **where)
            record, kept = _claim(request, key)
            if kept is not None:
                return kept
            return _perform(record, secrets, lambda: view(self, request, **where))

        return once

    return decorate


def _key_of(request: Request) -> str | None:
    given = request.headers.get("Idempotency-Key")
    if given is None:
        return None
    if not _KEY.fullmatch(given):
        said = Both(
            "8 到 200 个字母、数字、- 或 _,例如 UUID。",
            "8 to 200 letters, digits, - or _, such as a UUID.",
        )
        error = {"parameter": "Idempotency-Key", "code": "invalid", "detail": said}
        raise Problem("invalid_parameter", errors=[error])
    return given.strip('"')


def digest_of(request: Request) -> str:
    """What the key stands for: method, address and body."""
    raw = request._request
    seen = hashlib.sha256(f"{raw.method} {raw.get_full_path()}\n".encode())
    if raw.content_type == "multipart/form-data":
        _see_form(seen, request)
    else:
        seen.update(raw.body)
    return seen.hexdigest()


def _see_form(seen: Any, request: Request) -> None:
    """A form's members and files: its boundary is another one in every repetition."""
    for name, text in sorted(request.POST.items()):
        seen.update(f"{name}={len(text)}:{text}\n".encode())
    for name, file in sorted(request.FILES.items()):
        seen.update(f"{name}={file.size}:{file.name}\n".encode())
        for chunk in file.chunks():
            seen.update(chunk)
        file.seek(0)


def forget_old() -> int:
    """Removes kept answers of more than two days ago, for the nightly job; how many went."""
    old = IdempotencyRecord.objects.filter(begun_at__lt=clock.instant() - KEEP)
    return int(old.delete()[0])


def _claim(request: Request, key: str) -> tuple[IdempotencyRecord, HttpResponse | None]:
    """A record to fill, or the answer that was kept."""
    now = clock.instant()
    actor: Any = request.user
    digest = digest_of(request)
    IdempotencyRecord.objects.filter(actor=actor, begun_at__lt=now - KEEP).delete()
    try:
        with transaction.atomic():
            fresh = IdempotencyRecord.objects.create(actor=actor, key=key, digest=digest)
        return fresh, None
    except IntegrityError:
        known = IdempotencyRecord.objects.filter(actor=actor, key=key).first()
    if known is None:
        raise Problem("idempotency_in_progress")
    if known.digest != digest:
        raise Problem("idempotency_key_reused")
    if known.status is None:
        return _take_over(known), None
    return known, _replay(known)


def _take_over(record: IdempotencyRecord) -> IdempotencyRecord:
    """An abandoned request may be run again, by exactly one of those who ask."""
    now = clock.instant()
    if record.begun_at > now - ABANDONED:
        raise Problem("idempotency_in_progress", headers={"Retry-After": "5"})
    mine = IdempotencyRecord.objects.filter(pk=record.pk, begun_at=record.begun_at, status=None)
    if not mine.update(begun_at=now):
        raise Problem("idempotency_in_progress", headers={"Retry-After": "5"})
    return record


def _perform(
    record: IdempotencyRecord, secrets: tuple[str, ...], act: Callable[[], HttpResponse]
) -> HttpResponse:
    try:
        with transaction.atomic():
            response = act()
            _keep(record, response, secrets)
    except BaseException:
        IdempotencyRecord.objects.filter(pk=record.pk, status=None).delete()
        raise
    return response


def _keep(record: IdempotencyRecord, response: HttpResponse, secrets: tuple[str, ...]) -> None:
    body = response.content
    if secrets and body:
        shown = orjson.loads(body)
        body = orjson.dumps(shown | dict.fromkeys(secrets))
    record.status, record.body = response.status_code, body
    record.headers = {name: response[name] for name in _KEPT_HEADERS if name in response}
    record.save(update_fields=["status", "body", "headers"])


def _replay(record: IdempotencyRecord) -> HttpResponse:
    response = HttpResponse(bytes(record.body), status=record.status)
    for name, value in record.headers.items():
        response[name] = value
    response["Idempotency-Replayed"] = "true"
    response["Vary"] = VARY
    response["Cache-Control"] = "no-store"
    return response
