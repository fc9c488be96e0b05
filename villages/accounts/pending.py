"""What people had typed when their session ended is kept and given back.

Only fields are kept, never files or secrets, and nothing is ever submitted by itself. The frame
of the page shows what was kept for it and a script fills it in (`for_page`); a form view may
fill its own form with `initial_from_pending`; views with grids take the raw fields with `take`;
whatever nobody opens stands on the page of unsubmitted contents.
"""

import re
from datetime import timedelta
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.forms import BaseForm
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.datastructures import MultiValueDict
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from villages.accounts.choices import EndReason
from villages.accounts.models import PendingForm, UserSession
from villages.common import clock
from villages.trace.labels import field_name

FormType = TypeVar("FormType", bound=BaseForm)

SECRET = re.compile(
    r"passw|passwd|secret|token|csrf|otp|recovery|captcha|id_number|id_card|^code$|^pin$", re.I
)
MOST_BYTES, MOST_FORMS, LONGEST_PATH = 200_000, 20, 300
KEPT_FOR = timedelta(days=7)
WAITING = "kept_for"
# A session that its owner ended, or that belongs to nobody any more, keeps nothing.
GIVES_BACK = {EndReason.IDLE, EndReason.EXPIRED, EndReason.REVOKED, EndReason.PASSWORD}


def keep(request: HttpRequest, row: UserSession, reason: str) -> bool:
    """Saves the fields of a form that came too late; whether anything was saved."""
    lately = row.ended_at is None or clock.instant() - row.ended_at < timedelta(days=1)
    if request.method != "POST" or reason not in GIVES_BACK or not lately:
        return False
    if not _own_origin(request):
        return False
    return keep_fields(request, row.user_id)


def keep_fields(request: HttpRequest, user_pk: int) -> bool:
    """Saves what this POST carries for the page where it was typed."""
    fields = _fields(request)
    path = _plain(page_of(request))[:LONGEST_PATH]
    if not fields or sum(len(str(one)) for one in fields.values()) > MOST_BYTES:
        return False
    saved = {"data": fields, "saved_at": clock.instant()}
    PendingForm.objects.update_or_create(user_id=user_pk, path=path, defaults=saved)
    _drop_oldest(user_pk)
    return True


def keep_refused(request: HttpRequest) -> bool:
    """Saves a form that the check of its token refused, when it came from a page of ours.

    After a new sign-in in another tab every older page has an old token; what was typed there
    need not be lost.
    """
    is_ours = bool(request.headers.get("Origin")) and _own_origin(request)
    if request.method != "POST" or not is_ours or request.user.pk is None:
        return False
    return keep_fields(request, request.user.pk)


def take(request: HttpRequest) -> dict[str, list[str]] | None:
    """The fields kept for this page, once; None when there are none. One query when none."""
    rows = PendingForm.objects.filter(user=request.user.pk, path=request.path[:LONGEST_PATH])
    row = rows.first()
    if request.method != "GET" or row is None:
        return None
    row.delete()
    messages.info(request, _("已恢复您上次未提交的内容,请核对后再提交。"))
    return row.data  # type: ignore[no-any-return]


def paths_of(user: Any) -> list[str]:
    """The pages for which something of this person is kept."""
    return list(PendingForm.objects.filter(user=user).values_list("path", flat=True))


def wait_for(request: HttpRequest, paths: list[str]) -> None:
    """Remembers in the session for which pages something is kept: other pages ask nothing."""
    request.session[WAITING] = paths


def for_page(request: HttpRequest) -> dict[str, Any] | None:
    """What was kept for this page, to show and to fill in, once; None for every other page."""
    waiting = getattr(request, "session", {}).get(WAITING) or []
    if request.method != "GET" or request.path not in waiting:
        return None
    request.session[WAITING] = [path for path in waiting if path != request.path]
    row = PendingForm.objects.filter(user=request.user.pk, path=request.path).first()
    if row is None:
        return None
    row.delete()
    return {"fields": row.data, "words": in_words(row)}


def initial_from_pending(
    request: HttpRequest, form_class: type[FormType], **options: Any
) -> FormType:
    """An unbound form, filled with what was kept for this page on top of its usual initial."""
    kept = take(request)
    form = form_class(**options)
    if kept:
        form.initial = {**form.initial, **_typed(form, kept)}
    return form


def _typed(form: BaseForm, kept: dict[str, list[str]]) -> dict[str, Any]:
    """What each widget reads from the kept fields, for fields that were on the page."""
    data: MultiValueDict[str, str] = MultiValueDict(kept)
    values = {}
    for name, field in form.fields.items():
        html_name = form.add_prefix(name)
        if not field.widget.value_omitted_from_data(data, MultiValueDict(), html_name):
            values[name] = field.widget.value_from_datadict(data, MultiValueDict(), html_name)
    return values


def in_words(row: PendingForm) -> list[tuple[str, str]]:
    """Labels and values of the kept fields, for reading; a field without a label by its name."""
    return [
        (field_name("", name.rpartition("-")[2]), "、".join(values))
        for name, values in row.data.items()
    ]


def page_of(request: HttpRequest) -> str:
    """The page on which the form stood: where htmx or the browser says, else its own address."""
    for named in (request.headers.get("HX-Current-URL"), request.headers.get("Referer")):
        if named and url_has_allowed_host_and_scheme(named, {request.get_host()}):
            return urlsplit(named).path or "/"
    return request.path


def _fields(request: HttpRequest) -> dict[str, list[str]]:
    """Fields by name without secrets; nothing where the body is too large or broken."""
    try:
        sent = request.POST.lists()
    except (SuspiciousOperation, UnreadablePostError, MultiPartParserError):
        return {}
    kept = {_plain(name): [*map(_plain, values)] for name, values in sent if _is_open(name)}
    return {name: values for name, values in kept.items() if any(values)}


def _is_open(name: str) -> bool:
    return not SECRET.search(name)


def _plain(text: str) -> str:
    """PostgreSQL stores no zero bytes."""
    return text.replace("\x00", "")


def _own_origin(request: HttpRequest) -> bool:
    """A foreign page must not leave contents here in somebody's name."""
    origin = request.headers.get("Origin", "")
    return not origin or urlsplit(origin).netloc == request.get_host()


def _drop_oldest(user_pk: int) -> None:
    rows = PendingForm.objects.filter(user_id=user_pk)
    rows.filter(saved_at__lt=clock.instant() - KEPT_FOR).delete()
    kept = rows.order_by("-saved_at").values_list("pk", flat=True)[:MOST_FORMS]
    rows.exclude(pk__in=list(kept)).delete()
