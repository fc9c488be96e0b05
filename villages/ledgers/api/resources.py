"""What all resources of ledgers do: read, make, change, take away."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from django.http import HttpResponse
from rest_framework.request import Request

from villages.common import clock
from villages.common.errors import DomainError
from villages.common.faults import Fault
from villages.ledgers.actions import remove_row, write_row
from villages.ledgers.api.bodies import stored_form
from villages.ledgers.api.keys import resolve
from villages.ledgers.checking import refuse
from villages.ledgers.declaring import Ledger
from villages.ledgers.drafts import Draft
from villages.rest.answers import require_match
from villages.rest.idempotency import repeatable
from villages.rest.problems import Problem
from villages.rest.query import Query
from villages.rest.resources import Resource
from villages.rest.views import empty
from villages.rest.writing import WriteSerializer, checked

_LONGEST_REASON = 200


class LedgerResource(Resource):
    """Reading a ledger: one query a page, whatever the fields."""

    ledger: ClassVar[Ledger]
    version_path = "version"

    def rows(self, request: Request) -> Any:
        """The visible rows, with what is computed about them today."""
        return self.ledger.annotate(super().rows(request), clock.today())

    def whole(self, request: Request, uid: str, **options: Any) -> HttpResponse:
        """A row as it stands after a write."""
        return self.show(request, uid, Query(self.fields, ()), **options)

    def stored(self, request: Request, uid: str) -> Any:
        """The row that If-Match was sent for: 404, 428 or 412 where that does not fit."""
        row = self.one(request, uid=uid)
        require_match(request._request, row.version)
        return row


class WritableLedger(LedgerResource):
    """Rows are made and changed one by one; the whole body is judged at once."""

    body: ClassVar[type[WriteSerializer]]

    @repeatable()
    def create(self, request: Request) -> HttpResponse:
        """A new row: 201 with its address and version."""
        row = self._write(request, self._values(request))
        address = f"/api/v1/{self.key}/{row.uid}/"
        return self.whole(request, row.uid, status=201, headers={"Location": address})

    def partial_update(self, request: Request, uid: str) -> HttpResponse:
        """Another value for the named fields; the others stay as they are."""
        self.require_writer(request)
        row = self.stored(request, uid)
        values = self._values(request, partial=True)
        self._write(request, values, row=row, version=row.version)
        return self.whole(request, uid)

    def require_writer(self, request: Request) -> None:
        """403 for those who only read."""
        if not self.ledger.may_write(request.user):
            raise Problem("permission_denied")

    def _values(self, request: Request, *, partial: bool = False) -> dict[str, Any]:
        """The named fields, keys as rows. Refuses what cannot be read or found."""
        self.require_writer(request)
        given = checked(self.body, request.data, partial=partial)
        said = {name: value for name, value in given.items() if name in request.data}
        draft = Draft(stored_form(self.ledger, said))
        resolve(self.ledger, [draft], by=request.user)
        draft.blame(*hidden(self.ledger, said, request.user))
        refuse(self.ledger, draft.faults)
        return draft.values

    def _write(self, request: Request, values: dict[str, Any], **options: Any) -> Any:
        with problems():
            return write_row(self.ledger, values=values, by=request.user, **options)


class Removal:
    """Rows may be taken away; what they said stays in the trail."""

    def destroy(self: Any, request: Request, uid: str) -> HttpResponse:
        """Needs If-Match and `?reason=`."""
        self.require_writer(request)
        row, reason = self.stored(request, uid), _reason(request)
        with problems():
            remove_row(self.ledger, row=row, version=row.version, reason=reason, by=request.user)
        return empty()


def hidden(ledger: Ledger, given: Any, user: Any) -> Iterator[Fault]:
    """Faults for restricted fields that this person may not fill in."""
    for item in ledger.asked:
        if item.name in given and item.seen_by and not item.seen_by(user):
            yield Fault(item.name, "permission_denied", "这一项只能由有权查阅的人填写。")


@contextmanager
def problems() -> Iterator[None]:
    """Refusals that HTTP has a status of its own for."""
    try:
        yield
    except DomainError as error:
        if error.code == "version_changed":
            raise Problem("version_changed") from error
        if error.code == "ledger_not_allowed":
            raise Problem("permission_denied", error.message) from error
        raise


def _reason(request: Request) -> str:
    said = str(request.query_params.get("reason", "")).replace("\x00", "").strip()
    if not said or len(said) > _LONGEST_REASON:
        error = {"parameter": "reason", "code": "required", "detail": "请说明删除的理由。"}
        raise Problem("invalid_parameter", errors=[error])
    return said
