"""The result of a contest on paper, for the meeting alone."""

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from rectification.supervision.actions.contest_papers import DRAWN, meeting_paper, take_paper
from rectification.supervision.perms import may_see_scores
from rectification.supervision.views import contest_shown as shown
from villages.accounts.access import requires
from villages.common.errors import DomainError
from villages.lists.downloads import download


@require_safe
@requires(may_see_scores)
def contest_paper(request: HttpRequest, uid: str) -> HttpResponseBase:
    """The page to print; `?format=` docx or xlsx gives the file."""
    row = shown.get_contest(request, uid)
    back_url = reverse("supervision:contest", args=[uid])
    asked = request.GET.get("format", "")
    try:
        if asked in DRAWN:
            return download(*take_paper(row, by=request.user, form=asked))
        paper = meeting_paper(row)
    except DomainError as error:
        messages.warning(request, str(error))
        return redirect(back_url)
    context = {"contest": row, "paper": paper, "back_url": back_url}
    return render(request, "supervision/contests/paper.html", context)
