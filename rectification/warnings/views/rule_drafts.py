"""Drafts of rule sets: looked at, changed, read from a file, published, taken away."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rectification.supervision.forms.notices import VERSION
from rectification.warnings.actions.adopting import adopt
from rectification.warnings.actions.drafting import change_draft, draft_rules, remove_draft
from rectification.warnings.comparing import differences
from rectification.warnings.forms.rule_acts import AdoptForm, RuleFileForm
from rectification.warnings.forms.rule_merging import conflict_of, merged
from rectification.warnings.forms.rule_sets import RuleSetForm
from rectification.warnings.models import RuleDraft
from rectification.warnings.own_numbers import offered
from rectification.warnings.perms import may_keep_rules
from rectification.warnings.rule_contents import content_in_force, day_of
from rectification.warnings.rule_files import from_toml, to_toml
from rectification.warnings.rule_showing import shown_rules
from rectification.warnings.views.rule_parts import (
    draft_crumbs,
    get_draft,
    in_menu,
    looked,
    rule_crumbs,
)
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.refusals import refusals_in
from villages.ledgers.conflicts import Conflict
from villages.lists.downloads import download

_FORMS = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@requires(may_keep_rules)
def rule_draft(request: HttpRequest, uid: str) -> HttpResponse:
    """What the draft changes against the set in force, what the checks find, its own rules."""
    in_menu(request)
    row, today = get_draft(request, uid), clock.today()
    county = county_code(request)
    current, content = content_in_force(county, today)
    rules = shown_rules(row.content, offered(county, today))
    context = {
        "draft": row,
        "current": current,
        "looked": looked(request, row.content),
        "changes": [one for one in differences(content, row.content) if one.code or "." in one.key],
        "own": [one for one in rules if one.is_own],
        "breadcrumbs": rule_crumbs((row.name, "")),
    }
    return render(request, "warnings/rules/draft.html", context)


@_FORMS
@requires(may_keep_rules)
def rule_edit(request: HttpRequest, uid: str) -> HttpResponse:
    """Every rule and weight on one form. 409 where somebody else saved meanwhile: both are
    shown, and nothing is lost."""
    in_menu(request)
    row, conflict = _open(request, uid), None
    form = RuleSetForm(request.POST or None, content=row.content, seen=row.version)
    if request.method == "POST" and form.is_valid():
        try:
            with refusals_in(form):
                return _save(request, row, form)
        except _Changed:
            row = _open(request, uid)
            fresh = RuleSetForm(None, content=row.content, seen=row.version)
            conflict = conflict_of(row, form, fresh)
            data = merged(request.POST, form, fresh)
            form = RuleSetForm(data, content=row.content, seen=row.version)
    return _edit_page(request, row, form, conflict)


class _Changed(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """Somebody else saved in between."""


def _save(request: HttpRequest, row: RuleDraft, form: RuleSetForm) -> HttpResponse:
    try:
        change_draft(row, by=request.user, content=form.said, version=form.cleaned_data[VERSION])
    except DomainError as error:
        if error.code == "version_changed":
            raise _Changed from error
        raise
    messages.success(request, _("已保存草案。"))
    return redirect("warnings:rule_draft", row.uid)


def _edit_page(
    request: HttpRequest, row: RuleDraft, form: RuleSetForm, conflict: Conflict | None
) -> HttpResponse:
    context = {
        "draft": row,
        "form": form,
        "theirs": [(str(form.fields[name].label), said) for name, said in conflict.theirs.items()]
        if conflict
        else [],
        "conflict": conflict,
        "looked": looked(request, row.content),
        "breadcrumbs": draft_crumbs(row, _("修改规则草案")),
    }
    status = 409 if conflict else 200
    return render(request, "warnings/rules/edit.html", context, status=status)


def _open(request: HttpRequest, uid: str) -> RuleDraft:
    """A draft that is not published yet; the published one is read on the page of its set."""
    row = get_draft(request, uid)
    if row.adopted_id:
        raise Http404
    return row


@require_safe
@requires(may_keep_rules)
def rule_draft_file(request: HttpRequest, uid: str) -> FileResponse:
    """The draft as a text file."""
    row = get_draft(request, uid)
    return download(to_toml(row.content).encode(), f"{row.name}.toml")


@_FORMS
@requires(may_keep_rules)
def rule_upload(request: HttpRequest) -> HttpResponse:
    """A text file becomes a draft of the county at hand."""
    in_menu(request)
    form = RuleFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            content = from_toml(form.cleaned_data["file"])
            row = draft_rules(by=request.user, county=county_code(request), content=content)
            messages.success(request, _("已存为草案,请看检查结果,再修改或发布。"))
            return redirect("warnings:rule_draft", row.uid)
    title = _("上传规则文件")
    context = {
        "title": title,
        "subtitle": _("外县或以前的规则可以直接读入;有错的会指出第几行。"),
        "form": form,
        "multipart": True,
        "submit": _("读入为草案"),
        "back": "warnings:rules",
        "breadcrumbs": rule_crumbs((title, "")),
    }
    return render(request, "warnings/rules/act.html", context)


@_FORMS
@requires(may_keep_rules)
def rule_adopt(request: HttpRequest, uid: str) -> HttpResponse:
    """Publishes the draft; refused while the checks find something that may not be."""
    in_menu(request)
    row, today = _open(request, uid), clock.today()
    content = row.content
    initial = {
        "effective_from": day_of(content) or today, "basis": content["basis"],
        "note": content["note"], "row_version": row.version,
    }  # fmt: skip
    form = AdoptForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            given: dict[str, Any] = dict(form.cleaned_data)
            made = adopt(
                row, by=request.user, version=given.pop("row_version"), on=today, at=clock.now(),
                **given,
            )  # fmt: skip
            messages.success(request, _("已发布,自 %s 起施行。") % made.effective_from)
            return redirect("warnings:rule_set", made.uid)
    context = {
        "draft": row,
        "form": form,
        "looked": looked(request, content),
        "breadcrumbs": draft_crumbs(row, _("发布规则")),
    }
    return render(request, "warnings/rules/adopt.html", context)


@_FORMS
@requires(may_keep_rules)
def rule_remove(request: HttpRequest, uid: str) -> HttpResponse:
    """Asks, then takes the draft away."""
    in_menu(request)
    row = _open(request, uid)
    if request.method == "POST":
        seen = request.POST.get("version", "")
        try:
            remove_draft(row, by=request.user, version=int(seen) if seen.isdigit() else 0)
        except DomainError as error:
            messages.error(request, str(error))
            return redirect("warnings:rule_draft", row.uid)
        messages.success(request, _("已删除草案。"))
        return redirect("warnings:rules")
    context = {"draft": row, "breadcrumbs": draft_crumbs(row, _("删除草案"))}
    return render(request, "warnings/rules/remove.html", context)
