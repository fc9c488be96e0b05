"""Changing the map: choose, fill in, look at the preview, confirm."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from villages import registries
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.accounts.perms import may_change_map
from villages.actions.changes import apply_change
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.divisions.display import display_names
from villages.divisions.mapchange import VERB_LABELS, MapChange, MapVerb
from villages.forms.changes import MergeForm, SplitForm, TownshipsForm, TransferForm
from villages.models import Township, Village


@dataclass(frozen=True)
class Wizard:
    """One kind of change: what is chosen, at least and at most how many, and by which form."""

    verb: MapVerb
    form: Any
    model: Any
    least: int
    most: int
    intro: Any

    @property
    def label(self) -> Any:
        """Its name."""
        return VERB_LABELS[self.verb]


WIZARDS = {
    one.verb: one
    for one in (
        Wizard(MapVerb.MERGE, MergeForm, Village, 2, 20,
               gettext_lazy("选择要合并的村。合并后可以沿用其中一个村的代码,也可以启用新代码。")),
        Wizard(MapVerb.SPLIT, SplitForm, Village, 1, 1,
               gettext_lazy("选择要拆分的一个村。")),
        Wizard(MapVerb.TRANSFER, TransferForm, Village, 1, 60,
               gettext_lazy("选择要划到另一个乡镇的村。它们将启用新乡镇的代码,旧代码仍可查询。")),
        Wizard(MapVerb.TOWNSHIPS, TownshipsForm, Township, 1, 20,
               gettext_lazy("选择要撤销或合并的乡镇。所属各村将划入承接乡镇,并换用新代码。")),
    )
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_change_map)
def change(request: HttpRequest, verb: str) -> HttpResponse:
    """The wizard: without units it asks for them, a POST previews, a confirmed one is done."""
    wizard = _wizard(verb)
    asked = request.POST if request.method == "POST" else request.GET
    units = _units(request, wizard, asked.getlist("units"))
    if not wizard.least <= len(units) <= wizard.most:
        return _choose(request, wizard, units, tried="units" in asked or "next" in asked)
    if request.method != "POST":
        return _fill(request, wizard, units, wizard.form(units=units, initial=_today()))
    form = wizard.form(request.POST, units=units)
    if request.POST.get("step") == "edit" or not form.is_valid():
        return _fill(request, wizard, units, form)
    return _preview_or_do(request, wizard, units, form)


def _wizard(verb: str) -> Wizard:
    try:
        return WIZARDS[MapVerb(verb)]
    except ValueError:
        raise Http404 from None


def _today() -> dict[str, Any]:
    return {"effective_on": clock.today()}


def _units(request: HttpRequest, wizard: Wizard, codes: Sequence[str]) -> list[Any]:
    rows = _choosable(request, wizard).filter(code__in=codes)
    return list(rows.order_by("code"))


def _choosable(request: HttpRequest, wizard: Wizard) -> Any:
    rows = wizard.model.objects.visible_to(request.user).in_county(county_code(request))
    rows = rows.filter(valid_to=None)
    return rows.select_related("township") if wizard.model is Village else rows


def _choose(
    request: HttpRequest, wizard: Wizard, units: Sequence[Any], *, tried: bool
) -> HttpResponse:
    townships = Township.objects.visible_to(request.user).in_county(county_code(request))
    place = request.GET.get("township", "")
    rows = _choosable(request, wizard).order_by("code")
    rows = rows.filter(code__startswith=place) if wizard.model is Village else rows
    chosen = {one.code for one in units}
    context = {
        "choices": _named(wizard, rows),
        "chosen": chosen,
        "hidden": [one for one in units if not one.code.startswith(place)],
        "townships": townships.filter(valid_to=None) if wizard.model is Village else [],
        "place": place,
        "problem": tried,
    }
    return _step(request, wizard, "choose", context)


def _named(wizard: Wizard, rows: Any) -> list[tuple[str, str]]:
    units = list(rows)
    if wizard.model is Village:
        names = display_names(units)
        return [(one.code, names[one.code]) for one in units]
    return [(one.code, one.name) for one in units]


def _fill(request: HttpRequest, wizard: Wizard, units: Sequence[Any], form: Any) -> HttpResponse:
    return _step(request, wizard, "fill", {"units": units, "form": form})


def _preview_or_do(
    request: HttpRequest, wizard: Wizard, units: Sequence[Any], form: Any
) -> HttpResponse:
    with refusals_in(form):
        planned = form.plan()
        if request.POST.get("step") == "confirm":
            digest = request.POST.get("digest", "")
            done = apply_change(change=planned, by=request.user, digest=digest)
            return redirect("villages:receipt", code=done.main_code, day=done.effective_on)
        return _preview(request, wizard, units, planned)
    return _fill(request, wizard, units, form)


def _preview(
    request: HttpRequest, wizard: Wizard, units: Sequence[Any], planned: MapChange
) -> HttpResponse:
    context = {
        "units": units,
        "change": planned,
        "steps": _steps(planned),
        "moves": _moves(planned),
        "kept": _kept(request),
    }
    return _step(request, wizard, "preview", context)


def _steps(planned: MapChange) -> list[tuple[str, str, str, str]]:
    named = (
        *planned.closes_townships, *planned.closes, *planned.opens_townships, *planned.opens,
        *planned.renames,
    )  # fmt: skip
    names = dict(_old_names(planned)) | {one.code: one.name for one in named}
    return [
        (one.old, names.get(one.old, ""), one.new, names.get(one.new, ""))
        for one in planned.follows
    ]


def _old_names(planned: MapChange) -> list[tuple[str, str]]:
    codes = list(planned.versions)
    rows = Village.objects.filter(code__in=codes).values_list("code", "name")
    return [*rows, *Township.objects.filter(code__in=codes).values_list("code", "name")]


def _moves(planned: MapChange) -> list[tuple[Any, int]]:
    """How many rows of the apps above go along, by kind."""
    ending = [one.code for one in (*planned.closes_townships, *planned.closes)]
    counted = [(one.label, one.count(ending)) for one in registries.followers()]
    return [(label, count) for label, count in counted if count]


def _kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What was filled in, to be posted again by the next step."""
    skipped = {"csrfmiddlewaretoken", "step", "digest"}
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in skipped
        for value in values
    ]


def _step(request: HttpRequest, wizard: Wizard, step: str, context: dict[str, Any]) -> HttpResponse:
    crumbs = [(_("区划变更"), reverse("villages:changes")), (wizard.label, "")]
    around = {"wizard": wizard, "stepper": _stepper(step), "breadcrumbs": crumbs}
    return render(request, f"villages/changes/{step}.html", {**around, **context})


def _stepper(step: str) -> list[tuple[str, str]]:
    order = {"choose": _("选择"), "fill": _("填写"), "preview": _("核对预览"), "receipt": _("回执")}
    at = list(order).index(step)
    states = ["done" if n < at else "current" if n == at else "todo" for n in range(len(order))]
    return list(zip(order.values(), states, strict=True))
