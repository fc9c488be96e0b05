"""The score sheets of judges: one page a judge, and an empty sheet for all of them."""

import io
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rectification.supervision.actions.contest_scores import record_sheet, sheet_of, stamp_of
from rectification.supervision.contest_words import part_word
from rectification.supervision.figures.contest_judges import judge_tallies
from rectification.supervision.figures.contests import (
    aspects_of,
    entries_of,
    scores_of,
)
from rectification.supervision.forms.contests import SheetForm, cell_name, plain
from rectification.supervision.models import Contest
from rectification.supervision.papers.contest_sheets import score_sheets
from rectification.supervision.perms import may_keep_contests
from rectification.supervision.views import contest_shown as shown
from villages.accounts.access import requires
from villages.common.refusals import refusals_in
from villages.lists.downloads import download
from villages.lists.sheets import write_xlsx

LONGEST = 30


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_contests)
def contest_scores(request: HttpRequest, uid: str) -> HttpResponse:
    """Everything that one judge gave, villages down and aspects across; who has given how much."""
    row = shown.get_contest(request, uid)
    judge = " ".join(request.GET.get("judge", "").split())[:LONGEST]
    form = _form(request, row, judge) if judge else None
    if request.method == "POST" and form is not None and form.is_valid():
        with refusals_in(form):
            _save(request, row, judge, form)
            return redirect(f"{request.path}?{urlencode({'judge': judge})}")
    tallies = judge_tallies(aspects_of(row), list(entries_of(row)), scores_of(row))
    context = {
        "contest": row,
        "judge": judge,
        "form": form,
        "heads": [
            (one, part_word(at_speech=one.at_speech), plain(one.points))
            for one in (form.aspects if form else ())
        ],
        "judges": [(one, f"?{urlencode({'judge': one.judge})}") for one in tallies],
        "blank_url": reverse("supervision:contest_blank", args=[uid]),
        "import_url": reverse("imports:upload", args=["judge-scores"]),
        "breadcrumbs": shown.contest_crumbs(row, _("录入打分")),
    }
    return render(request, "supervision/contests/scores.html", context)


@require_safe
@requires(may_keep_contests)
def contest_blank(request: HttpRequest, uid: str) -> HttpResponseBase:
    """The sheet that the import takes, with a line for each judge, village and aspect."""
    row = shown.get_contest(request, uid)
    judges = [one for name in request.GET.getlist("judge") if (one := name.strip()[:LONGEST])]
    stream = io.BytesIO()
    write_xlsx(stream, [score_sheets(row, judges)])
    return download(stream, _("%s评委打分表.xlsx") % row.title)


def _form(request: HttpRequest, row: Contest, judge: str) -> SheetForm:
    stored = list(sheet_of(row, judge))
    initial: dict[str, Any] = {cell_name(one.entry_id, one.aspect_id): one.points for one in stored}
    return SheetForm(
        request.POST or None, entries=list(entries_of(row)), aspects=aspects_of(row),
        initial={**initial, "stamp": stamp_of(stored)},
    )  # fmt: skip


def _save(request: HttpRequest, row: Contest, judge: str, form: SheetForm) -> None:
    count = record_sheet(
        row, by=request.user, judge=judge, points=form.points, stamp=form.cleaned_data["stamp"]
    )
    messages.success(request, _("已保存%(judge)s的打分,改动 %(count)d 项。") % {
        "judge": judge, "count": count,
    })  # fmt: skip
