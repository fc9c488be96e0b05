"""What pages about rules share: the way to them, sets and drafts, what the checks say."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.warnings.figures.fired import fired
from rectification.warnings.linting import Looked, lint
from rectification.warnings.models import RuleDraft, RuleSet
from rectification.warnings.own_numbers import offered
from rectification.warnings.rule_contents import set_in_force
from rectification.warnings.rule_files.shape import Content
from rectification.warnings.views.at import crumbs
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.periods import Month
from villages.lists.getting import get_visible_or_404


def rule_crumbs(*rest: tuple[Any, str]) -> list[tuple[Any, str]]:
    """The way from the list of rule sets."""
    return crumbs((_("预警规则"), reverse("warnings:rules") if rest else ""), *rest)


def draft_crumbs(row: RuleDraft, title: Any) -> list[tuple[Any, str]]:
    """The way from a draft's page."""
    return rule_crumbs((row.name, reverse("warnings:rule_draft", args=[row.uid])), (title, ""))


def in_menu(request: HttpRequest) -> None:
    """The area is the current entry of the menu."""
    request.menu_key = "warnings"  # type: ignore[attr-defined]


def get_set(request: HttpRequest, uid: str) -> RuleSet:
    """A set of the county at hand, or one of all counties; 404 for others."""
    rows = RuleSet.objects.in_county(county_code(request))
    found: RuleSet = get_visible_or_404(rows, request.user, uid=uid)
    return found


def get_draft(request: HttpRequest, uid: str) -> RuleDraft:
    """A draft of the county at hand; 404 for others."""
    rows = RuleDraft.objects.in_county(county_code(request)).select_related("adopted", "based_on")
    found: RuleDraft = get_visible_or_404(rows, request.user, uid=uid)
    return found


def looked(request: HttpRequest, content: Content) -> Looked:
    """What the checks find, receipts of the territory included."""
    user: Any = request.user
    county, today = county_code(request), clock.today()
    lately = fired(user.territory, county, Month.of(today))
    return lint(content, offered(county, today), lately)


@dataclass(frozen=True)
class SetLine:
    """A stored set and when it holds: now, later, or once."""

    row: RuleSet
    state: str
    tone: str
    until: date | None
    is_default: bool


def set_lines(county: str, rows: list[RuleSet], today: date) -> list[SetLine]:
    """Sets of a county, the newest first, each with the day before which another took over."""
    current = set_in_force(county, today)
    own = sorted((one for one in rows if one.county_code), key=lambda one: one.effective_from)
    nexts = {one.pk: later.effective_from for one, later in pairwise(own)}
    lines = [_line(one, current, nexts.get(one.pk), own, today) for one in rows]
    return sorted(lines, key=lambda one: (one.is_default, -one.row.effective_from.toordinal()))


def _line(
    row: RuleSet, current: RuleSet | None, until: date | None, own: list[RuleSet], today: date
) -> SetLine:
    if not row.county_code and own:
        until = own[0].effective_from
    if current is not None and row.pk == current.pk:
        said = (_("现行"), "done")
    elif row.effective_from > today:
        said = (_("待施行"), "waiting")
    else:
        said = (_("曾施行"), "plain")
    return SetLine(row, *said, until, not row.county_code)
