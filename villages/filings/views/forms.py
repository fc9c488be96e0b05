"""The register of forms: what is asked at all, and a further entry."""

from typing import Any

from django.contrib import messages
from django.db.models import Case, CharField, Count, Q, Value, When
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.filings.actions.register import register_form
from villages.filings.declaring import inputs_of
from villages.filings.defaults import ASKED, install_default_form
from villages.filings.forms import NewForm
from villages.filings.models import ReportForm
from villages.filings.perms import may_review, may_see_filings
from villages.filings.register_table import REGISTER
from villages.lists.page import list_page


@require_safe
@requires(may_see_filings)
def forms(request: HttpRequest) -> HttpResponseBase:
    """Every form of the county, those that ended too."""
    rows = ReportForm.objects.visible_to(request.user).in_county(county_code(request))
    context: dict[str, Any] = {
        "breadcrumbs": [(_("填报"), reverse("filings:tasks")), (REGISTER.title, "")],
        "subtitle": _("不在清单上的报表,不得向乡镇和村要数;到期没有续期的,自动停止。"),
        "secondary": [(_("填报负担"), reverse("filings:burden"), "")],
    }
    if may_review(request.user):
        if not rows.exists():
            words = _("使用默认月度填报表")
            context["secondary"].append((words, reverse("filings:form_default"), ""))
        context |= {"action_label": _("登记报表"), "action_url": reverse("filings:form_new"),
                    "action_icon": "plus"}  # fmt: skip
    return list_page(request, REGISTER, _described(rows), context=context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_review)
def default(request: HttpRequest) -> HttpResponse:
    """The usual monthly form for a county that has none: what it would ask, then the entry."""
    county, here = county_code(request), reverse("filings:forms")
    if request.method == "POST":
        made = install_default_form(county=county, on=clock.today(), by=request.user)
        said = _("已登记“%s”。") % made.title if made else _("本县已有报表,没有改动。")
        messages.success(request, said)
        return redirect("filings:form", uid=made.uid) if made else redirect(here)
    known = inputs_of(county)
    labels = [str(known[key].label) for key in ASKED if key in known]
    context = {
        "form": Form(), "title": _("使用默认月度填报表"), "submit": _("登记默认报表"),
        "subtitle": _("每月询问 %d 项:%s。登记后可以逐项调整。") % (len(labels), "、".join(labels)),
        "cancel_url": here, "breadcrumbs": [(REGISTER.title, here), (_("默认报表"), "")],
    }  # fmt: skip
    return render(request, "filings/forms/step.html", context)


def _described(rows: Any) -> Any:
    """Rows with the number of their inputs and their state today."""
    today = clock.today()
    state = Case(
        When(valid_to__lt=today, then=Value("ended")),
        When(valid_from__gt=today, then=Value("planned")),
        default=Value("running"),
        output_field=CharField(),
    )
    inputs = Count("lines", filter=Q(lines__valid_to=None))
    return rows.annotate(inputs=inputs, state=state)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_review)
def new(request: HttpRequest) -> HttpResponse:
    """The entry of a further form, and after it the form's page."""
    today, county = clock.today(), county_code(request)
    form = NewForm(request.POST or None, initial={"begins": today})
    if request.method == "POST" and form.is_valid():
        days = {name: form.cleaned_data[name] for name in ("begins", "ends")}
        with refusals_in(form):
            row = register_form(county=county, entry=form.entry, by=request.user, on=today, **days)
            messages.success(request, _("已登记“%s”,请添加填报项。") % row.title)
            return redirect("filings:form", uid=row.uid)
    crumbs = [(REGISTER.title, reverse("filings:forms")), (_("登记报表"), "")]
    context = {"form": form, "title": _("登记报表"), "submit": _("登记报表"),
               "cancel_url": reverse("filings:forms"), "breadcrumbs": crumbs}  # fmt: skip
    return render(request, "filings/forms/step.html", context)
