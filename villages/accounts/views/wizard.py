"""The first run, and opening a further county."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from villages.accounts import perms
from villages.accounts.access import requires
from villages.accounts.actions import first_run as acts
from villages.accounts.forms.wizard import AdministratorsForm, CodeForm, CountyForm, SecurityForm
from villages.accounts.sudo import needs_recent_password
from villages.accounts.views.users import GET_POST
from villages.accounts.wizard import Walk, steps, walk
from villages.common.errors import DomainError

FIRST_RUN = {"setup": CodeForm, "county": CountyForm, "people": AdministratorsForm}
NEW_COUNTY = {"county": CountyForm, "person": SecurityForm}
CODE, COUNTY = gettext_lazy("设置码"), gettext_lazy("县的基本信息")
CHECK, DONE = gettext_lazy("核对"), gettext_lazy("完成")
FIRST_STEPS = [CODE, COUNTY, gettext_lazy("三员"), CHECK, DONE]
COUNTY_STEPS = [COUNTY, gettext_lazy("安全管理员"), CHECK, DONE]


@login_not_required
@never_cache
@sensitive_post_parameters("setup-code")
@GET_POST
def first_run(request: HttpRequest) -> HttpResponse:
    """Only while nobody has an account, and only with the set-up code."""
    if not acts.is_possible():
        raise Http404
    way = walk(request.POST, FIRST_RUN)
    page = _page(way, FIRST_STEPS, _("首次设置"))
    if not way.current and "confirmed" in request.POST:
        try:
            people = way.forms["people"].people
            opened = acts.set_up(county=way.forms["county"].facts, people=people)
            return _receipt(request, opened, FIRST_STEPS, "layout/plain.html")
        except DomainError as error:
            page["refusal"] = error
    return _shown(request, page, "layout/plain.html")


@never_cache
@GET_POST
@requires(perms.may_run_system)
@needs_recent_password
def new_county(request: HttpRequest) -> HttpResponse:
    """A further county and its first account."""
    by: Any = request.user
    way = walk(request.POST, NEW_COUNTY)
    page = _page(way, COUNTY_STEPS, _("开设县"))
    if not way.current and "confirmed" in request.POST:
        try:
            county, person = way.forms["county"].facts, way.forms["person"].person
            opened = acts.open_county(county=county, security=person, by=by)
            return _receipt(request, [opened], COUNTY_STEPS, "base.html")
        except DomainError as error:
            page["refusal"] = error
    return _shown(request, page, "base.html")


def _page(way: Walk, names: list[Any], title: str) -> dict[str, Any]:
    order = [*way.forms, ""]
    position = order.index(way.current)
    return {
        "form": way.form,
        "current": way.current,
        "previous": order[position - 1] if position else "",
        "hidden": way.hidden,
        "title": title,
        "step_name": names[position],
        "steps": steps(names, position),
        "answers": [] if way.current else _answers(way),
        "breadcrumbs": [(title, "")],
    }


def _answers(way: Walk) -> list[tuple[str, str, list[tuple[Any, Any]]]]:
    """What was filled, step by step, without the set-up code."""
    return [
        (name, form.prefix, [(field.label, form.cleaned_data[field.name]) for field in form])
        for name, form in way.forms.items()
        if name != "setup"
    ]


def _shown(request: HttpRequest, page: dict[str, Any], frame: str) -> HttpResponse:
    template = "accounts/wizard_form.html" if page["form"] else "accounts/wizard_check.html"
    return render(request, template, page | {"frame": frame})


def _receipt(request: HttpRequest, opened: list[Any], names: list[Any], frame: str) -> HttpResponse:
    page = {"opened": opened, "steps": steps(names, len(names)), "frame": frame}
    page["breadcrumbs"] = [(_("设置完成"), "")]
    return render(request, "accounts/wizard_receipt.html", page)
