"""POST …/bulk/: up to 500 rows in one request, each with its own result."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from villages.common.faults import Fault
from villages.ledgers.api.bodies import stored_form
from villages.ledgers.api.bulk_answer import answer, refusal
from villages.ledgers.api.bulk_body import BulkBody
from villages.ledgers.api.keys import resolve
from villages.ledgers.api.resources import WritableLedger, hidden, problems
from villages.ledgers.drafts import Draft
from villages.ledgers.removing_many import remove_many
from villages.ledgers.writing_many import write_many
from villages.rest.answers import respond
from villages.rest.idempotency import repeatable
from villages.rest.refusals import places
from villages.rest.writing import checked


class BulkLedger(WritableLedger):
    """Many rows at once; statements do not grow with them."""

    @action(detail=False, methods=["post"], url_path="bulk")
    @repeatable()
    def bulk(self: Any, request: Request) -> HttpResponse:
        """Rows by natural key, or by uid and version. `atomic` saves all rows or none."""
        self.require_writer(request)
        asked = checked(BulkBody, request.data)
        drafts = [self._draft(request, row) for row in asked["rows"]]
        resolve(self.ledger, drafts, by=request.user)
        whole = asked["mode"] == "atomic"
        options = {"by": request.user, "reason": asked["reason"], "whole": whole}
        act = remove_many if asked["act"] == "remove" else write_many
        with problems():
            act(self.ledger, drafts, **options)
        if whole and any(not one.is_good for one in drafts):
            raise refusal(drafts)
        return respond(request._request, answer(drafts))

    def _draft(self: Any, request: Request, row: Any) -> Draft:
        """One row of the body, read; its mistakes are faults of its own."""
        if not isinstance(row, dict):
            return Draft({}, faults=[Fault("", "invalid", "应为一个 JSON 对象。")])
        named = {name: row[name] for name in ("uid", "version") if name in row}
        said = {name: value for name, value in row.items() if name not in named}
        draft = Draft({})
        draft.blame(*_identity(named, draft))
        try:
            read = self.body(data=said, partial=True).run_validation(said)
        except ValidationError as error:
            draft.blame(*_faults(error))
            return draft
        draft.values = stored_form(self.ledger, read)
        draft.blame(*hidden(self.ledger, said, request.user))
        return draft


def _identity(named: dict[str, Any], draft: Draft) -> Sequence[Fault]:
    uid, version = named.get("uid", ""), named.get("version")
    if not isinstance(uid, str):
        return [Fault("uid", "invalid", "编号应为文本。")]
    if version is not None and type(version) is not int:
        return [Fault("version", "invalid", "版本应为整数。")]
    draft.uid, draft.version = uid, version
    return []


def _faults(error: ValidationError) -> list[Fault]:
    found = places(error.get_full_details())
    return [Fault(one["pointer"].strip("/"), one["code"], one["detail"]) for one in found]
