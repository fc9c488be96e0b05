"""Forms of the year-end assessment: steps of the year, entries, objections."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rectification.reports.actions.assessment import finish, open_year, publish
from rectification.reports.actions.assessment_entries import Given, enter
from rectification.reports.actions.assessment_objections import object_to
from rectification.reports.assessment.states import ENTERED_FORMULA
from rectification.reports.figures.assessment import townships
from rectification.reports.forms.assessment import EntryForm, ObjectionForm, YearStepForm
from rectification.reports.models import Assessment, VetoGround
from rectification.reports.perms import may_keep_assessment, may_object_assessment
from rectification.reports.views.assessment_parts import (
    covers,
    judged_of,
    sheet_url,
    year_crumbs,
)
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.models import County

_FORMS = require_http_methods(["GET", "HEAD", "POST"])


@_FORMS
@requires(may_keep_assessment)
def step(request: HttpRequest, year: str, key: str) -> HttpResponse:
    """What the step will do, and its one button."""
    form = YearStepForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            _take(request, int(year), key)
            return redirect("reports:assessment_year", year)
    return _page(request, year, str(_titles()[key]), form, intro=_intros()[key])


def _take(request: HttpRequest, year: int, key: str) -> None:
    by, on = request.user, clock.today()
    if key == "open":
        county = County.objects.visible_to(by).get(code=county_code(request))
        open_year(by=by, county=county, year=year, on=on)
    else:
        act: Callable[..., Any] = publish if key == "publish" else finish
        act(by=by, row=_row(request, year), on=on)
    messages.success(request, _("已%s。") % _titles()[key])


def _titles() -> dict[str, Any]:
    return {
        "open": _("建立年度考核"),
        "publish": _("公示年终考核得分"),
        "finish": _("审定年终考核"),
    }


def _intros() -> dict[str, list[str]]:
    return {
        "open": [
            _("按当时启用的考核办法建立;还没有考核办法的,先按默认权重生成一份,公示前都可以改。")
        ],
        "publish": [
            _("公示以后数据和办法固定下来,各乡镇只看到本乡镇的计分表,可以在期限内提出异议。"),
            _("公示以后不能再录入评分、加分和扣分,只能由两人办理校准和一票否决。"),
        ],
        "finish": [_("审定以后不再改动,年终考核通报按审定结果生成。")],
    }


def _row(request: HttpRequest, year: int) -> Assessment:
    rows = Assessment.objects.visible_to(request.user).in_county(county_code(request))
    found: Assessment | None = rows.select_related("scheme").filter(year=year).first()
    if found is None:
        raise Http404
    return found


@_FORMS
@requires(may_keep_assessment)
def entry(request: HttpRequest, year: str) -> HttpResponse:
    """A score, bonus, penalty, veto or calibration for one township."""
    row = _row(request, int(year))
    blocks = row.scheme.blocks.filter(formula=ENTERED_FORMULA).order_by("seq")
    form = EntryForm(
        request.POST or None, townships=townships(row.county_code, clock.today()),
        blocks=list(blocks.values_list("key", "name")),
        vetoes=VetoGround.objects.visible_to(request.user).filter(scheme=row.scheme),
        initial={"township_code": request.GET.get("township", "")},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            given = form.cleaned_data
            given["points"] = given["points"] or Decimal(0)
            made = enter(by=request.user, row=row, given=Given(**given), on=clock.today())
            messages.success(request, _("已录入,%s。") % made.get_status_display())
            return redirect("reports:assessment_year", year)
    return _page(request, year, _("录入"), form)


@_FORMS
@requires(may_object_assessment)
def objection(request: HttpRequest, year: str, township: str) -> HttpResponse:
    """A township objects to its sheet."""
    if covers(request):
        raise Http404
    found, judged = judged_of(request, year, township)
    blocks = [(line.block.key, line.block.name) for line in judged.sheet.lines]
    form = ObjectionForm(request.POST or None, blocks=blocks)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            object_to(
                by=request.user, row=_published(found.assessment), township=township,
                on=clock.today(), **form.cleaned_data,
            )  # fmt: skip
            messages.success(request, _("异议已提出,请等县里答复。"))
            return redirect("reports:assessment_sheet", year, township)
    return _page(request, year, _("提出异议"), form, back=sheet_url(year, township))


def _published(row: Assessment | None) -> Assessment:
    if row is None:
        raise Http404
    return row


def _page(
    request: HttpRequest, year: str, title: str, form: Any, *, intro: list[str] | None = None,
    back: str = "",
) -> HttpResponse:  # fmt: skip
    context = {
        "title": title, "form": form, "intro": intro or [],
        "back": back or reverse("reports:assessment_year", args=[year]),
        "breadcrumbs": year_crumbs(year, (title, "")),
    }  # fmt: skip
    return render(request, "reports/assessment/form.html", context)
