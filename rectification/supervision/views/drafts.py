"""A draft begins: by hand, or about a case."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rectification.models import RectificationCase
from rectification.states import ProblemStatus
from rectification.supervision.actions.arranging import case_data, draft_for_case
from rectification.supervision.actions.drafting import draft_order
from rectification.supervision.forms.drafts import DraftForm
from rectification.supervision.models import SupervisionOrder
from rectification.supervision.perms import may_draft_orders
from rectification.supervision.views.crumbs import crumbs
from villages.accounts.access import requires
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.lists.getting import get_visible_or_404

MOST = 2000


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_draft_orders)
def new(request: HttpRequest) -> HttpResponse:
    """The form of a new draft; `case` fills in what a case says."""
    case, title = _case(request), _("起草督办单")
    form = DraftForm(request.POST or None, initial=_initial(case))
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            made = _make(request, case, form.cleaned_data)
            messages.success(request, _("草稿已保存。下一步确定承办单位和事项。"))
            return redirect(_next(made))
    context = {
        "title": title,
        "form": form,
        "case": case,
        "back": case.get_absolute_url() if case else reverse("supervision:hub"),
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "supervision/new.html", context)


def _case(request: HttpRequest) -> RectificationCase | None:
    uid = request.GET.get("case", "")
    if not uid:
        return None
    rows = RectificationCase.objects.select_related("village__township")
    found: RectificationCase = get_visible_or_404(rows, request.user, uid=uid)
    return found


def _initial(case: RectificationCase | None) -> dict[str, Any]:
    if case is None:
        return {}
    rows = case.problemitem_rows.exclude(status=ProblemStatus.VERIFIED).order_by("seq")
    problems = "\n".join(one.description for one in rows)
    return {
        "subject": _("%s整顿事项") % case.village.full_name,
        "problem": f"{case_data(case)}。\n{problems}".strip()[:MOST],
        "requirement": _("请按整顿方案办结存在问题,并反馈办理情况。"),
    }


def _make(
    request: HttpRequest, case: RectificationCase | None, said: dict[str, Any]
) -> SupervisionOrder:
    by, on = request.user, clock.today()
    if case is None:
        return draft_order(by=by, on=on, **said)
    return draft_for_case(case, by=by, on=on, said=said)


def _next(made: SupervisionOrder) -> str:
    """The order, where it has units already; else the choice of units."""
    name = "supervision:order" if made.units.exists() else "supervision:units"
    return reverse(name, args=[made.uid])
