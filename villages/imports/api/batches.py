"""`imports`: files that came in, what was found in them, what was done with them."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request

from villages.common.errors import DomainError
from villages.imports import answering
from villages.imports.actions.receiving import check_import
from villages.imports.api.asking import batch_of, county_of, kind_of
from villages.imports.batch_fields import BATCH_FIELDS
from villages.imports.models import ImportBatch
from villages.imports.periods import month_and_day
from villages.imports.perms import may_import
from villages.imports.serializers import ImportSend
from villages.rest.answers import respond
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.query import Reader, conditions_of
from villages.rest.resources import Resource
from villages.rest.writing import checked

RESULT = answering.schema()


class Imports(Resource):
    """Imports of the territory, the latest first; a file that is sent is checked in the
    background and saved only when it is confirmed."""

    key, label_zh, label_en = "imports", "导入", "imports"
    model, component, fields = ImportBatch, "Import", BATCH_FIELDS
    ordering = ("-uploaded_at",)
    allowed = may_import
    alone = Reader((), (), conditions_of((), ()), ())
    operations = {
        "retrieve": Operation(
            "imports_read", "Read one import with everything that was found", "导入详情",
            answer=answering.COMPONENT, schema=RESULT, problems=(404,),
        ),
        "create": Operation(
            "imports_create", "Send a sheet to be checked", "上传表格核对",
            answer=answering.COMPONENT, schema=RESULT, body="ImportSend",
            inputs=ImportSend.inputs, upload="file", status=202, repeatable=True,
        ),
    }  # fmt: skip

    def get_parsers(self) -> list[Any]:
        """A file comes as multipart/form-data."""
        return [MultiPartParser()]

    def retrieve(self, request: Request, **where: Any) -> HttpResponse:
        """Where it stands and what was found."""
        self.alone.filtering(request.query_params)
        batch = batch_of(request, where["uid"])
        if batch is None:
            raise Http404
        return respond(request._request, answering.answer_of(batch))

    @repeatable()
    def create(self, request: Request) -> HttpResponse:
        """Keeps the file and asks for its check; the same file sent again is the first one."""
        sent = request.FILES.get("file")
        texts = dict(request.POST.items())
        body = checked(ImportSend, texts)
        if sent is None:
            words = _("请附上表格文件。")
            raise DomainError("file_required", words, file=words)
        user = request.user
        kind, county = kind_of(user, body["kind"]), county_of(user, body.get("county") or "")
        month, day = month_and_day(kind, body.get("period") or "")
        batch = check_import(
            by=user, kind=kind, chunks=sent.chunks(), file_name=str(sent.name),
            county=county.code, month=month, on=day,
        )  # fmt: skip
        job = answering.job_of(batch)
        headers = {"Location": f"/api/v1/jobs/{job}/"} if job else {}
        answer = answering.answer_of(batch)
        return respond(request._request, answer, status=202, headers=headers)
