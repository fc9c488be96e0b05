"""One village in a month: its colour, why, what would turn it, and what it was judged from."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.warnings.editions import InForce, in_force
from rectification.warnings.figures.distance import distances
from rectification.warnings.figures.evaluated import data_day, neighbours
from rectification.warnings.figures.replaying import replay_of
from rectification.warnings.figures.strip import strip
from rectification.warnings.known_words import known_areas
from rectification.warnings.models import VillageWarning
from rectification.warnings.perms import may_see_warnings
from rectification.warnings.published import published
from rectification.warnings.rules import VillageFacts
from rectification.warnings.standing import Standing
from rectification.warnings.standing_words import standing_lines
from rectification.warnings.views.at import crumbs
from rectification.warnings.views.village_parts import dispute, events, links
from rectification.warnings.wording import colour_text, mark_words, months_in_row
from villages.accounts.access import requires
from villages.common import clock
from villages.common.periods import Month, parse_month
from villages.lists.getting import get_visible_or_404
from villages.models import Village

# So many of the numbers that are closest to a worse colour are shown.
NEAR = 5


@require_safe
@requires(may_see_warnings)
def newest(request: HttpRequest, village: str) -> HttpResponse:
    """The last month in which the village was judged; an empty page while there is none."""
    one = village_of(request, village)
    months = _months(request, one)
    return _page(request, one, months[0] if months else Month.of(clock.today()), months)


@require_safe
@requires(may_see_warnings)
def month(request: HttpRequest, village: str, code: str) -> HttpResponse:
    """Any judged month, shown from its receipt. `?print` is the same on paper."""
    one = village_of(request, village)
    return _page(request, one, parse_month(code), _months(request, one))


def village_of(request: HttpRequest, code: str) -> Village:
    """The village; 404 outside the territory."""
    rows = Village.objects.select_related("township")
    found: Village = get_visible_or_404(rows, request.user, code=code)
    return found


def _months(request: HttpRequest, village: Village) -> list[Month]:
    rows = published(request.user, clock.now()).filter(village=village).order_by("-month")
    return [Month.from_number(one) for one in rows.values_list("month", flat=True)]


def _page(
    request: HttpRequest, village: Village, month: Month, months: list[Month]
) -> HttpResponse:
    on_paper = "print" in request.GET
    context = {
        "village": village, "month": month, "on_paper": on_paper,
        "picker": _picker(village, month, months),
        "breadcrumbs": crumbs((village.name, reverse("villages:village", args=[village.code])),
                              (month.label, "")),
    }  # fmt: skip
    if month not in months:
        return render(request, "warnings/village/none.html", context)
    context |= _judged(request, village, month)
    name = "warnings/village/paper.html" if on_paper else "warnings/village/page.html"
    return render(request, name, context)


def _judged(request: HttpRequest, village: Village, month: Month) -> dict[str, Any]:
    rows = published(request.user, clock.now()).filter(village=village)
    warning = rows.in_month(month).select_related("evaluation").get()
    at_hand = in_force([warning.rule_set_id])[warning.rule_set_id]
    told = at_hand.explain(warning.reasons, warning.facts)
    months = months_in_row(warning.colour, warning.red_months, warning.yellow_months)
    return {
        "warning": warning,
        "as_of": data_day(month, warning.evaluation.evaluated_at),
        "edition": at_hand.edition,
        "text": colour_text(warning.colour, months),
        "mark": mark_words().get(warning.mark, ""),
        "reasons": [
            (one, links(request, village, one), dispute(request, village, month, one))
            for one in told
            if one.level != "unknown"
        ],
        "unknown": [(one, links(request, village, one)) for one in told if one.level == "unknown"],
        "judged_rules": len(at_hand.rules.versions),
        "cells": strip(rows, village.pk, month),
        "events": events(request, village, month),
        **_receipt(warning, at_hand),
    }


def _receipt(warning: VillageWarning, at_hand: InForce) -> dict[str, Any]:
    facts = VillageFacts.from_json(warning.facts)
    found = distances(facts, at_hand.rules)
    return {
        "turning": [one for one in found if not one.is_worse],
        "near": sorted((one for one in found if one.is_worse), key=lambda one: one.relative)[:NEAR],
        "areas": list(known_areas(facts)),
        "standing": list(standing_lines(Standing.from_json(warning.standing))),
        "replay": replay_of(warning, at_hand.rules),
    }


def _picker(village: Village, month: Month, months: list[Month]) -> dict[str, Any]:
    earlier, later = neighbours(months, month)

    def url(one: Month | None) -> str:
        return reverse("warnings:village_month", args=[village.code, one.code]) if one else ""

    return {
        "current": month.label, "previous_url": url(earlier), "next_url": url(later),
        "options": [(one.label, url(one), one == month) for one in months],
        "label": _("选择月份"),
    }  # fmt: skip
