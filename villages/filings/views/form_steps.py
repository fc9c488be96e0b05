"""The steps that change a form of the register, each a small page of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from villages.common import clock
from villages.common.refusals import refusals_in
from villages.filings.actions.lines import add_input, drop_input, move_input
from villages.filings.actions.register import change_form, renew_form
from villages.filings.figures.register import Addition, addition
from villages.filings.forms import ENTRY, AddForm, ChangeForm, DropForm, MoveForm, RenewForm
from villages.filings.models import ReportForm
from villages.filings.register_table import REGISTER
from villages.models import Village


@dataclass(frozen=True)
class Step:
    """One step: its title and button, the form it shows, what it does, what it says then."""

    title: Any
    submit: Any
    make: Callable[[Any, ReportForm, dict[str, Any]], Form]
    act: Callable[[ReportForm, Any, Any], object]
    said: Any


def _plain(kind: Any) -> Callable[[Any, ReportForm, dict[str, Any]], Form]:
    return lambda data, _row, initial: kind(data, initial=initial)


def _change(row: ReportForm, form: Any, by: Any) -> object:
    return change_form(form=row, entry=form.entry, version=form.cleaned_data["version"], by=by)


def _renew(row: ReportForm, form: Any, by: Any) -> object:
    return renew_form(form=row, by=by, on=clock.today(), **form.cleaned_data)


def _add(row: ReportForm, form: Any, by: Any) -> object:
    asked = {name: form.cleaned_data[name] for name in ("key", "since", "reason", "version")}
    return add_input(form=row, by=by, on=clock.today(), **asked)


def _drop(row: ReportForm, form: Any, by: Any) -> object:
    drop_input(form=row, by=by, on=clock.today(), **form.cleaned_data)
    return None


def _move(row: ReportForm, form: Any, by: Any) -> object:
    move_input(form=row, by=by, **form.cleaned_data)
    return None


STEPS = {
    "change": Step(
        gettext_lazy("更正登记"), gettext_lazy("保存"), _plain(ChangeForm), _change,
        gettext_lazy("已更正。"),
    ),
    "renew": Step(
        gettext_lazy("续期或终止"), gettext_lazy("改终止日期"), _plain(RenewForm), _renew,
        gettext_lazy("终止日期已更改。"),
    ),
    "add": Step(
        gettext_lazy("添加填报项"), gettext_lazy("看看要花多少时间"),
        lambda data, row, initial: AddForm(data, form=row, initial=initial), _add,
        gettext_lazy("已添加填报项。"),
    ),
    "drop": Step(
        gettext_lazy("停用填报项"), gettext_lazy("停用"), _plain(DropForm), _drop,
        gettext_lazy("已停用。已填的数留在台账里。"),
    ),
    "move": Step(
        gettext_lazy("调整顺序"), gettext_lazy("保存"), _plain(MoveForm), _move,
        gettext_lazy("顺序已调整。"),
    ),
}  # fmt: skip


def take(request: HttpRequest, row: ReportForm, step: Step) -> HttpResponse:
    """The page of a step; when it was taken, back to the form. An input is added only after its
    cost was shown."""
    form = step.make(request.POST or None, row, _initial(request, row))
    shown: dict[str, Any] = {"form": form, "submit": step.submit}
    if request.method == "POST" and form.is_valid():
        if isinstance(form, AddForm) and form.cleaned_data["sure"] != form.cleaned_data["key"]:
            shown = _preview(request, row, form)
        else:
            with refusals_in(form):
                step.act(row, form, request.user)
                messages.success(request, step.said)
                return redirect("filings:form", uid=row.uid)
    home = reverse("filings:form", args=[row.uid])
    crumbs = [(REGISTER.title, reverse("filings:forms")), (row.title, home), (step.title, "")]
    context = {"title": step.title, "subtitle": row.title, "cancel_url": home,
               "breadcrumbs": crumbs, **shown}  # fmt: skip
    return render(request, "filings/forms/step.html", context)


def _initial(request: HttpRequest, row: ReportForm) -> dict[str, Any]:
    entry = {name: getattr(row, name) for name in ENTRY}
    today = clock.today()
    return {
        **entry, "version": row.version, "until": row.valid_to, "key": request.GET.get("key", ""),
        "since": max(today, row.valid_from),
    }  # fmt: skip


def _preview(request: HttpRequest, row: ReportForm, form: AddForm) -> dict[str, Any]:
    key, since = form.cleaned_data["key"], form.cleaned_data["since"]
    rows = Village.objects.visible_to(request.user).in_county(row.county_code)
    villages = rows.on(since).count()
    data = request.POST.copy()
    data["sure"] = key
    seen = AddForm(data, form=row)
    cost = _cost(addition(row, key, villages, since))
    return {"form": seen, "submit": _("确认添加"), "cost": cost}


def _cost(found: Addition) -> list[str]:
    """The sentences that stand before the button."""
    named = {"minutes": found.minutes, "villages": found.villages, "asked": found.asked}
    first = (
        _("不增加负担:“%s”已经在问,填一次两张表都用。") % "、".join(found.elsewhere)
        if found.elsewhere
        else _("+ %(minutes)s 分钟/月(全县 %(villages)d 个村)") % named
    )
    return [first, _("添加后每月共询问 %(asked)d 项。") % named]
