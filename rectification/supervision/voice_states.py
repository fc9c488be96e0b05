"""The steps of what people bring up: assigned, answered, closed."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rectification.supervision.states import Side, Step


class VoiceStatus(TextChoices):
    """Where it stands."""

    RECEIVED = "received", _("待交办")
    ASSIGNED = "assigned", _("办理中")
    ANSWERED = "answered", _("待回访")
    CLOSED = "closed", _("已办结")
    REFUSED = "refused", _("不予受理")


V = VoiceStatus
ASSIGN = Step(
    "assign", _("交办"), "assign", (V.RECEIVED, V.ASSIGNED, V.ANSWERED), V.ASSIGNED, Side.ISSUER
)
ANSWER = Step("answer", _("答复"), "answer", (V.ASSIGNED,), V.ANSWERED, Side.UNIT)
CLOSE_VOICE = Step("close", _("办结"), "close", (V.ANSWERED,), V.CLOSED, Side.ISSUER)
REFUSE_VOICE = Step(
    "refuse", _("不予受理"), "refuse", (V.RECEIVED,), V.REFUSED, Side.ISSUER, danger=True
)
VOICE_STEPS = (ASSIGN, ANSWER, CLOSE_VOICE, REFUSE_VOICE)
# Somebody still owes something.
LIVE_VOICES = (V.RECEIVED, V.ASSIGNED, V.ANSWERED)
