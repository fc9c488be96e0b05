"""Verbs of a ledger as addresses under a row: POST …/{uid}/approve/."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from rest_framework.decorators import action
from rest_framework.request import Request

from villages.ledgers.actions import perform
from villages.ledgers.api.asks import asks_serializer
from villages.ledgers.api.fields import fields_of
from villages.ledgers.api.resources import problems
from villages.ledgers.declaring import Ledger, Verb
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.problems import Problem
from villages.rest.writing import checked


def method_name(verb: Verb) -> str:
    """The view's action, and the last part of the operation's id."""
    return f"do_{verb.key.replace('-', '_')}"


def method_of(ledger: Ledger, verb: Verb, component: str) -> Callable[..., HttpResponse]:
    """The method of the resource that does this verb to a row."""
    body = asks_serializer(_body_name(component, verb), verb.asks)

    @repeatable()
    def act(self: Any, request: Request, uid: str) -> HttpResponse:
        if not verb.may(request.user):
            raise Problem("permission_denied")
        row = self.stored(request, uid)
        asked = _plain(body, checked(body, request.data)) if verb.asks else {}
        with problems():
            perform(ledger, verb, row=row, version=row.version, by=request.user, **asked)
        return self.whole(request, uid)  # type: ignore[no-any-return]

    act.__name__ = method_name(verb)
    return action(detail=True, methods=["post"], url_path=verb.key)(act)


def _plain(body: Any, given: dict[str, Any]) -> dict[str, Any]:
    """What was left out is what the form would send."""
    return {
        one.name: given[one.name] if given[one.name] is not None else one.default
        for one in body.inputs
    }


def operation_of(ledger: Ledger, verb: Verb, component: str) -> Operation:
    """How the verb is described."""
    name = ledger.key.replace("-", "_")
    inputs = asks_serializer("", verb.asks).inputs
    return Operation(
        f"{name}_{method_name(verb)}", f"{verb.en.capitalize()}: {ledger.one_en}",
        f"{verb.label}:{ledger.one}", answer=component, fields=fields_of(ledger),
        body=_body_name(component, verb) if verb.asks else "", inputs=inputs,
        matches=True, repeatable=True, problems=(404,),
    )  # fmt: skip


def _body_name(component: str, verb: Verb) -> str:
    return f"{component}{verb.key.title().replace('-', '')}"
