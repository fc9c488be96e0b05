"""The page of a contest, and which villages take part in which groups."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rectification.supervision.actions.contest_entries import set_entries
from rectification.supervision.contest_querysets import judges_contests
from rectification.supervision.contest_words import THIRDS, gap_words
from rectification.supervision.figures.contests import Line, Result, result
from rectification.supervision.figures.endowment import Proposed, proposed_groups
from rectification.supervision.forms.contests import GroupsForm
from rectification.supervision.models import Contest, ContestEntry
from rectification.supervision.perms import may_keep_contests, may_see_contests
from rectification.supervision.views import contest_shown as shown
from villages.accounts.access import requires
from villages.common.refusals import refusals_in
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address
from villages.lists.townships import townships_at_hand
from villages.models import Village

MOST_GAPS = 12


@require_safe
@requires(may_see_contests)
def contest(request: HttpRequest, uid: str) -> HttpResponse:
    """Rubric, groups and result for the county; for others the result of their own villages."""
    user: Any = request.user
    row = shown.get_contest(request, uid)
    found = result(row)
    lines = _lines(row, found, user)
    county = judges_contests(user)
    keeps = may_keep_contests(user) and row.finished_on is None
    context = {
        "contest": row,
        "county": county,
        "keeps": keeps,
        "facts": shown.facts(found),
        "rubric": shown.rubric(found),
        "groups": shown.groups_of(found, lines),
        "placed": any(one.entry.place for one in found.lines),
        "open": len(found.open_lines) if county and row.finished_on else 0,
        "gaps": [gap_words(one, found.names) for one in found.gaps[:MOST_GAPS]] if county else [],
        "more_gaps": max(0, len(found.gaps) - MOST_GAPS),
        "verbs": shown.buttons(row, user),
        "links": _links(row, user),
        "new_aspect": _new_aspect(row) if keeps else "",
        "breadcrumbs": shown.contest_crumbs(row),
    }
    return render(request, "supervision/contests/page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_contests)
def contest_groups(request: HttpRequest, uid: str) -> HttpResponse:
    """Villages in groups of like start: what the numbers propose, people change and save."""
    user: Any = request.user
    row = shown.get_contest(request, uid)
    township = request.GET.get("township", "")
    rows = proposed_groups(
        _keys(row, township, user), scope=user.territory, county=row.county_code,
        held_on=row.held_on,
    )  # fmt: skip
    entries = {one.village_id: one for one in _entries(row, user)}
    form = GroupsForm(
        request.POST or None, rows=rows, entries=entries, proposed=_proposed(request, rows)
    )
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            count = set_entries(row, by=user, parts=form.parts)
            messages.success(request, _("已保存,改动 %d 个村。") % count)
            return redirect(request.path)
    context = {
        "contest": row,
        "form": form,
        "names": list(THIRDS.values()),
        "townships": townships_at_hand(request).order_by("code"),
        "township": township,
        "propose_url": f"?{urlencode({'township': township, 'propose': '1'})}",
        "before": row.held_on.year - 1,
        "breadcrumbs": shown.contest_crumbs(row, _("参赛村和分组")),
    }
    return render(request, "supervision/contests/groups.html", context)


def _lines(row: Contest, found: Result, user: Any) -> list[Line]:
    """The county sees all; others the villages of theirs that a finished contest compared."""
    if judges_contests(user):
        return list(found.lines)
    mine = set(_entries(row, user).values_list("pk", flat=True))
    return [one for one in found.lines if one.entry.pk in mine]


def _entries(row: Contest, user: Any) -> Any:
    return ContestEntry.objects.visible_to(user).filter(contest=row)


def _keys(row: Contest, township: str, user: Any) -> set[int]:
    """The villages that take part, and those of the township that was chosen."""
    keys = set(_entries(row, user).values_list("village", flat=True))
    more = Village.objects.visible_to(user).in_county(row.county_code).on(row.held_on)
    return keys | set(more.filter(township__code=township).values_list("pk", flat=True))


def _proposed(request: HttpRequest, rows: list[Proposed]) -> dict[str, str]:
    """The names of the thirds by code, where the person asked for them."""
    if not request.GET.get("propose"):
        return {}
    return {one.village.code: str(THIRDS[one.third]) for one in rows if one.third}


def _links(row: Contest, user: Any) -> list[tuple[Any, str, str]]:
    """What one may do from here: label, address, icon."""
    links: list[tuple[Any, str, str]] = []
    ledger = ledgers()["contests"]
    if may_keep_contests(user) and row.finished_on is None:
        links += [
            (_("参赛村和分组"), reverse("supervision:contest_groups", args=[row.uid]), "users"),
            (_("录入打分"), reverse("supervision:contest_scores", args=[row.uid]), "edit"),
            (_("修改"), address(ledger, "edit", row.uid), ""),
        ]
    if judges_contests(user) and row.finished_on is not None:
        url = reverse("supervision:contest_paper", args=[row.uid])
        links += [
            (_("会议材料"), url, "printer"),
            (_("下载文档"), f"{url}?format=docx", "download"),
            (_("下载表格"), f"{url}?format=xlsx", "download"),
        ]
    return links


def _new_aspect(row: Contest) -> str:
    return f"{address(ledgers()['contest-aspects'], 'new')}?{urlencode({'contest': row.uid})}"
