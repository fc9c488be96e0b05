"""The colours of one village, on the village's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rectification.warnings.editions import in_force
from rectification.warnings.figures.strip import strip
from rectification.warnings.perms import may_see_warnings
from rectification.warnings.published import published
from rectification.warnings.views.village import village_of
from rectification.warnings.wording import colour_text, mark_words, months_in_row
from villages.accounts.access import requires
from villages.common import clock
from villages.common.periods import Month


@require_safe
@requires(may_see_warnings)
def panel(request: HttpRequest, code: str) -> HttpResponse:
    """The last colour with its reasons, and two years as a strip."""
    village = village_of(request, code)
    rows = published(request.user, clock.now()).filter(village=village)
    newest = rows.order_by("-month").first()
    context = {"village": village, "warning": newest}
    if newest is not None:
        month = Month.from_number(newest.month)
        told = in_force([newest.rule_set_id])[newest.rule_set_id]
        found = told.explain(newest.reasons, newest.facts)
        context |= {
            "month": month,
            "text": colour_text(
                newest.colour,
                months_in_row(newest.colour, newest.red_months, newest.yellow_months),
            ),
            "mark": mark_words().get(newest.mark, ""),
            "reasons": [one for one in found if one.counts],
            "cells": strip(rows, village.pk, month),
        }
    return render(request, "warnings/village/panel.html", context)
