"""Rule sets (预警规则): which hold when, what each says, its text file, taking one back."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rectification.warnings.actions.adopting import refuse_withdrawal, withdraw
from rectification.warnings.actions.drafting import draft_from_set
from rectification.warnings.forms.rule_acts import WithdrawForm
from rectification.warnings.models import RuleDraft, RuleSet
from rectification.warnings.own_numbers import offered
from rectification.warnings.perms import may_keep_rules, may_see_rules
from rectification.warnings.rule_contents import content_of, set_in_force
from rectification.warnings.rule_files import to_toml
from rectification.warnings.rule_showing import shown_rating, shown_rules
from rectification.warnings.views.rule_parts import (
    get_set,
    in_menu,
    rule_crumbs,
    set_lines,
)
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.refusals import refusals_in
from villages.lists.cells import instant_text
from villages.lists.downloads import download


@require_safe
@requires(may_see_rules)
def rules(request: HttpRequest) -> HttpResponse:
    """All sets of the county at hand; drafts for those who keep them."""
    in_menu(request)
    user: Any = request.user
    county, keeps = county_code(request), may_keep_rules(user)
    rows = list(RuleSet.objects.visible_to(user).in_county(county))
    drafts = RuleDraft.objects.visible_to(user).in_county(county).filter(adopted=None)
    context = {
        "lines": set_lines(county, rows, clock.today()),
        "drafts": drafts if keeps else [],
        "may_keep": keeps,
        "breadcrumbs": rule_crumbs(),
    }
    return render(request, "warnings/rules/sets.html", context)


@require_safe
@requires(may_see_rules)
def rule_set(request: HttpRequest, uid: str) -> HttpResponse:
    """One set: head, weights, every rule with its thresholds."""
    in_menu(request)
    row, today = get_set(request, uid), clock.today()
    keeps = may_keep_rules(request.user)
    content = content_of(row)
    county = county_code(request)
    context = {
        "row": row,
        "facts": _facts(row),
        "rating": shown_rating(content),
        "rules": shown_rules(content, offered(county, today)),
        "is_current": set_in_force(county, today) == row,
        "may_keep": keeps,
        "may_withdraw": keeps and bool(row.county_code) and _can_withdraw(row),
        "breadcrumbs": rule_crumbs((row.name, "")),
    }
    return render(request, "warnings/rules/set.html", context)


def _facts(row: RuleSet) -> list[tuple[Any, Any]]:
    return [
        (_("生效日期"), row.effective_from), (_("依据"), row.basis), (_("发文单位"), row.issued_by),
        (_("修订说明"), row.note), (_("发布人"), row.adopted_name),
        (_("发布时间"), instant_text(row.adopted_at) if row.adopted_at else ""),
    ]  # fmt: skip


def _can_withdraw(row: RuleSet) -> bool:
    try:
        refuse_withdrawal(row, clock.today())
    except DomainError:
        return False
    return True


@require_safe
@requires(may_see_rules)
def rule_file(request: HttpRequest, uid: str) -> FileResponse:
    """The set as a text file, to be kept, compared, or read into another county."""
    row = get_set(request, uid)
    name = f"{row.name}-{row.effective_from:%Y-%m-%d}.toml"
    return download(to_toml(content_of(row)).encode(), name)


@require_POST
@requires(may_keep_rules)
def rule_start(request: HttpRequest) -> HttpResponse:
    """A draft that begins as a copy of the set named, else of the one in force."""
    county, uid = county_code(request), request.POST.get("set", "")
    row = get_set(request, uid) if uid else set_in_force(county, clock.today())
    made = draft_from_set(by=request.user, county=county, row=row)
    messages.success(request, _("已起草,改好以后再发布;发布以前不影响任何颜色。"))
    return redirect("warnings:rule_edit", made.uid)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_rules)
def rule_withdraw(request: HttpRequest, uid: str) -> HttpResponse:
    """Takes a set back before its day; its draft can be changed again."""
    in_menu(request)
    row, form = get_set(request, uid), WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            withdraw(row, by=request.user, on=clock.today(), reason=form.cleaned_data["reason"])
            messages.success(request, _("已撤回。"))
            return redirect("warnings:rules")
    title = _("撤回尚未施行的规则")
    context = {
        "title": title,
        "subtitle": row.name,
        "form": form,
        "submit": _("撤回规则"),
        "danger": True,
        "back": "warnings:rule_set",
        "uid": row.uid,
        "breadcrumbs": rule_crumbs((title, "")),
    }
    return render(request, "warnings/rules/act.html", context)
