"""The page of a meeting: its minutes, the lists and the orders it gave."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.supervision.actions.meeting_papers import print_minutes
from rectification.supervision.choices import Origin
from rectification.supervision.models import GroupMeeting, TaskList
from rectification.supervision.perms import may_see_meetings
from rectification.supervision.views.crumbs import crumbs
from rectification.supervision.views.origins import orders_from
from villages.accounts.access import requires
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address
from villages.ledgers.history import history
from villages.ledgers.hubs import new_url
from villages.lists.downloads import download
from villages.lists.getting import get_visible_or_404


@require_safe
@requires(may_see_meetings)
def meeting(request: HttpRequest, uid: str) -> HttpResponse:
    """What was decided, and what became of it."""
    found: GroupMeeting = get_visible_or_404(GroupMeeting, request.user, uid=uid)
    user, ledger = request.user, ledgers()["group-meetings"]
    context = {
        "meeting": found,
        "papers": [
            (_("下载会议纪要"), reverse("supervision:meeting_paper", args=[uid]), "download")
        ],
        "facts": [
            (_("召开日期"), found.held_on.isoformat()), (_("主持人"), found.chaired_by),
            (_("参会单位和人员"), found.attended),
        ],
        "lists": _lists(found, user),
        "orders": orders_from(found, Origin.MEETING, user),
        "verbs": [
            (one.label, address(ledger, f"do_{one.key}", uid), one.danger)
            for one in ledger.verbs if one.may(user) and one.offered(user, found)
        ],
        "edit_url": address(ledger, "edit", uid) if ledger.may_write(user) else "",
        "list_url": _new_list_url(found, user),
        "history": history(ledger, found, user),
        "breadcrumbs": crumbs((ledger.title, reverse("ledgers:group-meetings")), (found, "")),
    }  # fmt: skip
    return render(request, "supervision/tasks/meeting.html", context)


@require_safe
@requires(may_see_meetings)
def meeting_paper(request: HttpRequest, uid: str) -> HttpResponseBase:
    """The minutes as a document."""
    found = get_visible_or_404(GroupMeeting, request.user, uid=uid)
    return download(*print_minutes(found, by=request.user))


def _lists(found: GroupMeeting, user: Any) -> Any:
    """The lists it gave with how many of their tasks are done. One query."""
    rows = TaskList.objects.visible_to(user).filter(meeting=found)
    done = Count("tasks", filter=Q(tasks__done_on__isnull=False))
    return rows.annotate(all_tasks=Count("tasks"), done_tasks=done).order_by("from_on", "id")


def _new_list_url(found: GroupMeeting, user: Any) -> str:
    url = new_url(ledgers()["task-lists"], user)
    return f"{url}?meeting={found.uid}" if url else ""
