"""`cases/{uid}/file/`: the case file as a document."""

from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from rectification.actions.papers import print_case_file
from rectification.models import RectificationCase
from rectification.perms import may_see_cases
from villages.common import clock
from villages.rest.answers import conclude, tag_of
from villages.rest.fields import Field
from villages.rest.limits import EXPORT
from villages.rest.operations import Operation
from villages.rest.renderers import OrjsonRenderer
from villages.rest.views import ApiView

_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class CaseFile(ApiView):
    """The whole file of a case; equal rows on one day give equal bytes, and the same ETag."""

    key, label_zh, label_en = "cases", "整顿档案", "case files"
    allowed = may_see_cases
    path_fields = (
        Field(
            "uid", "编号", "Identity of the case", pattern="^[0-9a-f]{32}$",
            example="0f8fad5bd9cb469fa16570867728950e",
        ),
    )  # fmt: skip
    operations = {
        "get": Operation(
            "cases_file", "Read the file of a case", "下载整顿档案", media=_MEDIA, problems=(404,)
        ),
    }  # fmt: skip

    def rate_kind(self, request: Request) -> str:
        """Documents are dear."""
        return EXPORT

    def get_renderers(self) -> list[Any]:
        """The document, whatever the client says it takes."""
        return [OrjsonRenderer()]

    def get(self, request: Request, uid: str) -> HttpResponse:
        """The document as an attachment."""
        case = RectificationCase.objects.visible_to(request.user).filter(uid=uid).first()
        if case is None:
            raise Http404
        content, name = print_case_file(case, by=request.user, on=clock.today())
        facts = {
            "ETag": tag_of(content),
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "X-Content-Type-Options": "nosniff",
        }
        return conclude(request._request, content, _MEDIA, facts)
