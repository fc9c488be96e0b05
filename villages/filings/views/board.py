"""How complete the months of all townships are."""

from datetime import date
from io import BytesIO
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from villages.accounts.access import requires
from villages.common import clock
from villages.common.periods import Month
from villages.filings.board_sheet import board_sheet
from villages.filings.figures import board as figures
from villages.filings.figures.board import Board
from villages.filings.perms import may_review, may_see_filings
from villages.filings.views.board_posts import act_on_board
from villages.filings.views.choosing import county_code, refuse_readers, year_of
from villages.lists.downloads import download
from villages.lists.sheets import write_xlsx


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_see_filings)
def board(request: HttpRequest) -> HttpResponseBase:
    """Townships down, months across; the county chases or accepts several townships at once."""
    if request.method == "POST":
        refuse_readers(request)
        return act_on_board(request)
    year, known = _known(request)
    if request.GET.get("as") == "xlsx":
        stream = BytesIO()
        write_xlsx(stream, [board_sheet(known, year)])
        return download(stream.getvalue(), _("%d年填报进度.xlsx") % year)
    return render(request, "filings/board.html", _context(request, year, known))


def _known(request: HttpRequest) -> tuple[int, Board]:
    user: Any = request.user
    today = clock.today()
    year = year_of(request, today)
    months = Month(year, 1).until(Month(year, 12))
    return year, figures.board(user.territory, county_code(request), months, today)


def _context(request: HttpRequest, year: int, known: Board) -> dict[str, Any]:
    today = clock.today()
    return {
        "year": year,
        "board": known,
        "legend": figures.legend(),
        "current": _current(known, today),
        "choices": [one for one in reversed(known.months) if one.start <= today],
        "this_month": Month.of(today),
        "may_review": may_review(request.user),
        "today": today,
        "years": _years(year),
        "breadcrumbs": [(_("填报"), reverse("filings:tasks")), (_("填报进度"), "")],
    }


def _current(known: Board, today: date) -> Month:
    """The month to act on first: the one before while it is open, else the running one."""
    begun = [one.month for one in known.totals if one.month.start <= today and not one.is_closed]
    return (begun[-2:] or known.months[-1:])[0]


def _years(year: int) -> dict[str, str]:
    here = reverse("filings:board")
    return {"previous": f"{here}?year={year - 1}", "next": f"{here}?year={year + 1}"}
