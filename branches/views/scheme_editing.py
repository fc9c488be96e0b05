"""Pages that change a draft: written in a form, loaded from a file, published."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from branches.actions.default_schemes import install_default_schemes
from branches.actions.publishing import publish_scheme
from branches.actions.schemes import draft_scheme, rewrite_scheme
from branches.forms.publishing import FileForm, PublishForm
from branches.forms.schemes import SchemeForm
from branches.models import Scheme
from branches.schemes.catalogue import FIGURES
from branches.schemes.choices import SchemeStatus
from branches.schemes.definitions import definition_of, faults
from branches.schemes.parameters import forbidden_words
from branches.views.schemes import GET_POST, crumbs, form_page, get_scheme
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.accounts.perms import may_change_map
from villages.common import clock
from villages.common.refusals import refusals_in


@GET_POST
@requires(may_change_map)
def scheme_edit(request: HttpRequest, uid: str) -> HttpResponse:
    """Title, grades and items of a draft in one form."""
    one = get_scheme(request, uid)
    if one.status != SchemeStatus.DRAFT:
        messages.info(request, _("已发布的方案不能改动。请复制成新的草稿。"))
        return redirect(one)
    form = SchemeForm(request.POST or None, definition_of(one), one.version)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form.head):
            saved = _save(request, one, form)
            return redirect("branches:scheme", saved.uid)
    context = {
        "scheme": one, "form": form, "figures": FIGURES.values(),
        "breadcrumbs": crumbs((one.title, one.get_absolute_url()), (_("修改草稿"), "")),
    }  # fmt: skip
    return render(request, "branches/schemes/edit.html", context)


def _save(request: HttpRequest, one: Scheme, form: SchemeForm) -> Scheme:
    """Saves what was filled in, and says what still keeps the draft from being published."""
    definition, version = form.definition, form.head.cleaned_data["version"]
    saved = rewrite_scheme(scheme=one, definition=definition, version=version, by=request.user)
    messages.success(request, _("草稿已保存。"))
    for said in _faults(saved):
        messages.warning(request, said)
    return saved


def _faults(one: Scheme) -> list[str]:
    words = forbidden_words(on=clock.today(), county=one.county_code)
    return faults(definition_of(one), figures=FIGURES, forbidden=words)


@GET_POST
@requires(may_change_map)
def scheme_publish(request: HttpRequest, uid: str) -> HttpResponse:
    """Brings a draft into force from a day on."""
    one = get_scheme(request, uid)
    form = PublishForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            publish_scheme(scheme=one, by=request.user, **form.cleaned_data)
            messages.success(request, _("方案已发布,上一版同时停用。"))
            return redirect(one)
    note = _("发布后不能再改动;前一版到启用日前一天为止,已有的评定不变。")
    return form_page(request, one, form, _("发布方案"), _("发布这一版"), note)


@GET_POST
@requires(may_change_map)
def scheme_load(request: HttpRequest) -> HttpResponse:
    """A draft from a file."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            draft = draft_scheme(
                county=county_code(request), definition=form.definition, by=request.user
            )
            messages.success(request, _("已载入为第 %s 版草稿。") % draft.number)
            return redirect("branches:scheme_edit", draft.uid)
    context: dict[str, Any] = {"form": form, "breadcrumbs": crumbs((_("载入方案文件"), ""))}
    return render(request, "branches/schemes/load.html", context)


@require_POST
@requires(may_change_map)
def scheme_defaults(request: HttpRequest) -> HttpResponse:
    """Drafts of the three usual schemes, for a county without any."""
    made = install_default_schemes(county_code(request), request.user)
    if made:
        messages.success(request, _("已载入 %s 份预置草稿,请核对后发布。") % len(made))
    else:
        messages.info(request, _("每种方案都已有版次,没有载入。"))
    return redirect("branches:schemes")
