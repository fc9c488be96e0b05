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
from rectification.supervision.forms.notice_conflicts import conflict_of, merged
from rectification.supervision.forms.notices import VERSION, NoticeForm
from rectification.supervision.models import Notice
from rectification.supervision.notice_perms import may_publish_notices
from rectification.supervision.notice_sides import is_publisher
from rectification.supervision.sides import house_of
from rectification.supervision.views.notice_forms import edit_form
from rectification.supervision.views.notice_parts import crumbs, get_notice, in_menu
from villages.accounts.access import requires
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.refusals import refusals_in
from villages.ledgers.conflicts import Conflict
from villages.ledgers.forms.lines import Line

_FORMS = require_http_methods(["GET", "HEAD", "POST"])


@_FORMS
@requires(may_publish_notices)
def new(request: HttpRequest) -> HttpResponse:
    """A draft; its page offers to publish it."""
    in_menu(request)
    user, today = request.user, clock.today()
    form = NoticeForm(
        request.POST or None, user=user, house=house_of(user), on=today,
        initial={"valid_from": today},
    )  # fmt: skip
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
    """A draft as a whole; of a published one the words alone. 409 where somebody else saved
    meanwhile: both are shown, and nothing is lost."""
    row = _own(request, uid)
    form, conflict = edit_form(request, row, request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            with refusals_in(form):
                return _save(request, row, form)
        except _Changed:
            row = _own(request, uid)
            fresh = edit_form(request, row)
            conflict = conflict_of(row, form, fresh)
            form = edit_form(request, row, merged(request.POST, form, fresh))
    here = reverse("supervision:notice", args=[uid])
    return _page(request, form, _("修改通知"), here, (row, here), conflict=conflict)


class _Changed(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """Somebody else saved in between."""


def _save(request: HttpRequest, row: Notice, form: Any) -> HttpResponse:
    given = form.cleaned_data
    more = {"units": form.units, **form.head} if isinstance(form, NoticeForm) else {}
    try:
        rewrite(
            row, by=request.user, text=given["text"], changes=given.get("changes", ""),
            version=given[VERSION], **more,
        )  # fmt: skip
    except DomainError as error:
        if error.code == "version_changed":
            raise _Changed from error
        raise
    messages.success(request, _("已保存,发布后才对通知对象生效。"))
    return redirect("supervision:notice", row.uid)


def _own(request: HttpRequest, uid: str) -> Notice:
    row = get_notice(request, uid)
    if not is_publisher(request.user, row):
        raise Http404
    return row


def _page(
    request: HttpRequest, form: forms.Form, title: str, back: str, *way: tuple[Any, str],
    conflict: Conflict | None = None,
) -> HttpResponse:  # fmt: skip
    theirs = conflict.theirs if conflict else {}
    context = {
        "title": title,
        "form": form,
        "lines": [Line(one, theirs=theirs.get(one.name, "")) for one in form],
        "conflict": conflict,
        "back": back,
        "breadcrumbs": crumbs(*way, (title, "")),
    }
    status = 409 if conflict else 200
    return render(request, "supervision/notices/form.html", context, status=status)
