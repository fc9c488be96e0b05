"""`reopening-requests`: asking that a closed month be opened again, and the county's answer."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework.decorators import action
from rest_framework.request import Request

from villages.accounts.perms import works_in_territory
from villages.common.errors import DomainError
from villages.imports.actions.asking import ask_reopening, withdraw_request
from villages.imports.actions.granting import grant_request, refuse_request
from villages.imports.models import FilingMonth, ReopeningRequest
from villages.imports.perms import may_ask_reopening, may_control_months
from villages.imports.request_fields import (
    REQUEST_FIELDS,
    RequestAsk,
    RequestGrant,
    RequestRefuse,
    RequestWithdraw,
)
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.problems import Problem
from villages.rest.query import Query
from villages.rest.resources import Resource
from villages.rest.writing import WriteSerializer, checked


def _step(act: str, en: str, zh: str, body: type[WriteSerializer]) -> Operation:
    return Operation(
        f"reopening_requests_{act}", en, zh, answer="ReopeningRequest", fields=REQUEST_FIELDS,
        body=body.__name__, inputs=body.inputs, repeatable=True, problems=(404, 409),
    )  # fmt: skip


class ReopeningRequests(Resource):
    """Requests of the territory, the latest first."""

    key, label_zh, label_en = "reopening-requests", "重新开放申请", "requests for reopenings"
    model, component, fields = ReopeningRequest, "ReopeningRequest", REQUEST_FIELDS
    ordering = ("-asked_at",)
    allowed = works_in_territory
    operations = {
        "create": Operation(
            "reopening_requests_create", "Ask for a reopening", "申请重新开放",
            answer="ReopeningRequest", fields=REQUEST_FIELDS, body="RequestAsk",
            inputs=RequestAsk.inputs, status=201, repeatable=True, problems=(409,),
        ),
        "grant": _step("grant", "Open the month again", "同意申请", RequestGrant),
        "refuse": _step("refuse", "Refuse a request", "不同意申请", RequestRefuse),
        "withdraw": _step("withdraw", "Take a request back", "撤回申请", RequestWithdraw),
    }  # fmt: skip

    @repeatable()
    def create(self, request: Request) -> HttpResponse:
        """Villages of one township, which data, why."""
        _require(may_ask_reopening, request.user)
        said = checked(RequestAsk, request.data)
        row = ask_reopening(
            by=request.user, filing_month=_month(request.user, said),
            village_codes=said["villages"], items=said["items"], reason=said["reason"],
        )  # fmt: skip
        headers = {"Location": f"/api/v1/reopening-requests/{row.uid}/"}
        return self.show(request, row.uid, Query(self.fields, ()), status=201, headers=headers)

    @action(detail=True, methods=["post"], url_path="grant")
    @repeatable()
    def grant(self, request: Request, uid: str) -> HttpResponse:
        """Until a day; where two persons must agree, the first yes answers `agreed`."""
        return self._answer(request, uid, may_control_months, RequestGrant, lambda row, said: (
            grant_request(
                by=request.user, request=row, ends_on=said["ends_on"],
                answer=said["answer"] or "",
            )
        ))  # fmt: skip

    @action(detail=True, methods=["post"], url_path="refuse")
    @repeatable()
    def refuse(self, request: Request, uid: str) -> HttpResponse:
        """No, with the reason that the township reads."""
        return self._answer(request, uid, may_control_months, RequestRefuse, lambda row, said: (
            refuse_request(by=request.user, request=row, answer=said["answer"])
        ))  # fmt: skip

    @action(detail=True, methods=["post"], url_path="withdraw")
    @repeatable()
    def withdraw(self, request: Request, uid: str) -> HttpResponse:
        """By whoever asked, while nobody answered."""
        return self._answer(request, uid, may_ask_reopening, RequestWithdraw, lambda row, _said: (
            withdraw_request(by=request.user, request=row)
        ))  # fmt: skip

    def _answer(
        self, request: Request, uid: str, right: Any, body: type[WriteSerializer],
        act: Callable[[ReopeningRequest, dict[str, Any]], Any],
    ) -> HttpResponse:  # fmt: skip
        _require(right, request.user)
        found = self.one(request, uid=uid)
        act(found, checked(body, request.data))
        return self.show(request, uid, Query(self.fields, ()))


def _month(user: Any, said: dict[str, Any]) -> FilingMonth:
    """The visible month of the villages' county; one that nobody registered is open."""
    county = said["villages"][0][:6] if said["villages"] else ""
    months = FilingMonth.objects.visible_to(user).in_county(county)
    row: FilingMonth | None = months.filter(month=said["period"]).first()
    if row is None:
        raise DomainError("month_open", _("这个月没有封账。"), _("可以直接修改。"))
    return row


def _require(predicate: Any, user: Any) -> None:
    if not predicate(user):
        words = str(predicate.sentence)
        raise Problem("permission_denied", words, (predicate.__doc__ or "").strip())
