"""Pages of the numbers that decide."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from villages import parameters
from villages.accounts import perms
from villages.accounts.access import requires
from villages.actions.parameters import set_parameter
from villages.common import clock
from villages.forms.parameters import ParameterForm
from villages.models import Parameter


@require_safe
@requires(perms.may_run_system)
def parameter_list(request: HttpRequest) -> HttpResponse:
    """Every number with its value in force today and where it is defined."""
    today = clock.today()
    rows = [(one, parameters.value(one.key, on=today)) for one in parameters.definitions()]
    return render(request, "villages/parameters/list.html", {"rows": rows, "today": today})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(perms.may_run_system)
def parameter(request: HttpRequest, key: str) -> HttpResponse:
    """One number: its history and a form for its next value."""
    known = {one.key: one for one in parameters.definitions()}
    if key not in known:
        raise Http404
    form = ParameterForm(request.POST or None, definition=known[key])
    if request.method == "POST" and form.is_valid():
        set_parameter(by=request.user, key=key, today=clock.today(), **form.cleaned_data)
        return redirect("villages:parameter", key=key)
    history = Parameter.objects.filter(key=key, county_code="").order_by("-effective_from")
    context = {
        "definition": known[key],
        "form": form,
        "history": history,
        "value": parameters.value(key, on=clock.today()),
        "breadcrumbs": [(_("参数"), "villages:parameters")],
    }
    return render(request, "villages/parameters/one.html", context)
