"""One form of the register: what it asks, what that costs, and the steps that change it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from villages.accounts.access import requires, sentence
from villages.common import clock
from villages.common.shares import percent
from villages.filings.figures.register import Asking, askings, cost
from villages.filings.models import ReportForm
from villages.filings.perms import may_review, may_see_filings
from villages.filings.register_table import REGISTER
from villages.filings.views.form_steps import STEPS, take
from villages.lists.getting import get_visible_or_404
from villages.models import Village


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_see_filings)
def form(request: HttpRequest, uid: str) -> HttpResponse:
    """The form's page; with `?step=` the page of one step: change, renew, add, drop, move."""
    step = STEPS.get(request.GET.get("step", ""))
    if (step or request.method == "POST") and not may_review(request.user):
        raise PermissionDenied(sentence(may_review))
    row = get_visible_or_404(ReportForm, request.user, uid=uid)
    if step:
        return take(request, row, step)
    if request.method == "POST":
        return redirect("filings:form", uid=row.uid)
    return _page(request, row)


def _page(request: HttpRequest, row: ReportForm) -> HttpResponse:
    today = clock.today()
    villages = Village.objects.visible_to(request.user).in_county(row.county_code).on(today)
    keys = list(villages.values_list("pk", flat=True))
    asked = askings(row, keys, today)
    context = {
        "row": row,
        "terms": [
            (_("准入编号"), row.number), (_("归口单位"), row.owner), (_("依据"), row.basis),
            (_("启用日期"), row.valid_from.isoformat()), (_("终止日期"), row.valid_to.isoformat()),
        ],
        "asked": asked,
        "minutes": cost(asked, len(keys)),
        "known": _known(asked),
        "is_over": row.valid_to < today,
        "may_keep": may_review(request.user),
        "breadcrumbs": [(REGISTER.title, reverse("filings:forms")), (row.title, "")],
    }  # fmt: skip
    return render(request, "filings/forms/form.html", context)


def _known(asked: list[Asking]) -> dict[str, Any]:
    """How much of the whole form the ledgers know before anybody types."""
    ready, cells = sum(one.ready for one in asked), sum(one.villages for one in asked)
    return {"share": percent(ready, cells, 1), "ready": ready, "cells": cells}
