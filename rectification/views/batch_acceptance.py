"""The acceptance of a year's batch on one screen."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rectification.actions.batch_accepting import accept_batch
from rectification.figures.acceptance import LABELS, BatchFate, batch_fate, fate_figures
from rectification.forms.acceptance import VOTE_LABELS
from rectification.forms.batch_acceptance import LineForm, RoundForm
from rectification.models import Acceptance, AcceptanceScheme, RectificationCase
from rectification.perms import may_see_cases, may_take_county_steps
from rectification.states import CaseStatus
from rectification.views.acceptance import METHODS, crumbs, row_page
from villages.accounts.access import requires, sentence
from villages.accounts.county_at_hand import county_code
from villages.common import clock

WAITING = (CaseStatus.ACCEPTANCE_APPLIED, CaseStatus.COUNTY_ACCEPTANCE)
# A group of lines by one scheme: the scheme, its aspects, the lines.
Group = tuple[AcceptanceScheme, list[Any], list[LineForm]]


@require_safe
@requires(may_see_cases)
def this_year(_request: HttpRequest) -> HttpResponse:
    """Leads to the batch of the year."""
    return redirect("cases:acceptance_batch", clock.today().year)


@require_http_methods(METHODS)
@requires(may_see_cases)
def batch(request: HttpRequest, year: str) -> HttpResponse:
    """How the batch fared; the department enters villages that wait, many at once."""
    if request.method == "POST" and not may_take_county_steps(request.user):
        raise PermissionDenied(sentence(may_take_county_steps))
    today, of = clock.today(), int(year)
    form = RoundForm(request.POST or None, initial={"begun_on": today, "concluded_on": today})
    groups = _groups(request, of) if may_take_county_steps(request.user) else []
    if request.method == "POST" and _save(request, form, groups):
        return redirect(request.get_full_path())
    context = {
        "title": _("%s 年批次验收") % of,
        "year": of,
        "secondary": [
            (_("验收办法"), reverse("cases:schemes"), ""),
            (_("回访日历"), reverse("cases:revisits"), ""),
        ],
        "years": [of - 1, of + 1],
        "form": form,
        "groups": groups,
        "all_forms": [form, *(line for _scheme, _aspects, lines in groups for line in lines)],
        "votes": VOTE_LABELS.values(),
        **_fared(request, of),
        "breadcrumbs": crumbs((_("%s 年批次验收") % of, "")),
    }
    return render(request, "rectification/acceptance/batch.html", context)


def _fared(request: HttpRequest, year: int) -> dict[str, Any]:
    """The numbers with their rows; `show` chooses those of one number."""
    user: Any = request.user
    found = batch_fate(user.territory, county_code(request), year)
    show = request.GET.get("show", "")
    rows = found.of(show) if show in LABELS else found.rows
    return {
        "found": found,
        "figures": [(one, f"?show={key}#rows") for key, one in _numbers(found)],
        "share": fate_figures(found)[-1],
        "rows": rows,
        "listed": [(one, LABELS[one.fate], row_page(one.uid)) for one in rows],
        "shown": LABELS.get(show, _("全部")),
    }


def _numbers(found: BatchFate) -> Any:
    return zip(LABELS, fate_figures(found), strict=False)


def _groups(request: HttpRequest, year: int) -> list[Group]:
    """A line for each village that waits, by scheme: their aspects are the columns."""
    by_scheme: dict[int, Group] = {}
    for case, attempt in _waiting(request, year):
        scheme = case.scheme
        if scheme.pk not in by_scheme:
            by_scheme[scheme.pk] = (scheme, list(scheme.aspects.all()), [])
        _scheme, aspects, lines = by_scheme[scheme.pk]
        vetoes = list(scheme.vetoes.all())
        line = LineForm(
            request.POST or None, case=case, attempt=attempt, aspects=aspects, vetoes=vetoes
        )
        lines.append(line)
    return list(by_scheme.values())


def _waiting(request: HttpRequest, year: int) -> list[tuple[Any, Acceptance | None]]:
    """Cases of the batch that applied and have no conclusion, with their open attempt."""
    rows = RectificationCase.objects.visible_to(request.user).in_county(county_code(request))
    rows = rows.listed(year).filter(status__in=WAITING, accepted_on=None, scheme__isnull=False)
    tries = (
        Acceptance.objects.visible_to(request.user)
        .filter(result="")
        .prefetch_related("scores", "vetoes__veto")
    )
    rows = rows.select_related("scheme", "village__township").prefetch_related(
        Prefetch("acceptance_rows", tries, to_attr="open_tries"),
        "scheme__aspects", "scheme__vetoes",
    )  # fmt: skip
    ordered = rows.order_by("village__township__code", "village__code")
    return [(one, next(iter(one.open_tries), None)) for one in ordered]


def _save(request: HttpRequest, form: RoundForm, groups: list[Group]) -> bool:
    """Saves every line that was filled in; whether nothing is left to correct."""
    lines = [line for _scheme, _aspects, found in groups for line in found if line.has_changed()]
    good = [line for line in lines if line.is_valid()]
    if not form.is_valid():
        return False
    asked = {line.case.pk: line for line in good}
    held_on = form.cleaned_data["held_on"]
    told = accept_batch([line.line(held_on) for line in good], common=form.common, by=request.user)
    for one in told:
        line = asked[one.line.case.pk]
        line.saved, line.refused = one.error is None, str(one.error or "")
    saved = sum(line.saved for line in good)
    if saved:
        messages.success(request, _("已保存 %d 个村。") % saved)
    if not lines:
        messages.info(request, _("没有填写任何一行。"))
    if len(lines) > saved:
        messages.warning(request, _("%d 个村没有保存,请看各行说明。") % (len(lines) - saved))
    return len(lines) == saved
