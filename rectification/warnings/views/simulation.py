"""Other rules tried on stored months (规则试算): reads only, shows what would have been."""

import tempfile
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.warnings.figures.receipts import stored_months
from rectification.warnings.figures.trials import Trial, trial
from rectification.warnings.forms.trying import TryForm
from rectification.warnings.perms import may_try_rules
from rectification.warnings.rules_in_force import Rules, rules_in_force
from rectification.warnings.trial_sheets import sheets_of
from rectification.warnings.tried_rules import drafts_of, rules_of_draft, with_other_numbers
from rectification.warnings.views.at import crumbs
from rectification.warnings.views.trial_parts import parts_of
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.periods import parse_month
from villages.lists.cells import instant_text
from villages.lists.downloads import download
from villages.lists.sheets import write_xlsx
from villages.trace.record import record


@require_safe
@requires(may_try_rules)
def simulation(request: HttpRequest) -> HttpResponseBase:
    """The form, and what the trial came to once something is chosen."""
    user: Any = request.user
    county, title = county_code(request), _("规则试算")
    months = stored_months(user.territory, county)
    live = rules_in_force(county, clock.today())
    drafts = drafts_of(user, county)
    named = [(one.uid, one.name) for one in drafts]
    form = TryForm(request.GET, months=months, drafts=named, live=live)
    found = None
    if months and form.asks and form.is_valid():
        found = _found(user, county, form, _tried(form, live, drafts))
        if request.GET.get("format") == "xlsx":
            return _workbook(request, county, form, found)
    context = {
        "title": title, "form": form, "months": months, "found": found,
        "rule": form.chosen, "query": request.GET.urlencode(), "breadcrumbs": crumbs((title, "")),
        **(parts_of(found) if found else {}),
    }  # fmt: skip
    return render(request, "warnings/simulation/page.html", context)


def _tried(form: TryForm, live: Rules, drafts: list[Any]) -> Rules:
    given = form.cleaned_data
    if not given["draft"]:
        return with_other_numbers(live, given["rule"], form.numbers())
    draft = next((one for one in drafts if one.uid == given["draft"]), None)
    if draft is None:
        raise Http404
    return rules_of_draft(draft)


def _found(user: Any, county: str, form: TryForm, tried: Rules) -> Trial:
    first, last = (parse_month(form.cleaned_data[name]) for name in ("first", "last"))
    return trial(user.territory, county, tried, first, last)


def _workbook(request: HttpRequest, county: str, form: TryForm, found: Trial) -> HttpResponseBase:
    title = _("规则试算")
    mark = _("导出人:%(reader)s  导出时间:%(at)s") % {
        "reader": getattr(request.user, "name", ""), "at": instant_text(clock.now()),
    }  # fmt: skip
    stream: Any = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it when sent
    write_xlsx(stream, sheets_of(found, mark))
    rows = [[one.code, one.month.code, one.before, one.after] for one in found.changed]
    record(
        "list.exported", by=request.user, county=county, name=title, count=len(rows),
        after={"format": "xlsx", "filters": request.GET.urlencode()}, rows=rows,
    )  # fmt: skip
    return download(stream, f"{title}-{clock.today():%Y-%m-%d}.xlsx")
