"""Responsibility letters: who has not signed, and the letter of a case to be signed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.figures.letters import in_rank, letters
from rectification.models import RectificationCase
from rectification.perms import may_keep_cases, may_see_cases
from rectification.views.batch_choice import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.lists.getting import get_visible_or_404


@require_safe
@requires(may_see_cases)
def letter_list(request: HttpRequest) -> HttpResponse:
    """Duty holders of cases under work who have not signed yet."""
    user: Any = request.user
    title = _("整顿责任书")
    context = {
        "title": title,
        "today": clock.today(),
        "found": letters(user.territory, county_code(request)),
        "may_sign": may_keep_cases(user),
        "breadcrumbs": crumbs(title),
    }
    return render(request, "rectification/letters/list.html", context)


@require_safe
@requires(may_see_cases)
def letter(request: HttpRequest, uid: str) -> HttpResponse:
    """The letter of one case on paper: goal, deadline, measures, holders, lines to sign on."""
    rows = RectificationCase.objects.select_related("village__township")
    case: Any = get_visible_or_404(rows, request.user, uid=uid)
    context = {
        "case": case,
        "township": case.village.township,
        "department": getattr(getattr(request, "county", None), "department_name", ""),
        "problems": case.problemitem_rows.select_related("kind").order_by("seq"),
        "tasks": case.taskitem_rows.order_by("seq"),
        "holders": in_rank(case.dutyholder_rows.filter(to=None)),
        "today": clock.today(),
        "back_url": case.get_absolute_url(),
    }
    return render(request, "rectification/letters/letter.html", context)
