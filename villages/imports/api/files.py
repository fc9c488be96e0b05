"""Workbooks of an import: the marked one and the template."""

from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from villages.common.errors import DomainError
from villages.imports.api.asking import batch_of, county_of, kind_of
from villages.imports.batch_fields import COUNTY, KIND, UID
from villages.imports.blanks import blank_for
from villages.imports.marked import marked_of
from villages.imports.models import BatchState
from villages.imports.periods import month_and_day
from villages.imports.perms import may_import
from villages.imports.serializers import PERIOD_TEXT
from villages.rest.answers import conclude, tag_of
from villages.rest.fields import Field, Filter
from villages.rest.limits import EXPORT
from villages.rest.operations import Operation
from villages.rest.query import Reader, conditions_of
from villages.rest.renderers import OrjsonRenderer, XlsxRenderer
from villages.rest.shapes import described
from villages.rest.views import ApiView
from villages.rest.wire import schema_of

_MEDIA = XlsxRenderer.media_type


class _Workbook(ApiView):
    """A view that answers with a workbook and spends the budget of exports."""

    key = "imports"
    allowed = may_import

    def rate_kind(self, request: Request) -> str:
        """Workbooks are dear."""
        return EXPORT

    def get_renderers(self) -> list[Any]:
        """The workbook, whatever JSON client asks for it."""
        return [OrjsonRenderer(), XlsxRenderer()]


class ImportWorkbook(_Workbook):
    """The sender's own workbook with the faulty cells in red and a list of them."""

    label_zh, label_en = "标注错误的工作簿", "marked workbooks"
    path_fields = (UID,)
    reads = Reader((), (), conditions_of((), ()), ())
    operations = {
        "get": Operation(
            "imports_workbook", "Read the workbook with its faults marked", "标注错误的工作簿",
            media=_MEDIA, problems=(404, 409),
        ),
    }  # fmt: skip

    def get(self, request: Request, uid: str) -> HttpResponse:
        """The workbook; 409 while the file is being checked or is kept no more."""
        self.reads.filtering(request.query_params)
        batch = batch_of(request, uid)
        if batch is None:
            raise Http404
        if batch.state in {BatchState.UPLOADED, BatchState.REFUSED}:
            raise DomainError("import_not_checked", "这个文件没有核对结果。", "请先查看它的状态。")
        return _sent(request, *marked_of(by=request.user, batch=batch))


class ImportTemplate(_Workbook):
    """The blank sheet made for this person, with what is known already in it."""

    label_zh, label_en = "导入模板", "import templates"
    asked = tuple(
        Filter(
            Field(one.name, one.zh, one.en, one.kind, pattern=one.pattern), lambda rows, said: rows
        )
        for one in (KIND, PERIOD_TEXT, COUNTY)
    )
    reads = Reader((), (), conditions_of((), asked), ())
    operations = {
        "get": Operation(
            "imports_template", "Read a template", "导入模板", media=_MEDIA, problems=(404, 409),
            parameters=tuple(
                {
                    "name": one.name, "in": "query", "required": one is KIND,
                    **{
                        key: text
                        for key, text in described(one, {}).items() if key != "examples"
                    },
                    "schema": schema_of(one),
                }
                for one in (KIND, PERIOD_TEXT, COUNTY)
            ),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """The template of a kind for a county and, where the kind has months, a month."""
        query = self.reads.filtering(request.query_params)
        said = {condition.name: str(value) for condition, value in query.conditions}
        kind = kind_of(request.user, said.get("kind", ""))
        county = county_of(request.user, said.get("county", ""))
        month, _day = month_and_day(kind, said.get("period", ""))
        return _sent(request, *blank_for(by=request.user, kind=kind, county=county, month=month))


def _sent(request: Request, content: bytes, name: str) -> HttpResponse:
    facts = {
        "ETag": tag_of(content),
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
    }
    return conclude(request._request, content, _MEDIA, facts)
