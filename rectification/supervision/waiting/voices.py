"""What waits for a person in what villages and people brought up."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.supervision.figures.voice_days import waits_until
from rectification.supervision.models import Voice
from rectification.supervision.perms import may_answer_voices, may_see_voices, may_settle_voices
from rectification.supervision.voice_states import LIVE_VOICES, VoiceStatus
from rectification.supervision.waiting.whose import answered_by
from villages import workdays
from villages.common import clock
from villages.common.registries import TodoItem, TodoSource

SHOWN = 20
_WORDS = {
    VoiceStatus.RECEIVED: (gettext_lazy("交办:%s"), "assign"),
    VoiceStatus.ASSIGNED: (gettext_lazy("答复:%s"), "answer"),
    VoiceStatus.ANSWERED: (gettext_lazy("回访办结:%s"), "close"),
}
_OWN = (VoiceStatus.RECEIVED, VoiceStatus.ANSWERED)


def _waiting(user: Any) -> Iterable[TodoItem]:
    """What the person's side owes: to assign and to close, or to answer. One query."""
    rows = Voice.objects.visible_to(user).filter(_owed_by(user)).order_by("due_on", "pk")
    calendar, today = workdays.adjusted(), clock.today()
    for one in rows[:SHOWN]:
        words, key = _WORDS[VoiceStatus(one.status)]
        due_on = waits_until(one, calendar)
        late = due_on is not None and due_on < today
        yield TodoItem(
            title=str(words) % one, url=reverse(f"ledgers:voices_do_{key}", args=[one.uid]),
            detail=one.unit_name or _("还没有交办"), due_on=due_on, minutes=10,
            severity="high" if late else "normal",
        )  # fmt: skip


def _owed_by(user: Any) -> Q:
    owed = Q(pk__in=())
    if may_settle_voices(user):
        owed |= Q(status__in=_OWN)
    if may_answer_voices(user):
        owed |= answered_by(user) & Q(status=VoiceStatus.ASSIGNED)
    return owed


def _live(user: Any) -> Any:
    return Voice.objects.visible_to(user).filter(status__in=LIVE_VOICES)


TODOS = (TodoSource("voices", may_see_voices, _waiting, _live),)
