"""The structure table of a day, and two days compared."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cadres.figures.hints import age_hints
from cadres.figures.structure import structure
from cadres.figures.terms import comparison
from cadres.forms import TwoDaysForm
from cadres.models import TermChange
from cadres.tables import STRUCTURE, cells
from cadres.views.days import chosen_day
from cadres.views.sheets import table_as_xlsx
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.accounts.perms import works_in_territory
from villages.common import clock


def crumbs(title: str) -> list[tuple[str, str]]:
    """The way to a page of the area."""
    return [(_("干部队伍"), reverse("cadres:hub")), (title, "")]


@require_safe
@requires(works_in_territory)
def structure_table(request: HttpRequest) -> HttpResponseBase:
    """The table of a day: the whole in the last line, as on paper."""
    user: Any = request.user
    county, (form, on) = county_code(request), chosen_day(request)
    whole, *townships = structure(user.territory, county, on)
    title = _("村两委班子结构")
    if request.GET.get("format") == "xlsx":
        return table_as_xlsx(
            request, title=title, columns=STRUCTURE, rows=[*townships, whole], county=county,
            notes=[_definition()], filters=_("截至 %s") % on,
        )  # fmt: skip
    context = {
        "title": title,
        "form": form,
        "on": on,
        "columns": STRUCTURE,
        "lines": cells(STRUCTURE, townships),
        "total": cells(STRUCTURE, [whole])[0],
        "whole": whole,
        "definition": _definition(),
        "hints": age_hints(user.territory, county, on),
        "breadcrumbs": crumbs(title),
    }
    return render(request, "cadres/structure.html", context)


def _definition() -> str:
    return _(
        "村党组织和村委会成员,每人计一次;一人在两边任职的,占两个职数,计入交叉任职。"
        "缺职按各班子职数减去实有人数计算,没有核定职数的村不计。情况不明的单列,不计为零。"
    )


@require_safe
@requires(works_in_territory)
def terms(request: HttpRequest) -> HttpResponseBase:
    """Two days beside each other; without a choice the last two terms."""
    user: Any = request.user
    county, title = county_code(request), _("换届前后对比")
    known = TermChange.objects.visible_to(user).in_county(county).order_by("-started_on")
    usual = _days([*known.values_list("started_on", flat=True)[:2]])
    form = TwoDaysForm(request.GET if "after" in request.GET else None, initial=usual)
    days = form.cleaned_data if form.is_bound and form.is_valid() else usual
    context = {
        "title": title,
        "form": form,
        "breadcrumbs": crumbs(title),
    }
    if days.get("before") and days.get("after"):
        context["compared"] = comparison(user.territory, county, days["before"], days["after"])
        context |= {"before": days["before"], "after": days["after"]}
    return render(request, "cadres/terms.html", context)


def _days(known: list[date]) -> dict[str, Any]:
    """The days by which the last two terms had changed over; with one term that day and today."""
    days = known if len(known) > 1 else [clock.today(), *known]
    return {"after": days[0], "before": days[1] if len(days) > 1 else None}
