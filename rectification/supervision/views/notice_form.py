"""Writing a notice, and wording a published one anew."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rectification.supervision.actions.notices import draft_notice, rewrite
from rectification.supervision.forms.notices import NoticeForm, WordsForm
from rectification.supervision.models import Notice, NoticeUnit, NoticeVersion
from rectification.supervision.notice_perms import may_publish_notices
from rectification.supervision.notice_sides import is_publisher
from rectification.supervision.notice_states import NoticeStatus
from rectification.supervision.sides import house_of
from rectification.supervision.views.notice_parts import crumbs, get_notice
from villages.accounts.access import requires
from villages.common import clock
from villages.common.refusals import refusals_in

_FORMS = require_http_methods(["GET", "HEAD", "POST"])


@_FORMS
@requires(may_publish_notices)
def new(request: HttpRequest) -> HttpResponse:
    """A draft; its page offers to publish it."""
    user, today = request.user, clock.today()
    form = NoticeForm(
        request.POST or None, house=house_of(user), on=today, initial={"valid_from": today}
    )
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            row = draft_notice(
                by=user, text=form.cleaned_data["text"], units=form.units, **form.head
            )
            messages.success(request, _("已存为草稿,请核对后发布。"))
            return redirect("supervision:notice", row.uid)
    return _page(request, form, _("起草通知"), reverse("supervision:inbox"))


@_FORMS
@requires(may_publish_notices)
def edit(request: HttpRequest, uid: str) -> HttpResponse:
    """A draft as a whole; of a published one the words alone."""
    row, user = get_notice(request, uid), request.user
    if not is_publisher(user, row):
        raise Http404
    whole = row.status == NoticeStatus.DRAFT
    form: Any = _whole(request, row) if whole else _words(request, row)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            more = {"units": form.units, **form.head} if whole else {}
            changes = form.cleaned_data.get("changes", "")
            rewrite(row, by=user, text=form.cleaned_data["text"], changes=changes, **more)
            messages.success(request, _("已保存,发布后才对通知对象生效。"))
            return redirect("supervision:notice", uid)
    here = reverse("supervision:notice", args=[uid])
    return _page(request, form, _("修改通知"), here, (row, here))


def _whole(request: HttpRequest, row: Notice) -> NoticeForm:
    units = list(
        NoticeUnit.objects.visible_to(request.user).filter(notice=row).select_related("department")
    )
    last = _last(request, row)
    codes = [one.unit_code for one in units if one.unit_code]
    initial = {
        "kind": row.kind, "title": row.title, "reach": row.reach, "valid_from": row.valid_from,
        "valid_to": row.valid_to, "needs_receipt": row.needs_receipt, "urgent_by": row.urgent_by,
        "townships": codes, "villages": codes, "text": last.text if last else "",
        "departments": [one.department.uid for one in units if one.department],
    }  # fmt: skip
    return NoticeForm(request.POST or None, house=row.from_code, on=clock.today(), initial=initial)


def _words(request: HttpRequest, row: Notice) -> WordsForm:
    last = _last(request, row)
    changes = last.changes if last and last.published_at is None else ""
    words = last.text if last else ""
    return WordsForm(request.POST or None, initial={"text": words, "changes": changes})


def _last(request: HttpRequest, row: Notice) -> NoticeVersion | None:
    rows = NoticeVersion.objects.visible_to(request.user).filter(notice=row)
    found: NoticeVersion | None = rows.order_by("-number").first()
    return found


def _page(
    request: HttpRequest, form: forms.Form, title: str, back: str, *way: tuple[Any, str]
) -> HttpResponse:
    context = {"title": title, "form": form, "back": back, "breadcrumbs": crumbs(*way, (title, ""))}
    return render(request, "supervision/notices/form.html", context)
