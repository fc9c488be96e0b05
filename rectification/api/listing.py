"""`screening-candidates/list/`: several villages onto the county's list by one decision."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from rest_framework.request import Request

from rectification.actions.listing import Decision, list_many
from rectification.choices import CaseClass, CaseLevel
from rectification.figures.candidates import Candidate, screening, situations_found
from rectification.figures.standards import screening_day, standard_of
from rectification.ledgers.steps import refuse_future
from rectification.perms import may_keep_schemes, may_see_restricted, may_take_county_steps
from villages.common import clock
from villages.common.columns import Kind
from villages.models import Village
from villages.rest import shapes
from villages.rest.answers import respond
from villages.rest.fields import Field, Input
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.views import ApiView
from villages.rest.writing import WriteSerializer, checked

MOST_VILLAGES = 500
RESULT = (
    Field("row", "行号", "Number of the village in the body, from 0", Kind.INTEGER),
    Field("village", "村代码", "Village code", Kind.CODE),
    Field("result", "结果", "Result", about_en="listed or refused."),
    Field("case", "整顿", "Identity of the new case", nullable=True),
    Field("number", "编号", "Number of the new case", nullable=True),
)


class ScreeningListing(WriteSerializer):
    """The decision, and the villages in it."""

    inputs = (
        Input(Field("year", "年度", "Year of the screening and of the batch", Kind.INTEGER),
              required=True, low=2000, high=2099),
        Input(Field("on", "县委常委会日期", "Day of the committee's meeting", Kind.DATE),
              required=True),
        Input(Field("document_no", "认定文号", "Document number"), required=True, max_length=60),
        Input(Field("case_class", "类别", "Class", Kind.CHOICE, choices=CaseClass), required=True),
        Input(Field("level", "层级", "Level", Kind.CHOICE, choices=CaseLevel),
              default=CaseLevel.GENERAL),
        Input(Field("reason", "认定理由", "Reason"), required=True, max_length=300),
        Input(Field("villages", "村代码", "Codes of the villages", many=True,
                    pattern="^[0-9]{12}$"), required=True, max_items=MOST_VILLAGES),
    )  # fmt: skip


def results_schema() -> dict[str, Any]:
    """The schema of the answer."""
    made = shapes.object_of(RESULT)
    made["properties"]["errors"] = shapes.problem()["properties"]["errors"]
    made["required"].append("errors")
    results = {
        "type": "array", "items": made, "description": "One result per village, in order.",
        "x-label-zh": "逐村结果",
    }  # fmt: skip
    return {
        "type": "object", "required": ["results"], "additionalProperties": False,
        "properties": {"results": results},
    }  # fmt: skip


class ScreeningList(ApiView):
    """What the bulk action of the candidate list does."""

    key, label_zh, label_en = "screening-candidates", "批量认定", "listing of candidates"
    allowed = may_take_county_steps
    operations = {
        "post": Operation(
            "screening_candidates_take", "Put villages on the county's list by one decision",
            "批量认定", answer="ScreeningListed", schema=results_schema(), body="ScreeningListing",
            inputs=ScreeningListing.inputs, repeatable=True, problems=(404, 409),
        ),
    }  # fmt: skip

    @repeatable()
    def post(self, request: Request) -> HttpResponse:
        """Villages that can be listed are, the others say why not; 404 without a standard."""
        said = checked(ScreeningListing, request.data)
        codes = said.pop("villages")
        refuse_future(said["on"])
        rows = Village.objects.visible_to(request.user).filter(code__in=codes, valid_to=None)
        seen = {one.code: one for one in rows.select_related("township")}
        known = _candidates(seen.values(), said["year"], request.user)
        told = list_many(
            [(one, situations_found(known.get(code))) for code, one in seen.items()],
            by=request.user, decision=Decision(**said),
        )  # fmt: skip
        found = {one.village.code: one for one in told}
        return respond(request._request, {"results": list(_results(codes, found))})


def _candidates(villages: Iterable[Any], year: int, user: Any) -> Mapping[str, Candidate]:
    """What is known of the villages in the screening of the year."""
    county = next((one.county_code for one in villages), "")
    standard = standard_of(county, year, drafts=may_keep_schemes(user)) if county else None
    if county and standard is None:
        raise Http404
    if standard is None:
        return {}
    day = screening_day(year, clock.today())
    found = screening(standard, day, restricted=may_see_restricted(user))
    return {one.code: one for one in found.candidates}


def _results(codes: list[str], told: dict[str, Any]) -> Iterable[dict[str, Any]]:
    for number, code in enumerate(codes):
        one = told.pop(code, None)
        case = one.case if one else None
        yield {
            "row": number, "village": code, "result": "listed" if case else "refused",
            "case": case.uid if case else None, "number": case.number if case else None,
            "errors": [] if case else [_error(number, one)],
        }  # fmt: skip


def _error(number: int, one: Any) -> dict[str, str]:
    """Why not; a village that nobody here knows of, or that stood before, has no outcome."""
    code, words = "village_unknown", _("没有找到,或不在您的管辖范围内,或本次请求中已经出现。")
    if one is not None:
        code, words = one.error.code, str(one.error)
    return {"pointer": f"/villages/{number}", "code": code, "detail": words}
