"""One sealed number of one person, with a reason."""

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from cadres.actions.identity import LEAST_REASON, SEALED, reveal
from cadres.models import Person
from cadres.perms import may_reveal
from villages.rest.answers import respond
from villages.rest.fields import Field, Input
from villages.rest.operations import Operation
from villages.rest.views import ApiView
from villages.rest.writing import WriteSerializer, checked


class RevealWrite(WriteSerializer):
    """Which number, and why."""

    inputs = (
        Input(
            Field(
                "field", "查看内容", "Which number: id_number or phone",
                pattern=f"^({'|'.join(SEALED)})$",
            ),
            required=True,
        ),
        Input(
            Field(
                "reason", "理由", "Why it is needed; kept in the trail",
                about_en=f"At least {LEAST_REASON} characters; kept in the trail.",
            ),
            required=True, max_length=200,
        ),
    )  # fmt: skip


REVEALED = (
    Field("field", "查看内容", "Which number"),
    Field("value", "号码", "The number in full; keep it nowhere"),
)


class CadreReveal(ApiView):
    """One sealed number of one person, traced."""

    key, label_zh, label_en = "cadres", "查看证件与电话", "revealing a number"
    allowed = may_reveal
    path_fields = (Field("uid", "编号", "Key of the person"),)
    operations = {
        "post": Operation(
            "cadre_reveal", "Reveal a number", "查看证件与电话", answer="CadreRevealed",
            fields=REVEALED, body="CadreReveal", inputs=RevealWrite.inputs, problems=(404,),
        ),
    }  # fmt: skip

    def post(self, request: Request, uid: str) -> HttpResponse:
        """The number, in this answer only; the reason stands in the trail."""
        person = Person.objects.visible_to(request.user).filter(uid=uid).first()
        if person is None:
            raise Http404
        body = checked(RevealWrite, request.data)
        raw = reveal(person=person, by=request.user, **body)
        answer = respond(request._request, {"field": body["field"], "value": raw})
        answer["Cache-Control"] = "no-store"
        return answer
