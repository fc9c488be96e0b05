"""What departs from the rules, asked for by programs as on the pages: exemptions, colours, and
objections to a reason."""

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from rectification.warnings.actions.asking import ask_exemptions, ask_override
from rectification.warnings.actions.disputing import open_dispute
from rectification.warnings.choices import Colour, ExemptionKind
from rectification.warnings.perms import may_ask_exemptions, may_decide_county, may_dispute
from villages.common import clock
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.models import Village
from villages.rest.answers import respond
from villages.rest.fields import Field, Input
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.views import ApiView
from villages.rest.writing import WriteSerializer, checked

MOST_VILLAGES = 500
ANSWER = (
    Field("batch", "批次", "Joins the rows; a filter of the resource exemptions"),
    Field("exemptions", "豁免", "Keys of the new rows, in order of villages", many=True),
)


class ExemptionRequestWrite(WriteSerializer):
    """Which villages, which rules, for how long, and why."""

    inputs = (
        Input(Field("villages", "村代码", "Codes of the villages", many=True,
                    pattern="^[0-9]{12}$"), required=True, max_items=MOST_VILLAGES),
        Input(Field("kind", "类别", "Kind", Kind.CHOICE, choices=ExemptionKind), required=True),
        Input(Field("rules", "不适用的规则", "Codes of rules; none: all", many=True), default=(),
              max_items=MOST_VILLAGES),
        Input(Field("from_month", "起始月份", "First month", Kind.MONTH), required=True),
        Input(Field("until_month", "截止月份", "Last month, included", Kind.MONTH), required=True),
        Input(Field("reason", "理由", "Reason"), required=True, max_length=300),
    )  # fmt: skip


class ExemptionRequests(ApiView):
    """All villages or none; another person decides."""

    key, label_zh, label_en = "exemptions", "批量申请豁免", "requests for exemptions"
    allowed = may_ask_exemptions
    operations = {
        "post": Operation(
            "exemption_requests", "Ask for an exemption of several villages", "批量申请豁免",
            answer="ExemptionRequested", fields=ANSWER, body="ExemptionRequest",
            inputs=ExemptionRequestWrite.inputs, repeatable=True, problems=(404, 409),
        ),
    }  # fmt: skip

    @repeatable()
    def post(self, request: Request) -> HttpResponse:
        """404 where a village is outside the territory."""
        said = checked(ExemptionRequestWrite, request.data)
        codes = set(said.pop("villages"))
        rows = Village.objects.visible_to(request.user).filter(code__in=codes, valid_to=None)
        villages = list(rows.select_related("township"))
        if len(villages) != len(codes):
            raise Http404
        made = ask_exemptions(by=request.user, villages=villages, on=clock.today(), **said)
        told = {"batch": made[0].batch, "exemptions": [one.uid for one in made]}
        return respond(request._request, told)


VILLAGE = Input(
    Field("village", "村代码", "Code of the village", Kind.CODE, pattern="^[0-9]{12}$"),
    required=True,
)  # fmt: skip
MADE = (Field("uid", "编号", "Key of the new row"),)


class OverrideRequestWrite(WriteSerializer):
    """Which village, which colour, for how long, and why."""

    inputs = (
        VILLAGE,
        Input(Field("colour", "调整为", "Colour", Kind.CHOICE, choices=Colour), required=True),
        Input(Field("from_month", "起始月份", "First month", Kind.MONTH), required=True),
        Input(Field("until_month", "截止月份", "Last month, included", Kind.MONTH), required=True),
        Input(Field("reason", "理由", "Reason"), required=True, max_length=300),
    )  # fmt: skip


class OverrideRequests(ApiView):
    """A colour by hand; another person decides."""

    key, label_zh, label_en = "colour-overrides", "申请人工调整", "requests for colours by hand"
    allowed = may_decide_county
    operations = {
        "post": Operation(
            "override_requests", "Ask for a colour set by hand", "申请人工调整",
            answer="OverrideRequested", fields=MADE, body="OverrideRequest",
            inputs=OverrideRequestWrite.inputs, repeatable=True, problems=(404, 409),
        ),
    }  # fmt: skip

    @repeatable()
    def post(self, request: Request) -> HttpResponse:
        """404 where the village is outside the territory."""
        said = checked(OverrideRequestWrite, request.data)
        village = _village(request, said.pop("village"))
        made = ask_override(by=request.user, village=village, on=clock.today(), **said)
        return respond(request._request, {"uid": made.uid})


class DisputeRequestWrite(WriteSerializer):
    """Which village, month and rule, and what is wrong."""

    inputs = (
        VILLAGE,
        Input(Field("month", "月份", "Month that was judged", Kind.MONTH), required=True),
        Input(Field("rule", "规则", "Code of the rule"), required=True, max_length=12),
        Input(Field("claim", "异议内容", "What is wrong"), required=True, max_length=500),
    )  # fmt: skip


class DisputeRequests(ApiView):
    """An objection with the receipt that it is about."""

    key, label_zh, label_en = "disputes", "提出异议", "objecting to a reason"
    allowed = may_dispute
    operations = {
        "post": Operation(
            "dispute_requests", "Object to a reason of a colour", "提出异议",
            answer="DisputeOpened", fields=MADE, body="DisputeRequest",
            inputs=DisputeRequestWrite.inputs, repeatable=True, problems=(404, 409),
        ),
    }  # fmt: skip

    @repeatable()
    def post(self, request: Request) -> HttpResponse:
        """404 where the village is outside the territory."""
        said = checked(DisputeRequestWrite, request.data)
        village, month = _village(request, said.pop("village")), said.pop("month")
        made = open_dispute(
            by=request.user, village=village, month=Month.from_number(month), on=clock.today(),
            **said,
        )  # fmt: skip
        return respond(request._request, {"uid": made.uid})


def _village(request: Request, code: str) -> Village:
    rows = Village.objects.visible_to(request.user).filter(code=code, valid_to=None)
    found: Village | None = rows.select_related("township").first()
    if found is None:
        raise Http404
    return found
