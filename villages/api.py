"""`counties`, `townships`, `villages` and the profile of a village."""

from typing import Any

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from villages.accounts.perms import works_in_territory
from villages.actions.profiles import may_write_profile, write_profile
from villages.common import clock
from villages.common.columns import Kind
from villages.common.errors import DomainError
from villages.common.text import search_key
from villages.fields import (
    COUNTY_FIELDS,
    PROFILE_FIELDS,
    TOWNSHIP_FIELDS,
    VILLAGE_FIELDS,
    VILLAGE_TOWNSHIP,
)
from villages.models import County, Township, Village, VillageProfile
from villages.rest.answers import require_match, respond
from villages.rest.fields import Expand, Field, Filter
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.problems import Problem
from villages.rest.query import Reader, conditions_of
from villages.rest.resources import Resource
from villages.rest.rows import builder
from villages.rest.views import ApiView
from villages.rest.writing import checked
from villages.serializers import ProfileWrite

ON = Filter(
    Field(
        "on", "区划日期", "Day whose map is meant", Kind.DATE,
        about_en="Day whose map is meant; today's where nothing is said.",
    ),
    lambda rows, day: rows.on(day),
)  # fmt: skip
ENDED = Filter(
    Field(
        "include_ended", "含已停用", "Whether to include units that no longer exist", Kind.BOOLEAN
    ),
    lambda rows, wanted: rows if wanted else rows.on(clock.today()),
)
FIND = Filter(
    Field(
        "q", "检索", "Search text",
        about_en="Part of the name, a former name, the code, or the pinyin initials.",
    ),
    lambda rows, text: rows.filter(search_text__contains=search_key(text)),
)  # fmt: skip


class MapResource(Resource):
    """Units of the map. A list shows today's map; an ended unit keeps its address."""

    identity = "code"
    filters = (ON, ENDED, FIND)
    version_path = "version"

    def listed(self, request: Request) -> Any:
        """Today's units, unless the request says which day or that ended ones count."""
        rows = self.rows(request)
        said = {"on", "include_ended"} & set(request.query_params)
        return rows if said else rows.on(clock.today())


class Counties(MapResource):
    """Counties that the territory covers or lies in."""

    key, label_zh, label_en = "counties", "县", "counties"
    model, component, fields = County, "County", COUNTY_FIELDS


class Townships(MapResource):
    """Townships that the territory covers or lies in."""

    key, label_zh, label_en = "townships", "乡镇", "townships"
    model, component, fields = Township, "Township", TOWNSHIP_FIELDS


class Villages(MapResource):
    """Villages and communities."""

    key, label_zh, label_en = "villages", "村", "villages"
    model, component, fields = Village, "Village", VILLAGE_FIELDS
    expands = (Expand("township", "VillageTownship", VILLAGE_TOWNSHIP),)


class VillageFigures(ApiView):
    """The basic figures of one village; a survey is a new dated row."""

    key, label_zh, label_en = "villages", "村基本情况", "village profiles"
    allowed = works_in_territory
    path_fields = VILLAGE_FIELDS[:1]
    on_day = Filter(
        Field("on", "日期", "Latest figures known on this day", Kind.DATE), lambda r, d: r
    )
    reads = Reader((), (), conditions_of((), (on_day,)), ())
    operations = {
        "get": Operation(
            "village_profile_read", "Latest figures of a village", "村基本情况",
            answer="VillageProfile", fields=PROFILE_FIELDS, problems=(404,),
            parameters=({
                "name": "on", "in": "query", "required": False, "x-label-zh": "日期",
                "description": "Latest figures known on this day; today where nothing is said.",
                "schema": {"type": "string", "format": "date"},
            },),
        ),
        "post": Operation(
            "village_profile_create", "Add figures of a village", "登记村基本情况",
            answer="VillageProfile", fields=PROFILE_FIELDS, body="ProfileWrite",
            inputs=ProfileWrite.inputs, status=201, matches=True, repeatable=True,
            problems=(404,),
        ),
    }  # fmt: skip

    def get(self, request: Request, code: str) -> HttpResponse:
        """The figures of the latest survey up to a day."""
        query = self.reads.filtering(request.query_params)
        day = next((value for _condition, value in query.conditions), clock.today())
        rows = VillageProfile.objects.visible_to(request.user).filter(village__code=code)
        return _latest(request, rows.filter(as_of__lte=day))

    @repeatable()
    def post(self, request: Request, code: str) -> HttpResponse:
        """Figures as of a day; If-Match names the version of the village or of its profile."""
        if not may_write_profile(request.user):
            raise Problem("permission_denied")
        village = Village.objects.visible_to(request.user).filter(code=code).first()
        if village is None:
            raise Http404
        body = checked(ProfileWrite, request.data)
        require_match(request._request, village.version)
        _write(village, body, request.user)
        rows = VillageProfile.objects.filter(village=village, as_of=body["as_of"])
        address = f"/api/v1/villages/{code}/profile/?on={body['as_of']}"
        return _latest(request, rows, status=201, headers={"Location": address})


def _latest(request: Request, rows: Any, **options: Any) -> HttpResponse:
    read = [*(field.path for field in PROFILE_FIELDS), "village__version"]
    row = rows.order_by("-as_of").values_list(*read).first()
    if row is None:
        raise Http404
    return respond(request._request, builder(PROFILE_FIELDS)(row), version=row[-1], **options)


def _write(village: Village, body: dict[str, Any], by: Any) -> None:
    figures = {name: value for name, value in body.items() if name not in {"as_of", "source"}}
    try:
        write_profile(
            village=village, as_of=body["as_of"], figures=figures, source=body["source"],
            version=village.version, today=clock.today(), by=by,
        )  # fmt: skip
    except DomainError as error:
        if error.code == "profile_outdated":
            raise Problem("version_changed") from error
        raise
