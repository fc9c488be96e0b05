"""Two rule sets or drafts side by side."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.warnings.comparing import Difference, differences
from rectification.warnings.forms.rule_acts import CompareForm
from rectification.warnings.models import RuleDraft, RuleSet
from rectification.warnings.perms import may_keep_rules, may_see_rules
from rectification.warnings.rule_contents import content_of
from rectification.warnings.rule_files.shape import Content
from rectification.warnings.views.rule_parts import in_menu, rule_crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code


@require_safe
@requires(may_see_rules)
def rule_diff(request: HttpRequest) -> HttpResponse:
    """What the second says otherwise than the first; drafts for those who keep them."""
    in_menu(request)
    sets, drafts = _offered(request)
    choices = [(one.uid, f"{one.name}({one.effective_from})") for one in sets]
    choices += [(one.uid, _("草案:%s") % one.name) for one in drafts]
    form = CompareForm(request.GET or None, choices=choices)
    found: list[Difference] | None = None
    if form.is_bound and form.is_valid():
        known: dict[str, RuleSet | RuleDraft] = {
            **{one.uid: one for one in sets}, **{one.uid: one for one in drafts},
        }  # fmt: skip
        before, after = (_content(known[form.cleaned_data[name]]) for name in ("a", "b"))
        found = differences(before, after)
    title = _("比较规则")
    context = {"title": title, "form": form, "found": found,
               "breadcrumbs": rule_crumbs((title, ""))}  # fmt: skip
    return render(request, "warnings/rules/diff.html", context)


def _offered(request: HttpRequest) -> tuple[list[RuleSet], list[RuleDraft]]:
    user: Any = request.user
    county = county_code(request)
    sets = list(RuleSet.objects.visible_to(user).in_county(county))
    if not may_keep_rules(user):
        return sets, []
    return sets, list(RuleDraft.objects.visible_to(user).in_county(county).filter(adopted=None))


def _content(row: RuleSet | RuleDraft) -> Content:
    return content_of(row) if isinstance(row, RuleSet) else row.content
