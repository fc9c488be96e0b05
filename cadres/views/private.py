"""Sealed numbers: writing them, and looking at one with a reason."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cadres.actions.identity import labels, reveal, set_identity
from cadres.forms import IdentityForm, RevealForm
from cadres.models import Person
from cadres.perms import may_reveal
from villages.accounts import sudo
from villages.accounts.access import requires
from villages.common.refusals import refusals_in
from villages.ledgers.finding import row_url
from villages.lists.getting import get_visible_or_404


def _person(request: HttpRequest, uid: str) -> Person:
    rows = Person.objects.select_related("village__township")
    found: Person = get_visible_or_404(rows, request.user, uid=uid)
    return found


def _page(person: Person, **more: Any) -> dict[str, Any]:
    crumbs = [
        (_("干部队伍"), reverse("cadres:hub")),
        (person.name, row_url(person)),
        (_("证件与电话"), ""),
    ]
    known = [
        (labels()["id_number"], person.masked_id),
        (labels()["phone"], person.masked_phone),
    ]
    return {"person": person, "known": known, "breadcrumbs": crumbs, **more}


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_reveal)
def identity(request: HttpRequest, uid: str) -> HttpResponse:
    """The masked numbers, and a form that replaces them."""
    person = _person(request, uid)
    form = IdentityForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            set_identity(person=person, by=request.user, **form.cleaned_data)
            messages.success(request, _("已加密保存%s的证件与电话。") % person.name)
            return redirect("cadres:identity", uid=uid)
    return render(request, "cadres/identity.html", _page(person, form=form))


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_reveal)
@sudo.needs_recent_password
def reveal_number(request: HttpRequest, uid: str) -> HttpResponse:
    """One number in full, in this answer only: reloading asks again."""
    person = _person(request, uid)
    form = RevealForm(request.POST if request.method == "POST" else None)
    shown = ""
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            shown = reveal(person=person, by=request.user, **form.cleaned_data)
    label = labels()[form.cleaned_data["field"]] if shown else ""
    context = _page(person, form=form, shown=shown, label=label)
    return render(request, "cadres/reveal.html", context)
