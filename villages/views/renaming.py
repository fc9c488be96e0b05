"""Another name for a village or a township."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from villages.accounts.access import requires
from villages.accounts.perms import may_change_map
from villages.actions.renaming import rename_unit
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.forms.units import RenameForm
from villages.lists.getting import get_visible_or_404
from villages.models import Township, Village

MODELS: dict[str, Any] = {"villages": Village, "townships": Township}


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_change_map)
def rename(request: HttpRequest, level: str, code: str) -> HttpResponse:
    """The form, and after it the unit's page under its new name."""
    unit = get_visible_or_404(MODELS[level], request.user, code=code)
    initial = {"version": unit.version, "effective_on": clock.today()}
    form = RenameForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            renamed = rename_unit(
                unit=unit, today=clock.today(), by=request.user,
                on=form.cleaned_data["effective_on"],
                **{key: form.cleaned_data[key] for key in ("name", "basis", "version")},
            )  # fmt: skip
            messages.success(request, _("已改名为%s,曾用名已保留。") % renamed.name)
            return redirect(renamed)
    crumbs = [(unit.name, unit.get_absolute_url()), (_("改名"), "")]
    return render(
        request, "villages/rename.html", {"unit": unit, "form": form, "breadcrumbs": crumbs}
    )
