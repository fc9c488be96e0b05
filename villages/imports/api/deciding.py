"""Confirming an import and taking it back."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from villages.common.errors import DomainError
from villages.imports import answering
from villages.imports.actions.confirming import confirm_import
from villages.imports.actions.undoing import undo_import
from villages.imports.api.asking import batch_of
from villages.imports.api.batches import RESULT
from villages.imports.batch_fields import UID, ImportMode
from villages.imports.models import ImportBatch
from villages.imports.perms import may_import
from villages.imports.serializers import ImportDecision, ImportUndoWrite
from villages.rest.answers import respond
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.refusals import handler
from villages.rest.views import ApiView
from villages.rest.writing import WriteSerializer, checked


def _post(name: str, en: str, zh: str, body: str, serializer: type[WriteSerializer]) -> Operation:
    return Operation(
        name, en, zh, answer=answering.COMPONENT, schema=RESULT, body=body,
        inputs=serializer.inputs, repeatable=True, problems=(404, 409),
    )  # fmt: skip


class ImportConfirm(ApiView):
    """Saving what was shown, exactly once."""

    key, label_zh, label_en = "imports", "确认导入", "confirming imports"
    allowed = may_import
    path_fields = (UID,)
    operations = {
        "post": _post(
            "imports_confirm", "Save a checked import", "确认导入", "ImportDecision", ImportDecision
        ),
    }

    @repeatable()
    def post(self, request: Request, uid: str) -> HttpResponse:
        """All rows, or the good ones; a batch that is saved already is answered as it is."""
        body = checked(ImportDecision, request.data)
        good = body["mode"] == ImportMode.GOOD
        try:
            return _acted(
                request, uid, lambda batch: confirm_import(
                    by=request.user, batch=batch, good_rows_only=good
                ),
            )  # fmt: skip
        except DomainError as error:
            if error.code != "import_stale":
                raise
            # The fresh comparison stands on the batch and must stay: this is an answer, not a
            # refusal that takes everything of the request back.
            answer = handler(error, {"request": request})
            if answer is None:
                raise
            return answer


class ImportUndo(ApiView):
    """Taking an import back within 24 hours, while its month is open."""

    key, label_zh, label_en = "imports", "撤销导入", "taking imports back"
    allowed = may_import
    path_fields = (UID,)
    operations = {
        "post": _post(
            "imports_undo", "Take an import back", "撤销导入", "ImportUndo", ImportUndoWrite
        ),
    }

    @repeatable()
    def post(self, request: Request, uid: str) -> HttpResponse:
        """Everything that the batch wrote, or a conflict that names what changed since."""
        body = checked(ImportUndoWrite, request.data)
        return _acted(
            request, uid,
            lambda batch: undo_import(by=request.user, batch=batch, reason=body["reason"]),
        )  # fmt: skip


def _acted(request: Request, uid: str, act: Callable[[ImportBatch], Any]) -> HttpResponse:
    batch = batch_of(request, uid)
    if batch is None:
        raise Http404
    return respond(request._request, answering.answer_of(act(batch)))
