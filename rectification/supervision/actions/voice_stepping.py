"""The one way in which a voice takes a step: locked, allowed, on the right side, on record."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.stepping import require_day
from rectification.supervision.choices import VoiceKind
from rectification.supervision.models import Voice
from rectification.supervision.states import Step, allowed
from rectification.supervision.voice_sides import stands
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record

RESTRICTED = "(限阅)"


@transaction.atomic
def take_voice(
    voice: Voice, step: Step, *, by: Any, on: date, text: str = "",
    values: Mapping[str, Any] | None = None,
) -> Voice:  # fmt: skip
    """Moves a voice by one step of the table, with its values and a trail entry.

    Raises `voice_step`, `voice_side`, `order_step_early`, `order_step_future` and the words of
    any constraint that the voice would break.
    """
    row = ready_voice(voice, step, by=by, on=on)
    before = row.status
    changed(row, **(values or {}), status=step.target, status_since=on)
    told = {"status": row.status, "on": on, "unit": row.unit_name, "due_on": row.due_on}
    put_voice(f"voice.{step.key}", row, by=by, before={"status": before}, after=told, text=text)
    return row


def ready_voice(voice: Voice, step: Step, *, by: Any, on: date) -> Voice:
    """The voice as it is now, held, where the person may take the step on this day."""
    row = locked(voice)
    if not stands(by, step.side, row):
        words = _("这一步由%s办理。") % step.side.label
        raise DomainError("voice_side", words, _("县委组织部交办和办结,承办单位答复。"))
    if not allowed(step, row.status):
        raise _not_now(row, step)
    require_day(on, row.status_since)
    return row


def put_voice(
    action: str, voice: Voice, *, by: Any, before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None, text: str = "",
) -> None:  # fmt: skip
    """A trail entry; of a complaint only the county reads it, and never the words."""
    secret = voice.kind == VoiceKind.COMPLAINT
    record(
        action, voice, by=by, before=before, after=after, county_only=secret,
        reason=RESTRICTED if secret and text else text,
    )  # fmt: skip


def _not_now(row: Voice, step: Step) -> DomainError:
    ways = "、".join(str(type(one)(one).label) for one in step.sources)
    words = _("%(row)s现在是“%(status)s”,不能办理“%(step)s”。") % {
        "row": row, "status": row.get_status_display(), "step": step.label,
    }  # fmt: skip
    hint = _("这一步只能从“%s”办理,请刷新页面后再看。") % ways
    return DomainError("voice_step", words, hint)
