"""Doing one of a ledger's verbs to several rows of its list: each row by its own rules."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from villages.common import clock
from villages.common.errors import DomainError
from villages.ledgers.actions import perform
from villages.ledgers.declaring import Ledger, Verb
from villages.ledgers.forms.asking import many_form
from villages.ledgers.showing import keys_of
from villages.ledgers.views.place import county_of
from villages.lists.bulk import BulkAction, Outcome
from villages.trace.record import record


def actions_of(ledger: Ledger, request: HttpRequest) -> list[BulkAction]:
    """What the list offers for chosen rows; each person sees what they may do. No query."""
    blank = ledger.model(county_code=county_of(request))
    return [_action(ledger, verb, blank) for verb in ledger.verbs if verb.many]


def _action(ledger: Ledger, verb: Verb, blank: Any) -> BulkAction:
    names = [one.name for one in verb.asks]

    def act(user: Any, rows: Any, data: dict[str, Any]) -> list[Outcome]:
        asked = {name: data[name] for name in names}
        found = list(rows.select_related(*keys_of(ledger)))
        outcomes = [_one(ledger, verb, row, user, asked) for row in found]
        _trace(ledger, verb, found, outcomes, by=user, reason=data.get("reason", ""))
        return outcomes

    def refusals(user: Any, rows: Any) -> dict[str, str]:
        closed = _("现在不能%s的") % verb.label
        found = rows.select_related(*keys_of(ledger))
        return {row.uid: closed for row in found if not verb.offered(user, row)}

    return BulkAction(
        key=verb.key, label=verb.label, perform=act, allowed=verb.may, refusals=refusals,
        form=many_form(verb, blank, clock.today()), danger=verb.danger, reason_required=False,
    )  # fmt: skip


def _one(ledger: Ledger, verb: Verb, row: Any, user: Any, asked: dict[str, Any]) -> Outcome:
    """Done, or why not; what one row refuses stops no other."""
    name = ledger.names(row)
    try:
        perform(ledger, verb, row=row, version=None, by=user, **asked)
    except DomainError as error:
        return Outcome(row.uid, name, done=False, note=str(error))
    return Outcome(row.uid, name, done=True)


def _trace(
    ledger: Ledger, verb: Verb, rows: list[Any], outcomes: list[Outcome], *, by: Any, reason: str
) -> None:
    """One entry for the batch beside those of its rows."""
    if not rows:
        return
    done = sum(one.done for one in outcomes)
    record(
        "ledger.many", by=by, name=str(ledger.title), county=rows[0].county_code, reason=reason,
        after={"ledger": ledger.key, "verb": str(verb.label), "refused": len(rows) - done},
        count=done,
    )  # fmt: skip
