"""The offline workbook: handed out, and coming back filled."""

from base64 import b64encode
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.accounts.access import requires
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings.perms import may_file
from villages.filings.sealed.form import SealedForm
from villages.filings.sealed.making import sealed_book
from villages.filings.sealed.receiving import Received, receive
from villages.filings.views.place import place_of
from villages.imports.views.months import GET_POST
from villages.lists.downloads import download as attachment

# A larger workbook is not put into the page; its faults are listed there anyhow.
_MOST_INLINE = 1_000_000
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@requires(may_file)
def download(request: HttpRequest, month: Month, township: str) -> HttpResponseBase:
    """A workbook of the villages that are not handed in yet; back where there are none."""
    place = place_of(request, month, township)
    try:
        content, name = sealed_book(
            by=request.user, township=place.township, villages=place.at_hand, month=month
        )
    except DomainError as error:
        messages.warning(request, str(error))
        return redirect(place.url("township"))
    return attachment(content, name)


@GET_POST
@requires(may_file)
def upload(request: HttpRequest) -> HttpResponse:
    """A filled workbook comes back: the township's own, or one that was handed over."""
    form = SealedForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, form)
    file = form.cleaned_data["file"]
    try:
        received = receive(
            by=request.user, chunks=file.chunks(), shown=file.name,
            submit=form.cleaned_data["submit"], at=clock.now(),
        )  # fmt: skip
    except DomainError as error:
        return _page(request, form, status=409, error=error)
    return _answer(request, received)


def _answer(request: HttpRequest, received: Received) -> HttpResponse:
    """The receipt, the check page, or what stands in the way."""
    if received.receipt:
        return redirect("filings:receipt", uid=received.receipt.uid)
    check = reverse("filings:check", args=[received.month.code, received.township])
    if received.faults:
        around = {"faults": received.faults, "marked": _inline(received.marked), "type": _XLSX}
        return _page(request, SealedForm(), status=409, **around)
    if refused := _refused(received):
        around = {"refused": refused, "check_url": check}
        return _page(request, SealedForm(), status=409, **around)
    messages.success(request, _("离线表已存为草稿,请核对后提交。"))
    return redirect(check)


def _refused(received: Received) -> list[dict[str, Any]]:
    return [
        {
            "name": received.names.get(code, code),
            "words": "".join(dict.fromkeys(trouble.message for trouble in one.troubles)),
            "url": reverse("filings:village", args=[received.month.code, code]),
        }
        for code, one in received.refused.items()
    ]


def _inline(marked: bytes) -> str:
    return b64encode(marked).decode() if len(marked) <= _MOST_INLINE else ""


def _page(
    request: HttpRequest, form: SealedForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    crumbs = [(_("填报"), reverse("filings:tasks")), (_("上传离线表"), "")]
    context = {"form": form, "breadcrumbs": crumbs, **more}
    return render(request, "filings/sealed.html", context, status=status)
