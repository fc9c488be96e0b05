"""Pages of schemes: their versions, one version, and what becomes of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from branches.actions.publishing import end_scheme
from branches.actions.schemes import copy_scheme, drop_draft
from branches.forms.publishing import EndForm
from branches.models import Scheme
from branches.schemes import files
from branches.schemes.choices import SchemeKind, SchemeStatus
from branches.schemes.definitions import definition_of
from branches.schemes.periods import recent
from branches.schemes.sentences import wanted
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.accounts.perms import may_change_map, works_in_territory
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.refusals import refusals_in
from villages.lists.downloads import download
from villages.lists.getting import get_visible_or_404

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


def get_scheme(request: HttpRequest, uid: str) -> Scheme:
    """The version; 404 in other counties."""
    found: Scheme = get_visible_or_404(Scheme, request.user, uid=uid)
    return found


def crumbs(*rest: tuple[Any, str]) -> list[tuple[Any, str]]:
    """The way to a page about schemes."""
    area = (_("党支部"), reverse("branches:hub"))
    return [area, (_("评定方案"), reverse("branches:schemes")), *rest]


@require_safe
@requires(works_in_territory)
def scheme_list(request: HttpRequest) -> HttpResponse:
    """All versions by kind, the newest first."""
    found = Scheme.objects.visible_to(request.user).in_county(county_code(request))
    rows = list(found.order_by("-number"))
    kinds = [(kind, [row for row in rows if row.kind == kind]) for kind in SchemeKind]
    context = {
        "kinds": kinds,
        "may_edit": may_change_map(request.user),
        "may_load": may_change_map(request.user) and not all(found for _kind, found in kinds),
        "breadcrumbs": crumbs(),
    }
    return render(request, "branches/schemes/list.html", context)


@require_safe
@requires(works_in_territory)
def scheme(request: HttpRequest, uid: str) -> HttpResponse:
    """One version: its items and grades, its periods, how branches stand in the newest one."""
    one, today = get_scheme(request, uid), clock.today()
    periods = recent(one, today)
    context = {
        "scheme": one,
        "items": [(row, wanted(row)) for row in one.items.order_by("number")],
        "grades": one.grades.order_by("-least"),
        "total": definition_of(one).total,
        "periods": periods,
        "may_edit": may_change_map(request.user),
        "is_draft": one.status == SchemeStatus.DRAFT,
        "in_force": one.status == SchemeStatus.IN_FORCE,
        "breadcrumbs": crumbs((one.title, "")),
    }
    return render(request, "branches/schemes/scheme.html", context)


@require_safe
@requires(works_in_territory)
def scheme_file(request: HttpRequest, uid: str) -> HttpResponse:
    """The version as a file for another county."""
    one = get_scheme(request, uid)
    content = files.dump(definition_of(one)).encode()
    return download(content, f"{one}.json")  # type: ignore[return-value]


@require_POST
@requires(may_change_map)
def scheme_copy(request: HttpRequest, uid: str) -> HttpResponse:
    """A draft that says the same."""
    try:
        draft = copy_scheme(scheme=get_scheme(request, uid), by=request.user)
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("branches:scheme", uid)
    messages.success(request, _("已复制为第 %s 版草稿。") % draft.number)
    return redirect("branches:scheme_edit", draft.uid)


@GET_POST
@requires(may_change_map)
def scheme_drop(request: HttpRequest, uid: str) -> HttpResponse:
    """Deletes a draft after a question."""
    one = get_scheme(request, uid)
    if request.method == "POST":
        try:
            drop_draft(scheme=one, by=request.user)
        except DomainError as error:
            messages.error(request, str(error))
            return redirect(one)
        messages.success(request, _("草稿已删除。"))
        return redirect("branches:schemes")
    context = {"scheme": one, "breadcrumbs": crumbs((one.title, one.get_absolute_url()),
                                                    (_("删除草稿"), ""))}  # fmt: skip
    return render(request, "branches/schemes/drop.html", context)


@GET_POST
@requires(may_change_map)
def scheme_end(request: HttpRequest, uid: str) -> HttpResponse:
    """Ends the version in force without another one."""
    one = get_scheme(request, uid)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            end_scheme(scheme=one, by=request.user, **form.cleaned_data)
            messages.success(request, _("已停用。"))
            return redirect(one)
    return form_page(request, one, form, _("停用方案"), _("停用这一版"))


def form_page(
    request: HttpRequest, one: Scheme, form: Any, title: str, submit: str, note: str = ""
) -> HttpResponse:
    """A page with one form about a version."""
    context = {
        "scheme": one, "form": form, "title": title, "submit": submit, "note": note,
        "back": one.get_absolute_url(),
        "breadcrumbs": crumbs((one.title, one.get_absolute_url()), (title, "")),
    }  # fmt: skip
    return render(request, "branches/schemes/form.html", context)
