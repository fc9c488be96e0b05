"""Addresses of rule sets, drafts and the county's own rules."""

from django.urls import path, re_path

from rectification.warnings.views import own_rules, rule_diff, rule_drafts, rule_sets

_UID = "(?P<uid>[0-9a-f]{32})"
_CODE = "(?P<code>Z[0-9]{2,4})"
_DRAFT = rf"^rules/drafts/{_UID}/"
urlpatterns = [
    path("rules/", rule_sets.rules, name="rules"),
    path("rules/start/", rule_sets.rule_start, name="rule_start"),
    path("rules/upload/", rule_drafts.rule_upload, name="rule_upload"),
    path("rules/diff/", rule_diff.rule_diff, name="rule_diff"),
    re_path(rf"^rules/{_UID}/$", rule_sets.rule_set, name="rule_set"),
    re_path(rf"^rules/{_UID}/file/$", rule_sets.rule_file, name="rule_file"),
    re_path(rf"^rules/{_UID}/withdraw/$", rule_sets.rule_withdraw, name="rule_withdraw"),
    re_path(rf"{_DRAFT}$", rule_drafts.rule_draft, name="rule_draft"),
    re_path(rf"{_DRAFT}edit/$", rule_drafts.rule_edit, name="rule_edit"),
    re_path(rf"{_DRAFT}file/$", rule_drafts.rule_draft_file, name="rule_draft_file"),
    re_path(rf"{_DRAFT}adopt/$", rule_drafts.rule_adopt, name="rule_adopt"),
    re_path(rf"{_DRAFT}remove/$", rule_drafts.rule_remove, name="rule_remove"),
    re_path(rf"{_DRAFT}own/$", own_rules.own_kinds, name="own_kinds"),
    re_path(rf"{_DRAFT}own/new/(?P<kind>[a-z]{{3,12}})/$", own_rules.own_new, name="own_new"),
    re_path(rf"{_DRAFT}own/{_CODE}/$", own_rules.own_edit, name="own_edit"),
    re_path(rf"{_DRAFT}own/{_CODE}/remove/$", own_rules.own_remove, name="own_remove"),
]
