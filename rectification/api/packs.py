"""`packs`: packs of evidence in the background, and their archives."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from rectification.actions.packs import order_pack, own_pack, packs_of, take_pack
from rectification.perms import may_see_cases
from villages.common import clock
from villages.common.columns import Kind
from villages.jobs.models import Job
from villages.jobs.states import OPEN, JobState
from villages.lists.downloads import download
from villages.rest.fields import Field, Input
from villages.rest.idempotency import repeatable
from villages.rest.limits import EXPORT
from villages.rest.operations import Operation
from villages.rest.query import Query
from villages.rest.renderers import OrjsonRenderer
from villages.rest.resources import Resource
from villages.rest.views import ApiView
from villages.rest.writing import WriteSerializer, checked

RETRY_AFTER = {"queued": "5", "running": "2"}


def _of(name: str, otherwise: Any = None) -> Callable[[Any], Any]:
    return lambda stored: stored.get(name, otherwise)


_UNIT = Field(
    "unit", "区划代码", "Unit that the pack is about", Kind.CODE, source="unit_code",
    about_en="Code of a county, a township or a village inside the territory.",
    example="999900001201", filters=("exact",), brief=True,
)  # fmt: skip
_RESTRICTED = Field(
    "restricted", "限县级知悉", "Also what is for the county alone", Kind.BOOLEAN, source="args",
    show=_of("restricted", False),
)  # fmt: skip
_ORIGINALS = Field(
    "originals", "附上文件", "Also the files of papers", Kind.BOOLEAN, source="args",
    show=_of("originals", False),
)  # fmt: skip
PACK_FIELDS = (
    Field(
        "uid", "编号", "Identity of the pack and of its job", pattern="^[0-9a-f]{32}$",
        example="0f8fad5bd9cb469fa16570867728950e", brief=True,
    ),
    _UNIT,
    Field("title", "名称", "What is made, in Chinese", brief=True),
    Field("on", "数据截止", "Day of the rows", source="args", show=_of("on")),
    _RESTRICTED,
    _ORIGINALS,
    Field(
        "state", "状态", "State", Kind.CHOICE, choices=JobState, filters=("exact", "in"),
        brief=True,
        about_en="State; while queued or running an answer carries Retry-After.",
    ),
    Field(
        "progress", "进度", "Progress in percent", Kind.INTEGER, unit="%", nullable=True,
        about_en="Progress in percent; null while nobody knows.",
    ),
    Field("error", "原因", "Why it was not finished, in Chinese"),
    Field(
        "sha256", "校验值", "SHA-256 of the archive", source="result", nullable=True,
        show=_of("sha256"),
    ),
    Field(
        "size", "字节", "Bytes of the archive", Kind.INTEGER, source="result", nullable=True,
        show=_of("size"),
    ),
    Field(
        "expires_on", "保留到", "Last day on which it can be had", source="result",
        nullable=True, show=_of("expires_on"),
    ),
    Field("requested_at", "发起时间", "When it was asked for", Kind.INSTANT, orders=True),
)  # fmt: skip


class PackOrder(WriteSerializer):
    """What a pack is ordered about."""

    inputs = (
        Input(_UNIT, required=True, max_length=12),
        Input(_RESTRICTED, default=False),
        Input(_ORIGINALS, default=False),
    )


class Packs(Resource):
    """One's own packs of evidence, the latest first."""

    key, label_zh, label_en = "packs", "迎检包", "packs of evidence"
    model, component, fields = Job, "Pack", PACK_FIELDS
    ordering = ("-requested_at",)
    allowed = may_see_cases
    operations = {
        "create": Operation(
            "packs_create", "Order a pack of evidence", "生成迎检包", answer="Pack",
            fields=PACK_FIELDS, body="PackOrder", inputs=PackOrder.inputs, status=202,
            repeatable=True, problems=(409,),
        ),
    }  # fmt: skip

    def rows(self, request: Request) -> Any:
        """The packs of the person himself."""
        return packs_of(request.user)

    def retrieve(self, request: Request, **where: Any) -> HttpResponse:
        """One pack; while it is being made the answer says when to ask again."""
        query = self.reader.item(request.query_params)
        state = self.rows(request).filter(uid=where["uid"]).values_list("state", flat=True).first()
        headers = {"Retry-After": RETRY_AFTER[state]} if state in OPEN else {}
        return self.show(request, where["uid"], query, headers=headers)

    @repeatable()
    def create(self, request: Request) -> HttpResponse:
        """Orders it; the same one asked again while it is being made is the first one."""
        said = checked(PackOrder, request.data)
        job = order_pack(by=request.user, on=clock.today(), **said)
        headers = {"Location": f"/api/v1/packs/{job.uid}/", "Retry-After": RETRY_AFTER["queued"]}
        return self.show(request, job.uid, Query(self.fields, ()), status=202, headers=headers)


class PackFile(ApiView):
    """The archive of a pack."""

    key, label_zh, label_en = "packs", "迎检包文件", "archives of packs"
    allowed = may_see_cases
    path_fields = PACK_FIELDS[:1]
    operations = {
        "get": Operation(
            "packs_file", "Read the archive of a pack", "下载迎检包", media="application/zip",
            problems=(404, 409),
        ),
    }  # fmt: skip

    def rate_kind(self, request: Request) -> str:
        """Archives are dear."""
        return EXPORT

    def get_renderers(self) -> list[Any]:
        """The archive, whatever the client says it takes."""
        return [OrjsonRenderer()]

    def get(self, request: Request, uid: str) -> HttpResponseBase:
        """Streamed from disk; 409 while it is being made and after its last day."""
        job = own_pack(request.user, uid)
        path = take_pack(job, by=request.user, on=clock.today())
        response = download(path.open("rb"), f"{job.uid}.zip")
        response["ETag"] = f'"{job.result["sha256"]}"'
        return response
