"""The page of a case (一村一策): where it stands, what is next, who owes what, what happened."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.figures.case_page import duty_slots, helper_slots, plan_lines, visits_of
from rectification.figures.deadlines import next_step
from rectification.figures.plans import plan_gaps
from rectification.figures.stages import steps_of
from rectification.models import RectificationCase
from rectification.perms import may_see_cases
from rectification.states import CANDIDATES, CaseStatus
from rectification.views import case_context as parts
from rectification.wording.plans import gap_words
from villages.accounts.access import requires
from villages.common import clock
from villages.lists.getting import get_visible_or_404


@require_safe
@requires(may_see_cases)
def case(request: HttpRequest, uid: str) -> HttpResponse:
    """One case, whole."""
    rows = RectificationCase.objects.select_related(
        "village__township", "handler", "previous_case__village", "scheme"
    )
    found: Any = get_visible_or_404(rows, request.user, uid=uid)
    user, on = request.user, clock.today()
    step, rest = next_step(found, on), list(parts.parts(found, user, on))
    context = {
        "case": found,
        "today": on,
        "steps": list(steps_of(found.status)),
        "next": step,
        "is_overdue": found.is_overdue(on),
        "verbs": parts.buttons(found, user, step),
        "papers": parts.paper_urls(found),
        "order_url": parts.order_url(found, user),
        "facts": _facts(found),
        "planned": found.status not in CANDIDATES,
        "facts_url": parts.edit_url(found, user, "facts"),
        "plan_url": parts.edit_url(found, user, "diagnosis", "goal", "deadline"),
        "add": parts.add_urls(found, user),
        "rest": [one for one in rest if one.lines],
        "more": [(_("登记%s") % one.title, one.new_url) for one in rest if not one.lines],
        "events": parts.events(found, user),
        "breadcrumbs": [(_("整顿"), reverse("cases:hub")), (str(found), "")],
        **(_plan(found, on) if found.status not in CANDIDATES else {}),
    }
    return render(request, "rectification/case.html", context)


def _plan(found: RectificationCase, on: date) -> dict[str, Any]:
    missing = plan_gaps(found, on) if found.status == CaseStatus.PLANNING else ()
    return {
        "gaps": [gap_words(one) for one in missing],
        "lines": plan_lines(found, on),
        "helpers": helper_slots(found, on),
        "duties": duty_slots(found, on),
        "visits": visits_of(found),
        "visits_url": parts.list_url(found, "visits"),
        "works_url": parts.list_url(found, "works-done"),
    }


def _facts(found: RectificationCase) -> list[tuple[Any, ...]]:
    """Terms of the head; what is not there yet is left out."""
    confirmed = " ".join(filter(None, [_day(found.confirmed_on), found.document_no]))
    rows: list[tuple[Any, ...]] = [
        (_("批次"), _("%(year)s 年") % {"year": found.listed_year}),
        (_("类别"), f"{found.get_case_class_display()} · {found.get_level_display()}"),
        (_("认定"), confirmed),
        (_("整顿时限"), _deadline(found)),
        (_("经办人"), found.handler.name if found.handler else ""),
        (_("来历"), found.get_origin_display()),
        (_("验收办法"), str(found.scheme or "")),
        (_("退回方案"), _times(found.return_count)),
        (_("验收不合格"), _times(found.failed_count)),
        (_("销号"), " ".join(filter(None, [_day(found.closed_on), found.approval_no]))),
        (_("撤销"), " ".join(filter(None, [_day(found.withdrawn_on), found.withdrawn_reason]))),
    ]
    if found.previous_case:
        url = reverse("cases:case", args=[found.previous_case.uid])
        rows.append((_("上一轮"), str(found.previous_case), url))
    if found.status == CaseStatus.RELAPSED:
        again = found.next_cases.select_related("village")
        rows += [(_("下一轮"), str(one), one.get_absolute_url()) for one in again]
    return [row for row in rows if row[1]]


def _deadline(found: RectificationCase) -> str:
    if not found.extension_count:
        return _day(found.deadline)
    told = {"day": _day(found.deadline), "first": _day(found.first_deadline)}
    return _("%(day)s(原定 %(first)s,延期 %(count)d 次)") % {
        **told, "count": found.extension_count,
    }  # fmt: skip


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _times(count: int) -> str:
    return _("%d 次") % count if count else ""
