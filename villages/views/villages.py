"""Pages of villages."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from villages import registries
from villages.accounts.access import requires
from villages.accounts.perms import may_change_map, may_read_own_trail, works_in_territory
from villages.accounts.trails import trail_for
from villages.actions.profiles import may_write_profile, write_profile
from villages.actions.territory import set_village_kind
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.divisions.display import display_names, with_twins
from villages.figures.annals import annals
from villages.figures.dossier import dossier
from villages.figures.profiles import with_former_name, with_latest_profile
from villages.filters import VillageFilter
from villages.forms.units import FIGURES, KindForm, ProfileForm
from villages.lists.bulk import BulkAction, Outcome
from villages.lists.getting import get_visible_or_404
from villages.lists.page import list_page
from villages.models import Village
from villages.tables import VILLAGES
from villages.trace.sentences import sentence

RECENT = 10


def _set_kind(user: Any, rows: Any, data: dict[str, Any]) -> list[Outcome]:
    chosen = list(rows.select_related("township"))
    changed = set_village_kind(villages=chosen, kind=data["kind"], reason=data["reason"], by=user)
    codes = {one.code for one in changed}
    same = _("已是这个类型,没有改动。")
    return [Outcome(one.code, one.name, one.code in codes, "" if one.code in codes else same)
            for one in chosen]  # fmt: skip


SET_KIND = BulkAction(
    key="kind",
    label=gettext_lazy("改变类型"),
    perform=_set_kind,
    form=KindForm,
    allowed=may_change_map,
)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(works_in_territory)
def villages(request: HttpRequest) -> HttpResponseBase:
    """The villages of the county at hand, on the map of today or of a chosen day."""
    county = request.county  # type: ignore[attr-defined]
    rows = Village.objects.visible_to(request.user)
    rows = rows.in_county(county.code) if county else rows.none()
    rows = with_former_name(with_latest_profile(with_twins(rows), clock.today()))
    context: dict[str, Any] = {"breadcrumbs": [(_("村列表"), "")]}
    if may_change_map(request.user):
        context["secondary"] = [(_("区划变更"), reverse("villages:changes"), "map-pin")]
    return list_page(
        request, VILLAGES, rows, filterset=VillageFilter, context=context, bulk=(SET_KIND,)
    )


def get_village(request: HttpRequest, code: str) -> Village:
    """The village with its township and county; 404 outside the territory."""
    rows = Village.objects.select_related("township__county")
    found: Village = get_visible_or_404(rows, request.user, code=code)
    return found


@require_safe
@requires(works_in_territory)
def village(request: HttpRequest, code: str) -> HttpResponse:
    """One village: what the ground knows, and the panels of the apps above."""
    one = get_village(request, code)
    user, ended = request.user, one.valid_to is not None
    known = dossier(one, clock.today(), Village.objects.visible_to(request.user))
    context = {
        "village": one,
        "shown_name": display_names([one])[one.code],
        "dossier": known,
        "annals": annals(one, known),
        "panels": _panels(user, code),
        "may_write_profile": may_write_profile(user) and not ended,
        "may_change_map": may_change_map(user) and not ended,
        "trail": _trail(user, code),
        "breadcrumbs": _crumbs(one),
    }
    return render(request, "villages/village.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_write_profile)
def profile(request: HttpRequest, code: str) -> HttpResponse:
    """Another survey of the village's basic figures."""
    one = get_village(request, code)
    form = ProfileForm(request.POST or None, initial=_last_figures(one))
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            _write(one, form, request.user)
            messages.success(request, _("已保存%s的基本情况。") % one.name)
            return redirect(one)
    crumbs = [*_crumbs(one, link=True), (_("填写基本情况"), "")]
    context = {"village": one, "form": form, "breadcrumbs": crumbs}
    return render(request, "villages/profile.html", context)


def _write(village: Village, form: ProfileForm, user: Any) -> None:
    data = form.cleaned_data
    write_profile(
        village=village, as_of=data["as_of"], figures=form.figures, source=data["source"],
        version=data["version"], today=clock.today(), by=user,
    )  # fmt: skip


def _last_figures(village: Village) -> dict[str, Any]:
    """Filled with what is known: only what changed is typed again."""
    last = village.profiles.order_by("-as_of").first()
    known = {name: getattr(last, name) for name in FIGURES} if last else {}
    return {"as_of": clock.today(), "version": village.version, **known}


def _panels(user: Any, code: str) -> list[tuple[Any, str]]:
    return [
        (panel.title, reverse(panel.url_name, args=[code]))
        for panel in registries.panels()
        if panel.allowed(user)
    ]


def _trail(user: Any, code: str) -> list[dict[str, Any]]:
    """What was lately done about this village, newest first; for those who may read trails."""
    if not may_read_own_trail(user):
        return []
    entries = trail_for(user).filter(village_code=code)[:RECENT]
    return [
        {"when": localtime(one.at).strftime("%Y-%m-%d %H:%M"), "title": sentence(one),
         "who": one.actor_name}
        for one in entries
    ]  # fmt: skip


def _crumbs(one: Village, *, link: bool = False) -> list[tuple[str, str]]:
    township = one.township
    own = one.get_absolute_url() if link else ""
    return [
        (_("村列表"), reverse("villages:villages")),
        (township.name, township.get_absolute_url()),
        (one.name, own),
    ]
