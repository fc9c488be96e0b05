"""All warning events, with what is done to several at once."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rectification.supervision.choices import OrderKind
from rectification.warnings.actions.papers import draft_papers
from rectification.warnings.actions.stepping import name_shown, take_step
from rectification.warnings.ledgers.events import EVENTS
from rectification.warnings.perms import (
    may_ask_exemptions,
    may_decide_county,
    may_draft_papers,
    may_see_warnings,
)
from rectification.warnings.sides import may_take
from rectification.warnings.states import ACKNOWLEDGE, LOWER, VERIFY_RED, VERIFY_YELLOW, Step
from rectification.warnings.views.at import crumbs
from villages.accounts.access import requires
from villages.common import clock
from villages.common.errors import DomainError
from villages.ledgers.charts import bars_of
from villages.ledgers.filters import filter_class
from villages.ledgers.tables import list_spec
from villages.ledgers.views.place import visible_rows
from villages.lists.bulk import BulkAction, Outcome
from villages.lists.listing import Listing
from villages.lists.page import list_page


class PaperForm(forms.Form):
    """Which paper; reason becomes what is asked."""

    kind = forms.ChoiceField(
        label=gettext_lazy("文种"), required=False,
        choices=[("", gettext_lazy("按颜色:红色督办单,黄色提醒函")), *OrderKind.choices],
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_see_warnings)
def events(request: HttpRequest) -> HttpResponseBase:
    """Events of the county at hand that this person may see."""
    rows = EVENTS.annotate(visible_rows(EVENTS, request), clock.today())
    context = {
        "breadcrumbs": crumbs((EVENTS.title, "")),
        "secondary": list(_links(request.user)),
    }

    def charts(listing: Listing) -> dict[str, Any]:
        def link(name: str, value: str) -> str:
            return listing.asked.address(page=None, **{name: value})

        return {"charts": bars_of(EVENTS, listing.matching, link)}

    return list_page(
        request, list_spec(EVENTS), rows, filterset=filter_class(EVENTS), context=context,
        template="ledgers/list.html", bulk=BULK, beside=charts,
    )  # fmt: skip


def _links(user: Any) -> Iterator[tuple[Any, str, str]]:
    """Ways on for this person, and the definitions."""
    if may_draft_papers(user):
        yield _("待发文书"), reverse("warnings:papers"), "send"
    if may_ask_exemptions(user):
        yield _("申请豁免"), reverse("warnings:exempting"), "plus"
    if may_decide_county(user):
        yield _("申请人工调整"), reverse("warnings:overriding"), "plus"
    yield _("异议统计"), reverse("warnings:dispute_figures"), "chart-bar"
    yield _("字段说明"), reverse("help:fields_of", args=[EVENTS.key]), "help"


def _stepping(step: Step, label: Any) -> BulkAction:
    """The same step for several events, each with its own outcome."""

    def perform(user: Any, rows: Any, data: dict[str, Any]) -> list[Outcome]:
        found = rows.select_related("village__township").order_by("pk")
        return [_taken(one, step, user, data.get("reason", "")) for one in found]

    return BulkAction(
        key=step.key, label=label, perform=perform, allowed=may_take(step),
        reason_required=False,
    )  # fmt: skip


def _taken(row: Any, step: Step, user: Any, text: str) -> Outcome:
    name = name_shown(row)
    try:
        take_step(by=user, alert=row, step=step, on=clock.today(), said={"text": text})
    except DomainError as error:
        return Outcome(row.uid, name, done=False, note=str(error))
    return Outcome(row.uid, name, done=True)


def _draft(user: Any, rows: Any, data: dict[str, Any]) -> list[Outcome]:
    """One draft for each township; all of them or none."""
    found = list(rows.select_related("village__township").order_by("pk"))
    try:
        made = draft_papers(
            by=user, alerts=found, on=clock.today(), kind=data.get("kind", ""),
            requirement=data.get("reason", ""),
        )  # fmt: skip
    except DomainError as error:
        return [Outcome(one.uid, name_shown(one), done=False, note=str(error)) for one in found]
    note = "、".join(str(one) for one in made)
    return [Outcome(one.uid, name_shown(one), done=True, note=note) for one in found]


BULK = (
    _stepping(ACKNOWLEDGE, gettext_lazy("签收")),
    _stepping(VERIFY_YELLOW, gettext_lazy("核实降级(黄)")),
    _stepping(VERIFY_RED, gettext_lazy("核实报县(红)")),
    _stepping(LOWER, gettext_lazy("核实降为观察(红)")),
    BulkAction(
        key="draft-papers", label=gettext_lazy("起草文书"), perform=_draft, form=PaperForm,
        allowed=may_draft_papers, reason_required=False,
    ),
)  # fmt: skip
