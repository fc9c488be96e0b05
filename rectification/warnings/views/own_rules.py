"""Rules of the county's own in a draft: declared, changed, taken out."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rectification.warnings.actions.drafting import change_draft
from rectification.warnings.comparing import own_label, own_value
from rectification.warnings.forms.own_rules import SEEN, OwnRuleForm
from rectification.warnings.models import RuleDraft
from rectification.warnings.own_numbers import offered
from rectification.warnings.perms import may_keep_rules
from rectification.warnings.rule_files.shape import KIND_SHAPES, SWITCHES
from rectification.warnings.rules.own.declared import OwnKind
from rectification.warnings.views.rule_parts import draft_crumbs, get_draft, in_menu
from villages.accounts.access import requires
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.refusals import refusals_in
from villages.trace.chain import digest_rows

_MOST = 999


@require_safe
@requires(may_keep_rules)
def own_kinds(request: HttpRequest, uid: str) -> HttpResponse:
    """Which kind of rule it shall be."""
    in_menu(request)
    row = _open(request, uid)
    kinds = [(one.value, shape.label, shape.about) for one, shape in KIND_SHAPES.items()]
    title = _("自定义规则")
    context = {"draft": row, "kinds": kinds, "title": title,
               "breadcrumbs": draft_crumbs(row, title)}  # fmt: skip
    return render(request, "warnings/rules/own_kinds.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_rules)
def own_new(request: HttpRequest, uid: str, kind: str) -> HttpResponse:
    """A new rule under the next free code."""
    in_menu(request)
    row = _open(request, uid)
    if kind not in list(OwnKind):
        raise Http404
    return _form_page(request, row, _next_code(row), OwnKind(kind), None)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_rules)
def own_edit(request: HttpRequest, uid: str, code: str) -> HttpResponse:
    """Another declaration; what others changed elsewhere in the draft stays."""
    in_menu(request)
    row = _open(request, uid)
    told = row.content["own"].get(code)
    if told is None:
        raise Http404
    return _form_page(request, row, code, OwnKind(told["kind"]), told)


@require_POST
@requires(may_keep_rules)
def own_remove(request: HttpRequest, uid: str, code: str) -> HttpResponse:
    """Takes a rule out of the draft."""
    row = _open(request, uid)
    if code not in row.content["own"]:
        raise Http404
    own = {key: told for key, told in row.content["own"].items() if key != code}
    try:
        change_draft(row, by=request.user, content={**row.content, "own": own},
                     version=row.version)  # fmt: skip
        messages.success(request, _("已从草案中删除 %s。") % code)
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("warnings:rule_draft", uid)


def _form_page(
    request: HttpRequest, row: RuleDraft, code: str, kind: OwnKind, told: dict[str, Any] | None
) -> HttpResponse:
    """409 where somebody else changed this rule meanwhile: theirs is shown, what was typed stays
    in the form, and saving again takes it."""
    numbers, seen = offered(row.county_code, clock.today()), _mark(told)
    form = OwnRuleForm(
        request.POST or None, code=code, kind=kind, numbers=numbers, told=told, seen=seen
    )
    theirs: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data[SEEN] != seen:
            theirs = _words(told)
            form = _again(request, form, seen, code=code, kind=kind, numbers=numbers, told=told)
        else:
            with refusals_in(form):
                own = dict(sorted({**row.content["own"], code: form.told}.items()))
                change_draft(row, by=request.user, content={**row.content, "own": own},
                             version=row.version)  # fmt: skip
                messages.success(request, _("已保存 %s。") % code)
                return redirect("warnings:rule_draft", row.uid)
    shape = KIND_SHAPES[kind]
    title = _("%(code)s 自定义规则:%(kind)s") % {"code": code, "kind": shape.label}
    context = {
        "draft": row, "form": form, "code": code, "title": title, "about": shape.about,
        "known": [one for one in numbers.values() if one.is_open] if "items" in shape.needs else [],
        "theirs": theirs, "breadcrumbs": draft_crumbs(row, title),
    }  # fmt: skip
    status = 409 if theirs else 200
    return render(request, "warnings/rules/own_form.html", context, status=status)


def _again(request: HttpRequest, form: OwnRuleForm, seen: str, **rest: Any) -> OwnRuleForm:
    data = request.POST.copy()
    data[SEEN] = seen
    return OwnRuleForm(data, seen=seen, **rest)


def _mark(told: dict[str, Any] | None) -> str:
    """A name for exactly this declaration; empty for none."""
    return "" if told is None else digest_rows([told])


def _words(told: dict[str, Any] | None) -> list[tuple[str, str]]:
    rows = (told or {}).items()
    return [(own_label(key), own_value(key, value, told or {})) for key, value in rows
            if key not in SWITCHES]  # fmt: skip


def _next_code(row: RuleDraft) -> str:
    for number in range(1, _MOST):
        if (code := f"Z{number:02d}") not in row.content["own"]:
            return code
    raise Http404


def _open(request: HttpRequest, uid: str) -> RuleDraft:
    row = get_draft(request, uid)
    if row.adopted_id:
        raise Http404
    return row
