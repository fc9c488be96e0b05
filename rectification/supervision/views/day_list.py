"""One's own day list, and beside it what is due."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rectification.supervision.actions import day_list as acts
from rectification.supervision.forms.day_list import NoteForm
from rectification.supervision.models import DayNote
from rectification.supervision.perms import may_keep_day_list
from villages.accounts.access import requires
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.home import open_work
from villages.lists.getting import get_visible_or_404

ONE_DAY = timedelta(days=1)
_TO_A_LINE: dict[str, Callable[[DayNote], Any]] = {
    "tick": lambda note: acts.mark(note, done=True),
    "untick": lambda note: acts.mark(note, done=False),
    "cross-out": acts.cross_out,
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_day_list)
def day(request: HttpRequest) -> HttpResponse:
    """The lines of a day; what is written, ticked or carried over comes back here."""
    on, form = _day(request), NoteForm()
    if request.method == "POST":
        form = NoteForm(request.POST)
        if _act(request, form, on):
            return redirect(f"{reverse('supervision:day')}?{urlencode({'on': on.isoformat()})}")
    return render(request, "supervision/tasks/day.html", _context(request.user, form, on))


def _act(request: HttpRequest, form: NoteForm, on: date) -> bool:
    """Does what was asked; whether it was done."""
    asked = request.POST.get("do", "")
    if asked in _TO_A_LINE:
        note = get_visible_or_404(DayNote, request.user, uid=request.POST.get("line", ""))
        _TO_A_LINE[asked](note)
        return True
    if asked == "carry":
        count = acts.carry_over(by=request.user, on=on)
        messages.success(request, _("已把没做完的 %d 项移到这一天。") % count)
        return True
    return _noted(request, form, on)


def _noted(request: HttpRequest, form: NoteForm, on: date) -> bool:
    if not form.is_valid():
        return False
    with refusals_in(form):
        acts.note_down(by=request.user, on=on, text=form.cleaned_data["text"])
    return form.is_valid()


def _context(user: Any, form: NoteForm, on: date) -> dict[str, Any]:
    notes, title = DayNote.objects.visible_to(user), _("日清单")
    due = [one for one in open_work(user) if one.due_on and one.due_on <= on]
    return {
        "title": title,
        "form": form,
        "on": on,
        "today": clock.today(),
        "before": on - ONE_DAY,
        "after": on + ONE_DAY,
        "lines": notes.filter(on=on).order_by("done", "id"),
        "left_over": notes.filter(done=False, on__lt=on).count(),
        "due": due,
        "breadcrumbs": [(title, "")],
    }


def _day(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return clock.today()
