"""`filings`: every village's months; many at once; a reviewer's steps."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from rest_framework.decorators import action
from rest_framework.request import Request

from villages.common import clock
from villages.filings.actions.reviewing import Objection, accept, send_back
from villages.filings.actions.rows import gate
from villages.filings.actions.withdrawing import withdraw
from villages.filings.api.answers import results_schema
from villages.filings.api.bodies import (
    FilingAccept,
    FilingSendBack,
    FilingWithdraw,
    bulk_schema,
    send_back_schema,
)
from villages.filings.api.bulk import take_many
from villages.filings.api.fields import FIELDS
from villages.filings.api.rights import require
from villages.filings.choices import ReturnReason
from villages.filings.figures.corrected import marked
from villages.filings.models import Filing
from villages.filings.perms import may_file, may_review, may_see_filings
from villages.rest.answers import require_match, respond
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.query import Query
from villages.rest.resources import Resource
from villages.rest.writing import WriteSerializer, checked


def _step(act: str, en: str, zh: str, body: str, **more: Any) -> Operation:
    return Operation(
        f"filings_{act}", en, zh, answer="FilingNow", fields=FIELDS, body=body, matches=True,
        repeatable=True, problems=(404,), **more,
    )  # fmt: skip


class Filings(Resource):
    """Filings of the territory, the latest month first."""

    key, label_zh, label_en = "filings", "填报", "filings"
    model, component, fields = Filing, "Filing", FIELDS
    ordering = ("-period", "village")
    version_path = "version"
    allowed = may_see_filings
    operations = {
        "bulk": Operation(
            "filings_bulk", "Draft or hand in many villages of a month", "批量填报",
            answer="FilingResults", schema=results_schema(), body="FilingBulk",
            whole_body=bulk_schema(), repeatable=True, problems=(412,),
        ),
        "accept": _step(
            "accept", "Accept a filing", "通过填报", "FilingAccept", inputs=FilingAccept.inputs
        ),
        "send_back": _step(
            "return", "Send a filing back at its values", "退回填报", "FilingSendBack",
            whole_body=send_back_schema(),
        ),
        "withdraw": _step(
            "withdraw", "Take a submission back", "撤回填报", "FilingWithdraw",
            inputs=FilingWithdraw.inputs,
        ),
    }  # fmt: skip

    def rows(self, request: Request) -> Any:
        """The visible filings with `is_corrected`."""
        return marked(super().rows(request))

    @action(detail=False, methods=["post"], url_path="bulk")
    @repeatable()
    def bulk(self, request: Request) -> HttpResponse:
        """Up to 500 villages; statements grow with townships, not with villages."""
        require(may_file, request.user)
        return respond(request._request, {"results": take_many(request.user, request.data)})

    @action(detail=True, methods=["post"], url_path="accept")
    @repeatable()
    def accept(self, request: Request, uid: str) -> HttpResponse:
        """Needs If-Match; a late filing needs the county's reason."""
        return self._take(request, uid, may_review, FilingAccept, lambda one, body, given: accept(
            codes=[one.village.code], late_reason=body["late_reason"] or "", **given
        ))  # fmt: skip

    @action(detail=True, methods=["post"], url_path="return")
    @repeatable()
    def send_back(self, request: Request, uid: str) -> HttpResponse:
        """Needs If-Match; says what is wrong, place by place."""
        return self._take(request, uid, may_review, FilingSendBack, lambda one, body, given: (
            send_back(objections=_objections(one, body), **given)
        ))  # fmt: skip

    @action(detail=True, methods=["post"], url_path="withdraw")
    @repeatable()
    def withdraw(self, request: Request, uid: str) -> HttpResponse:
        """Needs If-Match; the values are a draft again."""
        return self._take(request, uid, may_file, FilingWithdraw, lambda one, body, given: withdraw(
            codes=[one.village.code], reason=body["reason"] or "", **given
        ))  # fmt: skip

    def _take(
        self, request: Request, uid: str, right: Any, body: type[WriteSerializer],
        act: Callable[[Filing, dict[str, Any], dict[str, Any]], Any],
    ) -> HttpResponse:  # fmt: skip
        """One step of one filing, of exactly the version that was read."""
        require(right, request.user)
        found = self.one(request, uid=uid)
        require_match(request._request, found.version)
        said = checked(body, request.data)
        with transaction.atomic():
            gate([found.village], found.period)
            # From here on nobody else changes it.
            held = Filing.objects.select_for_update().get(pk=found.pk)
            require_match(request._request, held.version)
            given = {"month": found.period, "by": request.user, "at": clock.now()}
            act(found, said, given)
        return self.show(request, uid, Query(self.fields, ()))


def _objections(one: Filing, body: dict[str, Any]) -> list[Objection]:
    return [
        Objection(
            one.village.code, said["input"] or "", ReturnReason(said["reason"]),
            said["words"] or "",
        )
        for said in body["objections"]
    ]  # fmt: skip
