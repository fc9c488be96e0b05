"""`voices/…/phone/`: the telephone number behind a voice, with a reason."""

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from cadres.actions.identity import LEAST_REASON
from rectification.supervision.actions.voice_phones import reveal_phone
from rectification.supervision.models import Voice
from rectification.supervision.perms import may_read_phones
from villages.rest.answers import respond
from villages.rest.fields import Field, Input
from villages.rest.operations import Operation
from villages.rest.views import ApiView
from villages.rest.writing import WriteSerializer, checked


class PhoneWrite(WriteSerializer):
    """Why it is looked at."""

    inputs = (
        Input(
            Field(
                "reason", "理由", "Why it is needed; kept in the trail",
                about_en=f"At least {LEAST_REASON} characters; kept in the trail.",
            ),
            required=True, max_length=200,
        ),
    )  # fmt: skip


REVEALED = (Field("value", "号码", "The number in full; keep it nowhere"),)


class VoicePhone(ApiView):
    """One sealed number, traced."""

    key, label_zh, label_en = "voices", "查看反映人电话", "revealing a telephone number"
    allowed = may_read_phones
    path_fields = (Field("uid", "编号", "Key of the voice"),)
    operations = {
        "post": Operation(
            "voice_phone", "Reveal a telephone number", "查看反映人电话", answer="VoicePhone",
            fields=REVEALED, body="VoicePhone", inputs=PhoneWrite.inputs, problems=(404,),
        ),
    }  # fmt: skip

    def post(self, request: Request, uid: str) -> HttpResponse:
        """The number, in this answer only; the reason stands in the trail."""
        voice = Voice.objects.visible_to(request.user).filter(uid=uid).first()
        if voice is None:
            raise Http404
        body = checked(PhoneWrite, request.data)
        raw = reveal_phone(voice, by=request.user, **body)
        answer = respond(request._request, {"value": raw})
        answer["Cache-Control"] = "no-store"
        return answer
