"""Reminding townships that are silent."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from villages import workdays
from villages.accounts.access import requires
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings.actions import chasing
from villages.filings.actions.unchasing import take_chase_back
from villages.filings.county_parameters import chase_gap, quiet_hours
from villages.filings.figures.board import closed_months
from villages.filings.figures.chasing import Target, targets
from villages.filings.models import ChaseNote
from villages.filings.perms import may_review
from villages.filings.quiet import delivery
from villages.filings.views.choosing import chosen_month, county_code
from villages.models import Township


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_review)
def chase(request: HttpRequest) -> HttpResponse:
    """Whom it disturbs, and what they already owe."""
    county, month = county_code(request), chosen_month(request, clock.today())
    if month.start > clock.today():
        raise Http404(_("%s还没有开始。") % month.label)
    refused = _chase(request, county, month) if request.method == "POST" else None
    if request.method == "POST" and refused is None:
        return redirect(f"{reverse('filings:chase')}?month={month.code}")
    context = _context(request, county, month) | {"refused": refused}
    return render(request, "filings/chase.html", context, status=409 if refused else 200)


@require_POST
@requires(may_review)
def withdraw(request: HttpRequest) -> HttpResponse:
    """Takes back what waits for the morning, for the townships of the form."""
    month = chosen_month(request, clock.today())
    try:
        people = take_chase_back(
            county=county_code(request), month=month, codes=request.POST.getlist("township"),
            by=request.user, at=clock.now(),
        )  # fmt: skip
        messages.success(request, _("催报已撤回,%d 人不会收到。") % people)
    except DomainError as error:
        messages.warning(request, str(error))
    return redirect(_at(month))


def _chase(request: HttpRequest, county: str, month: Month) -> DomainError | None:
    try:
        done = chasing.chase(
            county=county, month=month, codes=request.POST.getlist("township"),
            by=request.user, at=clock.now(), reason=request.POST.get("reason", ""),
        )  # fmt: skip
    except DomainError as error:
        return error
    words = _("已催报 %(towns)d 个乡镇,%(when)s 送达 %(count)d 人。")
    when = f"{done.due_at.astimezone(clock.ZONE):%m-%d %H:%M}"
    messages.success(
        request, words % {"towns": len(done.townships), "count": done.people, "when": when}
    )
    for name, why in done.left_out:
        messages.warning(request, f"{name}:{why}")
    return None


def _context(request: HttpRequest, county: str, month: Month) -> dict[str, Any]:
    user: Any = request.user
    today, now = clock.today(), clock.now()
    named = request.POST.getlist("township") or request.GET.getlist("township")
    found = targets(user.territory, county, month, [], today)
    gap = chase_gap(county, today)
    due_at = delivery(now, quiet_hours(county, today), workdays.adjusted())
    notes = ChaseNote.objects.visible_to(user).in_county(county).filter(month=month.number)
    return {
        "month": month,
        "is_closed": month.number in closed_months(county, [month]),
        "lines": [_line(one, gap, named) for one in found],
        "gap": gap,
        "due_at": due_at,
        "waits": due_at > now,
        "reason": request.POST.get("reason", ""),
        "notes": notes.select_related("user", "sent_by")[:50],
        "queued": _queued(notes.filter(due_at__gt=now), request.user),
        "names": {one.code: one.name for one in found},
        "now": now,
        "previous_url": _at(month.previous()),
        "next_url": _at(month.next()) if month.next().start <= today else "",
        "breadcrumbs": [
            (_("填报进度"), f"{reverse('filings:board')}?year={month.year}"), (_("催报"), ""),
        ],
    }  # fmt: skip


def _queued(notes: Any, user: Any) -> list[dict[str, Any]]:
    """What waits for the morning, by township: its name, how many people, when. Two queries."""
    rows = notes.order_by().values("township_code")
    found = list(rows.annotate(people=Count("user", distinct=True), due_at=Min("due_at")))
    units = Township.objects.visible_to(user)
    names = dict(
        units.filter(code__in=[one["township_code"] for one in found]).values_list("code", "name")
    )
    return [{**one, "name": names.get(one["township_code"], "")} for one in found]


def _line(target: Target, gap: int, named: list[str]) -> dict[str, Any]:
    """One township of the page; it is ticked if it was named and may be reminded."""
    why = chasing.refusal(target, gap, "")
    ticked = target.code in named if named else not why
    return {"target": target, "why": why, "ticked": ticked}


def _at(month: Month) -> str:
    return f"{reverse('filings:chase')}?month={month.code}"
